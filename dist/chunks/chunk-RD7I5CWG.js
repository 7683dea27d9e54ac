import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/digest.ts
import { createHash } from "node:crypto";
function digest(value) {
  return createHash("sha256").update(canonical(value)).digest("hex");
}
function digestSeries(value, lastKey) {
  if (Object.keys(value).some((key) => key >= lastKey)) throw new Error(`${lastKey} is not the last key`);
  const comma = Object.keys(value).length > 0 ? "," : "";
  const shared = createHash("sha256").update(
    `${canonical(value).slice(0, -1)}${comma}${JSON.stringify(lastKey)}:`
  );
  return (last) => shared.copy().update(`${canonical(last)}}`).digest("hex");
}
function textDigest(text) {
  return createHash("sha256").update(text).digest("hex");
}
function sourceHash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
function canonical(value) {
  return isInOwnOrder(value) ? JSON.stringify(inOrder(value)) ?? "null" : spelledOut(value);
}
function isInOwnOrder(value) {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isInOwnOrder(item));
  for (const key of Object.keys(value))
    if (/^(?:\d|__proto__$)/.test(key) || !isInOwnOrder(Reflect.get(value, key))) return false;
  return true;
}
function inOrder(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inOrder(item));
  const ordered = {};
  for (const key of Object.keys(value).toSorted()) ordered[key] = inOrder(Reflect.get(value, key));
  return ordered;
}
function spelledOut(value) {
  if (Array.isArray(value)) return `[${value.map((item) => spelledOut(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = [];
  for (const key of Object.keys(value).toSorted()) {
    const item = Reflect.get(value, key);
    if (item !== void 0) members.push(`${JSON.stringify(key)}:${spelledOut(item)}`);
  }
  return `{${members.join(",")}}`;
}

export {
  digest,
  digestSeries,
  textDigest,
  sourceHash
};
