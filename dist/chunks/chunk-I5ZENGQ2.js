import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/redaction.ts
var mark = "[key]";
var leastLength = 8;
function redactor(secrets) {
  const forms = [
    ...new Set([...secrets].flatMap((secret) => linesOf(secret)).flatMap((part) => formsOf(part)))
  ].filter((form) => form.length >= leastLength).toSorted((one, other) => other.length - one.length);
  const [longest] = forms;
  if (longest === void 0) return plain;
  const pattern = new RegExp(forms.map((form) => escaped(form)).join("|"), "g");
  return {
    text: (text) => text.replaceAll(pattern, mark),
    stream: () => streamOf(pattern, longest.length)
  };
}
var plain = {
  text: (text) => text,
  stream: () => ({ push: (piece) => piece, end: () => "" })
};
function streamOf(pattern, longest) {
  let held = "";
  const upTo = (sure) => {
    const parts = [];
    let at = 0;
    for (const { index, 0: form } of held.matchAll(pattern)) {
      if (index >= sure) break;
      parts.push(held.slice(at, index), mark);
      at = index + form.length;
    }
    const end = Math.max(at, sure);
    parts.push(held.slice(at, end));
    held = held.slice(end);
    return parts.join("");
  };
  return {
    push: (piece) => {
      held += piece;
      return held.length < longest ? "" : upTo(held.length - longest + 1);
    },
    end: () => upTo(held.length)
  };
}
function linesOf(secret) {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.length === 1 ? [secret, secret.trim()] : [secret, ...lines.filter((line) => line.length >= 16)];
}
function formsOf(secret) {
  if (secret.length < leastLength) return [];
  const bytes = Buffer.from(secret);
  const url = encodeURIComponent(secret);
  const hex = bytes.toString("hex");
  return [
    secret,
    // Bytes that are read as single characters.
    bytes.toString("latin1"),
    JSON.stringify(secret).slice(1, -1),
    url,
    url.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    secret.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character),
    hex,
    hex.toUpperCase(),
    ...base64Forms(bytes)
  ];
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function base64Forms(bytes) {
  const whole = bytes.toString("base64");
  const inside = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return text.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
  });
  const standard = [whole, whole.replace(/=+$/, ""), ...inside];
  return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"))];
}
function escaped(text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

export {
  redactor
};
