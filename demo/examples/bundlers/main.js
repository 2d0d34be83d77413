import { komojuTokenize } from "komoju-tokenize";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

const form = document.querySelector("form");
const output = document.querySelector("output");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const token = await komojuTokenize({ type: "credit_card", ...Object.fromEntries(new FormData(form)) });
    output.value = token.id; // your server pays with it
  } catch (error) {
    output.value = error.problems.map(({ message }) => message).join(" ") || error.message;
  }
});

// Only now: a form sent by the browser itself would take the number along.
form.querySelector("button").disabled = false;
