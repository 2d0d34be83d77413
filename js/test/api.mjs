// A server on loopback in place of the API.
import { createServer } from "node:http";

/**
 * Answers with answer(request, response): request has headers, url and the JSON
 * body; what it returns as { status, headers, body } is sent.
 */
export async function api(t, answer) {
  const requests = [];
  const server = createServer(async (message, response) => {
    let text = "";
    for await (const chunk of message) text += chunk;
    const request = { method: message.method, url: message.url, headers: message.headers, text, body: JSON.parse(text || "null") };
    requests.push(request);
    const given = await answer(request, response, requests.length);
    if (given) send(response, given);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, requests };
}

function send(response, { status = 200, headers = { "content-type": "application/json" }, body = "" }) {
  response.writeHead(status, headers);
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

/** Puts fetch aside for one test. */
export function fakeFetch(t, fetch) {
  const real = globalThis.fetch;
  globalThis.fetch = fetch;
  t.after(() => (globalThis.fetch = real));
}
