// Runs the module's calls frame by frame, in Node and in browsers alike. Frames
// come and go as hex; nothing of the loader is used.

/** Bytes of a frame at the most, in version 1 of the ABI. */
const capacity = 4096;

const exports = { tokenize: "komojuTokenize", validate: "komojuValidate", answer: "komojuAnswer" };

/** An instance's exports; support is standard Go's wasm_exec.js already run. */
export async function start(bytes, Go) {
  const go = Go && new Go();
  const { instance } = await WebAssembly.instantiate(bytes, go ? go.importObject : {});
  if (go) go.run(instance).catch(() => {});
  else instance.exports._initialize();
  return instance.exports;
}

/** Answers each case's frame, up to the byte FF that ends it. */
export function answers(module, cases) {
  return cases.map(({ call, frame }) => answer(module, module[exports[call]], fromHex(frame)));
}

function answer(module, call, frame) {
  if (frame.length > capacity) throw new Error("a case is larger than the buffer");
  const at = module.buffer();
  memory(module).set(frame, at);
  const from = call(frame.length);
  const view = memory(module);
  const made = toHex(view.slice(from, view.indexOf(255, from) + 1));
  module.buffer(); // wipes what the call left
  return made;
}

// Standard Go's memory may grow in any call, which ends every view of it.
const memory = (module) => new Uint8Array((module.memory ?? module.mem).buffer);

const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Whether memory holds the bytes while the call's answer is read, and after its end. */
export function leftBehind(module, { call, frame }, secret) {
  const bytes = fromHex(frame);
  memory(module).set(bytes, module.buffer());
  module[exports[call]](bytes.length);
  const holds = () => toHex(memory(module)).includes(secret);
  const during = holds();
  module.buffer();
  return [during, holds()];
}

/** The bytes of memory after so many calls of validate with one frame. */
export function memoryAfter(module, frame, calls) {
  const bytes = fromHex(frame);
  for (let i = 0; i < calls; i++) {
    memory(module).set(bytes, module.buffer());
    module.komojuValidate(bytes.length);
    module.buffer();
  }
  return memory(module).length;
}
