import { komojuTokenize } from "komoju-tokenize";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

const token = await komojuTokenize({ type: "konbini", store: "lawson", email: "taro@example.com" });
console.log(token.id);
