import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The files below a folder that hold a text, as they are or unpacked. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(folder))
    if (unpacked(await readFile(path)).includes(text)) found.push(relative(folder, path));
  return found;
}

/** What the files below a folder say, unpacked. */
export async function textsBelow(folder: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const path of await filesBelow(folder)) texts.push(unpacked(await readFile(path)).toString('utf8'));
  return texts;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
