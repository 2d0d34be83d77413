// A konbini payment begun at the edge.
import { komojuTokenize } from "komoju-tokenize";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

export default {
  async fetch(request) {
    try {
      const token = await komojuTokenize({ ...(await request.json()), type: "konbini" });
      return Response.json({ id: token.id });
    } catch ({ code, message, problems }) {
      return Response.json({ code, message, problems }, { status: 422 });
    }
  },
};
