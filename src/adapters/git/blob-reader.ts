import type { SimpleGit } from 'simple-git';

/** Reads blobs by their ids. Blobs that are requested at the same time share as few git processes as possible. */
export type BlobReader = {
  /** Registers the size of a blob; sizes are needed to split one output into several blobs. */
  setSize(oid: string, size: number): void;
  read(oid: string): Promise<Uint8Array>;
};

/** A reader of a repository's blobs. */
export function blobReader(git: SimpleGit): BlobReader {
  const sizes = new Map<string, number>();
  let waiting = new Map<string, Promise<Uint8Array>>();
  let round: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
  // Each control run reads the test files again.
  const kept = new Map<string, Uint8Array>();
  let room = keptBytes;

  const keep = (oid: string, bytes: Uint8Array): Uint8Array => {
    if (bytes.length > room || kept.has(oid)) return bytes;
    room -= bytes.length;
    // A copy of its own: a part of a large output would hold all of it.
    kept.set(oid, Uint8Array.from(bytes));
    return bytes;
  };

  const startRound = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
    // Requests that arrive before the next turn of the event loop join this round.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    const oids = [...waiting.keys()];
    waiting = new Map();
    round = null;
    const found = new Map<string, Uint8Array>();
    for (const some of chunksOf(oids, sizes))
      for (const [oid, bytes] of await readSome(git, some, sizes)) found.set(oid, bytes);
    return found;
  };
  return {
    setSize: (oid, size) => void sizes.set(oid, size),
    read: async (oid) => {
      const known = kept.get(oid) ?? waiting.get(oid);
      if (known !== undefined) return known;
      if (!sizes.has(oid)) return keep(oid, await readOne(git, oid));
      const bytes = (async () => {
        round ??= startRound();
        return keep(oid, (await round).get(oid) ?? (await readOne(git, oid)));
      })();
      waiting.set(oid, bytes);
      return bytes;
    },
  };
}

/** What is kept for later reads: spec, instructions and tests of most repositories. */
const keptBytes = 4 * 1024 * 1024;

const most = { blobs: 500, bytes: 16 * 1024 * 1024 };

function chunksOf(
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let bytes = 0;
  for (const oid of oids) {
    const size = sizes.get(oid) ?? 0;
    const last = chunks.at(-1);
    if (last === undefined || last.length >= most.blobs || bytes + size > most.bytes) {
      chunks.push([oid]);
      bytes = size;
    } else {
      last.push(oid);
      bytes += size;
    }
  }
  return chunks;
}

async function readSome(
  git: SimpleGit,
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [first] = oids;
  if (first === undefined || oids.length === 1)
    return first === undefined ? new Map() : new Map([[first, await readOne(git, first)]]);
  // For blobs, `git show` prints the plain contents one after the other and nothing in between.
  const all: unknown = await git.showBuffer(['--no-textconv', '--no-ext-diff', ...oids]).catch(() => null);
  const total = oids.reduce((sum, oid) => sum + (sizes.get(oid) ?? 0), 0);
  if (!(all instanceof Uint8Array) || all.length !== total) return new Map();
  const found = new Map<string, Uint8Array>();
  let start = 0;
  for (const oid of oids) {
    const end = start + (sizes.get(oid) ?? 0);
    found.set(oid, all.subarray(start, end));
    start = end;
  }
  return found;
}

async function readOne(git: SimpleGit, oid: string): Promise<Uint8Array> {
  const bytes: unknown = await git.binaryCatFile(['blob', oid]);
  if (!(bytes instanceof Uint8Array)) throw new Error(`git gave no bytes for ${oid}`);
  return bytes;
}
