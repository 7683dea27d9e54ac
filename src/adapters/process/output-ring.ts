import type { Clipped } from '../../core/results/test-report.ts';

/** Keeps the first and the last bytes of a stream, in constant memory for any length. */
export class OutputRing {
  readonly #headCap: number;
  readonly #tailCap: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer | null = null;
  /** Bytes given to the tail so far; the ring's write position is this modulo its size. */
  #tailBytes = 0;

  constructor(capBytes: number) {
    this.#headCap = Math.ceil(capBytes / 2);
    this.#tailCap = Math.floor(capBytes / 2);
  }

  /** Takes the next bytes of the stream. */
  push(chunk: Buffer): void {
    const room = this.#headCap - this.#headBytes;
    // Copied, because a slice would keep the whole block alive that it was read into.
    if (room > 0) this.#head.push(Buffer.from(chunk.subarray(0, room)));
    this.#headBytes += Math.min(room, chunk.length);
    if (chunk.length > room) this.#pushTail(chunk.subarray(room));
  }

  /** The kept bytes as text; one line marks the place where bytes were dropped. */
  clipped(): Clipped {
    const head = Buffer.concat(this.#head);
    const tail = this.#tailInOrder();
    const droppedBytes = this.#tailBytes - tail.length;
    if (droppedBytes === 0) return { text: Buffer.concat([head, tail]).toString('utf8'), droppedBytes };
    const notice = `\n[... ${droppedBytes} bytes left out ...]\n`;
    return { text: `${head.toString('utf8')}${notice}${tail.toString('utf8')}`, droppedBytes };
  }

  #pushTail(bytes: Buffer): void {
    const kept = bytes.subarray(Math.max(0, bytes.length - this.#tailCap));
    this.#tailBytes += bytes.length;
    if (kept.length === 0) return;
    this.#tail ??= Buffer.alloc(this.#tailCap);
    const start = (this.#tailBytes - kept.length) % this.#tailCap;
    const first = Math.min(kept.length, this.#tailCap - start);
    kept.copy(this.#tail, start, 0, first);
    kept.copy(this.#tail, 0, first);
  }

  #tailInOrder(): Buffer {
    if (this.#tail === null) return Buffer.alloc(0);
    if (this.#tailBytes <= this.#tailCap) return this.#tail.subarray(0, this.#tailBytes);
    const oldest = this.#tailBytes % this.#tailCap;
    return Buffer.concat([this.#tail.subarray(oldest), this.#tail.subarray(0, oldest)]);
  }
}
