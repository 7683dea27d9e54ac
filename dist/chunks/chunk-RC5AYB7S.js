import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

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
  const withoutKeys = secrets.flatMap((secret) => formsOf(secret)).toSorted((one, other) => other.length - one.length).reduce((cleaned, form) => cleaned.replaceAll(form, "[key]"), text);
  const line = withoutKeys.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
var maxLength = 300;
function formsOf(secret) {
  if (secret.length < 6) return [];
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    secret.trim(),
    encodeURIComponent(secret),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex")
  ];
  return [...forms, JSON.stringify(secret).slice(1, -1), bytes.toString("base64").replace(/=+$/, "")];
}

export {
  retryAfterOf,
  redact
};
