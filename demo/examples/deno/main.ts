import { komojuTokenize } from "komoju-tokenize";

const endpoint = "https://komoju.com";
komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint });

const token = await komojuTokenize({ type: "konbini", store: "lawson", email: "taro@example.com" });

// A token is for paying with, not for a log.
const answer = await fetch(`${endpoint}/api/v1/payments`, {
  method: "POST",
  headers: { authorization: `Basic ${btoa(`${Deno.env.get("KOMOJU_SECRET_KEY")}:`)}`, "content-type": "application/json" },
  body: JSON.stringify({ amount: 1000, currency: "JPY", payment_details: token.id }),
});
if (!answer.ok) throw new Error(`No payment: ${answer.status}`);
console.log((await answer.json()).status);
