import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/plain-files/inside.ts
import { isAbsolute, relative, sep } from "node:path";
function inside(folder, path) {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way;
}

export {
  inside
};
