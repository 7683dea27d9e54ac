import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redactor
} from "./chunk-I5ZENGQ2.js";

// src/adapters/process/secrets.ts
var secrets = /* @__PURE__ */ new Set();
var made = null;
function keepSecret(value) {
  if (value !== null && value !== "" && !secrets.has(value)) {
    secrets.add(value);
    made = null;
  }
  return value;
}
function known() {
  made ??= redactor(secrets);
  return made;
}
function withoutSecrets(text) {
  return known().text(text);
}
function textWithoutSecrets(_name, value) {
  return typeof value === "string" ? withoutSecrets(value) : value;
}
function streamWithoutSecrets() {
  return known().stream();
}
function* piecesWithoutSecrets(pieces) {
  const { push, end } = known().stream();
  for (const piece of pieces) yield push(piece);
  yield end();
}
function bytesWithoutSecrets() {
  const { push, end } = known().stream();
  if (secrets.size === 0) return { push: (bytes) => bytes, end: () => Buffer.alloc(0) };
  return {
    push: (bytes) => Buffer.from(push(bytes.toString("latin1")), "latin1"),
    end: () => Buffer.from(end(), "latin1")
  };
}

export {
  keepSecret,
  withoutSecrets,
  textWithoutSecrets,
  streamWithoutSecrets,
  piecesWithoutSecrets,
  bytesWithoutSecrets
};
