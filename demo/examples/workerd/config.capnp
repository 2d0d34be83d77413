# workerd by itself; Wrangler needs no such file.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      compatibilityDate = "2026-01-01",
      modules = [
        (name = "worker.js", esModule = embed "dist/worker.js"),
        (name = "komoju-tokenize.wasm", wasm = embed "dist/komoju-tokenize.wasm"),
      ],
    )),
    (name = "internet", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "main")],
);
