/** An object as git stores it; `oid` is its own id, whatever name it was asked for by. */
export type GitObject = { readonly oid: string; readonly type: string; readonly bytes: Uint8Array };

/**
 * Takes apart what `git cat-file --batch` prints: for each name either a line with id, type and size, these bytes and a
 * line feed, or one line that says why there is no object.
 */
export class ObjectStream {
  #held: Uint8Array[] = [];
  #length = 0;
  /** No other answer is complete before there are so many bytes. */
  #needed = 1;

  /** The answers that these bytes complete. */
  take(bytes: Uint8Array): readonly (GitObject | null)[] {
    this.#held.push(bytes);
    this.#length += bytes.length;
    if (this.#length < this.#needed) return [];
    let rest: Buffer = Buffer.concat(this.#held);
    const found: (GitObject | null)[] = [];
    let next = firstIn(rest);
    while (next.length <= rest.length) {
      found.push(next.object);
      rest = rest.subarray(next.length);
      next = firstIn(rest);
    }
    this.#held = [rest];
    this.#length = rest.length;
    this.#needed = next.length;
    return found;
  }
}

// <oid> <type> <size>
const header = /^([0-9a-f]{40}) ([a-z]+) (\d+)$/;

/** The first answer, and its whole length, of which more may be still to come. */
function firstIn(bytes: Buffer): { readonly length: number; readonly object: GitObject | null } {
  const lineEnd = bytes.indexOf(0x0a);
  if (lineEnd === -1) return { length: bytes.length + 1, object: null };
  const start = lineEnd + 1;
  const [, oid = '', type = '', size] = header.exec(bytes.toString('utf8', 0, lineEnd)) ?? [];
  if (size === undefined) return { length: start, object: null };
  const end = start + Number(size);
  return { length: end + 1, object: { oid, type, bytes: bytes.subarray(start, end) } };
}
