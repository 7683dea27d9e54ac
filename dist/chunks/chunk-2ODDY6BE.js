import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/specs/path-from.ts
function pathFrom(path, name) {
  if (/^[/~]/.test(name) || name.includes("\\")) return null;
  const parts = path.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return null;
  }
  return parts.length === 0 ? null : parts.join("/");
}

export {
  pathFrom
};
