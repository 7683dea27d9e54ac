import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redactor
} from "./chunk-WSJ3JF5A.js";

// src/adapters/api-client/retry-after.ts
function retryAfterOf(headers, now) {
  const exact = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const header = headers.get("retry-after");
  if (header === null || header.trim() === "") return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1e3 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

// src/core/generation/redact.ts
function redact(text, secrets) {
  const { text: withoutKeys } = redactor(secrets);
  const line = withoutKeys(text).replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}\u2026` : line;
}
var maxLength = 300;

export {
  retryAfterOf,
  redact
};
