"use client";

// Rendered on the server first: importing the package there starts nothing.
import { komojuTokenize } from "komoju-tokenize";
import { useEffect, useState } from "react";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

export default function Checkout() {
  const [ready, setReady] = useState(false);
  const [said, setSaid] = useState("");

  // Until React is there the browser itself would send the form, number and all.
  useEffect(() => setReady(true), []);

  async function pay(event) {
    event.preventDefault();
    try {
      const token = await komojuTokenize({ type: "credit_card", ...Object.fromEntries(new FormData(event.currentTarget)) });
      setSaid(token.id); // your server pays with it
    } catch (error) {
      setSaid(error.problems.map(({ message }) => message).join(" ") || error.message);
    }
  }

  return (
    <form onSubmit={pay}>
      <p><label>Card number <input name="number" autoComplete="cc-number" inputMode="numeric" /></label></p>
      <p><label>Month <input name="month" autoComplete="cc-exp-month" inputMode="numeric" /></label></p>
      <p><label>Year <input name="year" autoComplete="cc-exp-year" inputMode="numeric" /></label></p>
      <p><label>Security code <input name="verification_value" autoComplete="cc-csc" inputMode="numeric" /></label></p>
      <p><button disabled={!ready}>Pay</button> <output>{said}</output></p>
    </form>
  );
}
