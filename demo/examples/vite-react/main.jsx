import { komojuTokenize } from "komoju-tokenize";
import { useState } from "react";
import { createRoot } from "react-dom/client";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

const inputs = [
  ["number", "Card number", "cc-number"],
  ["month", "Month", "cc-exp-month"],
  ["year", "Year", "cc-exp-year"],
  ["verification_value", "Security code", "cc-csc"],
];

function Checkout() {
  const [details, setDetails] = useState({ type: "credit_card", number: "", month: "", year: "", verification_value: "" });
  const [problems, setProblems] = useState([]);
  const [said, setSaid] = useState("");

  async function type({ target }) {
    const next = { ...details, [target.name]: target.value };
    setDetails(next);
    const { fields, problems } = await komojuTokenize.validate(next);
    // Not while what is typed could still become right.
    setProblems(problems.filter(({ field }) => next[field] && !fields[field]?.potential));
  }

  async function pay(event) {
    event.preventDefault();
    try {
      const token = await komojuTokenize(details);
      setSaid(token.id); // your server pays with it
    } catch (error) {
      setSaid(error.message);
      setProblems(error.problems);
    }
  }

  return (
    <form onSubmit={pay}>
      {inputs.map(([name, label, autoComplete]) => (
        <p key={name}>
          <label>{label} <input name={name} value={details[name]} onChange={type} autoComplete={autoComplete} inputMode="numeric" /></label>{" "}
          <small>{problems.find(({ field }) => field === name)?.message}</small>
        </p>
      ))}
      <p><button>Pay</button> <output>{said}</output></p>
    </form>
  );
}

createRoot(document.querySelector("#root")).render(<Checkout />);
