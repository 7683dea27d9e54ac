import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  external_exports
} from "./chunk-3PQERWFJ.js";

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
var transferSchema = external_exports.discriminatedUnion("kind", [
  external_exports.strictObject({ kind: external_exports.literal("restore"), key: external_exports.string(), restoreKeys: external_exports.array(external_exports.string()) }),
  external_exports.strictObject({ kind: external_exports.literal("save"), key: external_exports.string() })
]);
var transferredSchema = external_exports.discriminatedUnion("kind", [
  external_exports.strictObject({ kind: external_exports.literal("restored"), key: external_exports.string().nullable() }),
  external_exports.strictObject({ kind: external_exports.literal("saved"), isStored: external_exports.boolean() }),
  external_exports.strictObject({ kind: external_exports.literal("threw"), reason: external_exports.string() })
]);

export {
  archivedFolder,
  readTransfer,
  transferredLine,
  readTransferred
};
