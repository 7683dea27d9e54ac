import type { ObjectReader } from './object-reader.ts';

/** Reads blobs by their ids. */
export type BlobReader = (oid: string) => Promise<Uint8Array>;

/** A reader of a repository's blobs. Those that are read more than once, as test files by each control, are kept. */
export function blobReader(objects: ObjectReader): BlobReader {
  const kept = new Map<string, Uint8Array>();
  const waiting = new Map<string, Promise<Uint8Array>>();
  let room = keptBytes;
  const read = async (oid: string): Promise<Uint8Array> => {
    const found = await objects(oid);
    if (found?.type !== 'blob') throw new Error(`git has no file ${oid}`);
    if (found.bytes.length > room) return found.bytes;
    room -= found.bytes.length;
    // A copy of its own: a part of a large output would hold all of it.
    const bytes = Uint8Array.from(found.bytes);
    kept.set(oid, bytes);
    return bytes;
  };
  return async (oid) => {
    const known = kept.get(oid) ?? waiting.get(oid);
    if (known !== undefined) return known;
    const bytes = read(oid).finally(() => waiting.delete(oid));
    waiting.set(oid, bytes);
    return bytes;
  };
}

/** What is kept for later reads: spec, instructions and tests of most repositories. */
const keptBytes = 4 * 1024 * 1024;
