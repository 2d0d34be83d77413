const form = document.querySelector("form");
const output = document.querySelector("output");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const token = await komojuTokenize({ type: "credit_card", ...Object.fromEntries(new FormData(form)) });
    output.value = token.id; // your server pays with it
  } catch (error) {
    output.value = error.message;
  }
});
