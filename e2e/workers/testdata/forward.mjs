// A Worker that only forwards what comes, unread: what the edge services are
// measured against.
export default {
  fetch: (request, env) =>
    fetch(`${env.KOMOJU_ENDPOINT}/api/v1/tokens`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${env.KOMOJU_PUBLISHABLE_KEY}:`)}`,
        "content-type": "application/json",
        "x-request-id": request.headers.get("x-request-id") ?? "",
      },
      body: request.body,
    }),
};
