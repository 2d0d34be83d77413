// A konbini payment begun on the server, in the edge runtime.
import { komojuTokenize } from "komoju-tokenize";

export const runtime = "edge";

komojuTokenize.configure({ publishableKey: "pk_test_your_key", endpoint: "https://komoju.com" });

export async function POST(request) {
  try {
    const token = await komojuTokenize({ ...(await request.json()), type: "konbini" });
    return Response.json({ id: token.id });
  } catch ({ code, message, problems }) {
    return Response.json({ code, message, problems }, { status: 422 });
  }
}
