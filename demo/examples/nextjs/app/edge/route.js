// A konbini payment begun on the server, in the edge runtime.
import { KomojuError, komojuTokenize } from "komoju-tokenize";

export const runtime = "edge";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

export async function POST(request) {
  try {
    const token = await komojuTokenize({ ...(await request.json()), type: "konbini" });
    return Response.json({ id: token.id });
  } catch (error) {
    if (!(error instanceof KomojuError)) throw error; // such as a body that is no JSON
    const { code, message, problems, retryable } = error;
    return Response.json({ code, message, problems }, { status: retryable ? 503 : 422 });
  }
}
