import { randomUUID } from 'node:crypto';
import { chmod, readdir, rename, rm } from 'node:fs/promises';

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

// Names are bytes here: one that is no UTF-8 would not be found again by its text.
async function makeRemovable(top: Buffer): Promise<void> {
  const waiting = [top];
  await chmod(top, 0o700);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true, encoding: 'buffer' })) {
      if (!entry.isDirectory()) continue;
      const place = below(folder, entry.name);
      await chmod(place, 0o700);
      waiting.push(place.length > longestPath ? await moved(place, top) : place);
    }
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
