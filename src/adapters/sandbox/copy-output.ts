import { mkdir, open, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { View } from '../../ports/sandbox.ts';
import type { SandboxOutput, SentFile } from './read-output.ts';

/**
 * Writes the files that a command left to their places outside. All folders are ours and no command ever sees them, so
 * nothing can block a path.
 */
export async function copyOutput(view: View, { files, list }: SandboxOutput): Promise<void> {
  const bring = asked(view);
  if (bring !== null) await beginAnew(bring, list);
  for (const [name, file] of files) {
    const folder = name.startsWith('report/') ? view.reports : (bring?.to ?? null);
    if (folder !== null) await writeSent(join(folder, name.slice(name.indexOf('/') + 1)), file);
  }
}

/** null where nothing is asked for: then the script sends nothing either. */
function asked({ bring }: View): View['bring'] {
  return bring !== null && bring.files.length === 0 && bring.list === undefined ? null : bring;
}

async function beginAnew(bring: NonNullable<View['bring']>, list: SandboxOutput['list']): Promise<void> {
  await rm(bring.to, { recursive: true, force: true });
  await mkdir(bring.to, { recursive: true });
  if (bring.list === undefined) return;
  await rm(bring.list, { force: true });
  if (list !== null) await decodeInto(bring.list, list);
}

async function writeSent(to: string, file: SentFile): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if (file.kind === 'content') return decodeInto(to, file.base64);
  await writeFile(to, '', { flag: 'wx' });
  // Takes no space: only the size is read.
  await truncate(to, file.bytes);
}

/** Whole groups of four characters, so that each chunk can be decoded by itself. */
const chunkLength = 4 * 1024 * 1024;

async function decodeInto(to: string, base64: Buffer): Promise<void> {
  await using file = await open(to, 'wx');
  for (let at = 0; at < base64.length; at += chunkLength) {
    const chunk = base64.subarray(at, at + chunkLength).toString('latin1');
    await file.write(Buffer.from(chunk, 'base64'));
  }
}
