import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/process/find-program.ts
import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
var found = /* @__PURE__ */ new Map();
function findProgram(name, path) {
  if (name.includes("/") || path === void 0) return name;
  return programOnPath(name, path) ?? name;
}
function programOnPath(name, path) {
  const key = `${name}\0${path}`;
  const known = found.get(key);
  if (known !== void 0 && isProgram(known)) return known;
  const file = path.split(":").filter((folder) => folder.startsWith("/")).map((folder) => join(folder, name)).find(isProgram);
  if (file === void 0) return null;
  found.set(key, file);
  return file;
}
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

// src/adapters/process/output-ring.ts
var OutputRing = class {
  #headCap;
  #tailCap;
  #head = [];
  #headBytes = 0;
  #tail = null;
  /** Bytes given to the tail so far; the ring's write position is this modulo its size. */
  #tailBytes = 0;
  constructor(capBytes) {
    this.#headCap = Math.ceil(capBytes / 2);
    this.#tailCap = Math.floor(capBytes / 2);
  }
  /** Takes the next bytes of the stream. */
  push(chunk) {
    const room = this.#headCap - this.#headBytes;
    if (room > 0) this.#head.push(Buffer.from(chunk.subarray(0, room)));
    this.#headBytes += Math.min(room, chunk.length);
    if (chunk.length > room) this.#pushTail(chunk.subarray(room));
  }
  /** The kept bytes as text; one line marks the place where bytes were dropped. */
  clipped() {
    const head = Buffer.concat(this.#head);
    const tail = this.#tailInOrder();
    const droppedBytes = this.#tailBytes - tail.length;
    if (droppedBytes === 0) return { text: Buffer.concat([head, tail]).toString("utf8"), droppedBytes };
    const notice = `
[... ${droppedBytes} bytes left out ...]
`;
    return { text: `${head.toString("utf8")}${notice}${tail.toString("utf8")}`, droppedBytes };
  }
  #pushTail(bytes) {
    const kept = bytes.subarray(Math.max(0, bytes.length - this.#tailCap));
    this.#tailBytes += bytes.length;
    if (kept.length === 0) return;
    this.#tail ??= Buffer.alloc(this.#tailCap);
    const start = (this.#tailBytes - kept.length) % this.#tailCap;
    const first = Math.min(kept.length, this.#tailCap - start);
    kept.copy(this.#tail, start, 0, first);
    kept.copy(this.#tail, 0, first);
  }
  #tailInOrder() {
    if (this.#tail === null) return Buffer.alloc(0);
    if (this.#tailBytes <= this.#tailCap) return this.#tail.subarray(0, this.#tailBytes);
    const oldest = this.#tailBytes % this.#tailCap;
    return Buffer.concat([this.#tail.subarray(oldest), this.#tail.subarray(0, oldest)]);
  }
};

// src/ports/sandbox.ts
var keptGradle = ".gradle-of-setup";
var mostListBytes = 1024 * 1024;

export {
  findProgram,
  programOnPath,
  OutputRing,
  keptGradle,
  mostListBytes
};
