const { komojuTokenize } = require("komoju-tokenize");

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

komojuTokenize({ type: "konbini", store: "lawson", email: "taro@example.com" }).then(
  (token) => console.log(token.id),
  (error) => console.error(error.code, error.problems),
);
