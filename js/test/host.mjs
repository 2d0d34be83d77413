// What the build gives the entries as komoju:module.
import { builds } from "./builds.mjs";

export const { start } = builds[0];

export const bytes = () => {
  globalThis.bytesTaken = (globalThis.bytesTaken ?? 0) + 1;
  return builds[0].bytes;
};
