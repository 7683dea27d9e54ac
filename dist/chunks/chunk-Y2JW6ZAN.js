import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/grouped.ts
function grouped(value) {
  if (!Number.isSafeInteger(value)) return value.toLocaleString("en-US");
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

export {
  grouped
};
