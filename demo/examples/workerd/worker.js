// A konbini payment begun at the edge.
import { KomojuError, komojuTokenize } from "komoju-tokenize";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

export default {
  async fetch(request) {
    try {
      const token = await komojuTokenize({ ...(await request.json()), type: "konbini" });
      return Response.json({ id: token.id });
    } catch (error) {
      if (!(error instanceof KomojuError)) throw error; // such as a body that is no JSON
      const { code, message, problems, retryable } = error;
      return Response.json({ code, message, problems }, { status: retryable ? 503 : 422 });
    }
  },
};
