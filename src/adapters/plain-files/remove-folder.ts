import { randomUUID } from 'node:crypto';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { isErrno } from './safe-path.ts';

/**
 * Removes whatever is at the path, including folders that were made read-only (Go's module cache) and folders that lie
 * so deep that no path leads to them. Links are not followed.
 */
export async function removeFolder(path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 3 };
  try {
    await rm(path, options);
  } catch {
    await makeRemovable(Buffer.from(path));
    await rm(path, options);
  }
}

/** Linux takes paths of up to 4,095 bytes; one more name has up to 255. */
const longestPath = 3000;

// Names are bytes here: one that is no UTF-8 would not be found again by its text. `rm` fails while it is still removing
// other parts, so any of them may be gone at any time.
async function makeRemovable(top: Buffer): Promise<void> {
  const waiting = [top];
  await unlessGone(chmod(top, 0o700));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await unlessGone(readdir(folder, { withFileTypes: true, encoding: 'buffer' }));
    for (const entry of entries ?? []) {
      if (!entry.isDirectory()) continue;
      const place = below(folder, entry.name);
      await unlessGone(chmod(place, 0o700));
      const next = place.length > longestPath ? await unlessGone(moved(place, top)) : place;
      if (next !== null) waiting.push(next);
    }
  }
}

async function unlessGone<Value>(doing: Promise<Value>): Promise<Value | null> {
  try {
    return await doing;
  } catch (error) {
    if (isErrno(error, ['ENOENT'])) return null;
    throw error;
  }
}

async function moved(place: Buffer, top: Buffer): Promise<Buffer> {
  const to = below(top, Buffer.from(randomUUID()));
  await rename(place, to);
  return to;
}

function below(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name]);
}
