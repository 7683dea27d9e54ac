import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  withoutSecrets
} from "./chunk-QX26DWQ6.js";

// src/adapters/process/print.ts
function printCommand(line) {
  process.stdout.write(`${line}
`);
}
function print(text) {
  process.stdout.write(withoutSecrets(text));
}

export {
  printCommand,
  print
};
