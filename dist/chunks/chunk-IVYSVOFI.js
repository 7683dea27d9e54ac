import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  array,
  boolean,
  discriminatedUnion,
  literal,
  strictObject,
  string
} from "./chunk-P6BWDRRG.js";

// src/adapters/actions-cache/transfer.ts
var archivedFolder = "records";
function readTransfer(text) {
  return transferSchema.parse(JSON.parse(text));
}
function transferredLine(outcome) {
  return `${mark}${JSON.stringify(outcome)}`;
}
function readTransferred(output) {
  const line = output.split("\n").findLast((one) => one.startsWith(mark));
  if (line === void 0) return null;
  try {
    return transferredSchema.parse(JSON.parse(line.slice(mark.length)));
  } catch {
    return null;
  }
}
var mark = "spec-portability cache transfer: ";
var transferSchema = discriminatedUnion("kind", [
  strictObject({ kind: literal("restore"), key: string(), restoreKeys: array(string()) }),
  strictObject({ kind: literal("save"), key: string() })
]);
var transferredSchema = discriminatedUnion("kind", [
  strictObject({ kind: literal("restored"), key: string().nullable() }),
  strictObject({ kind: literal("saved"), isStored: boolean() }),
  strictObject({ kind: literal("threw"), reason: string() })
]);

export {
  archivedFolder,
  readTransfer,
  transferredLine,
  readTransferred
};
