import { realpath } from 'node:fs/promises';
import { readPlainFile, type PlainFile } from './read-plain-file.ts';

/** Reads a file that the user named on the command line, up to a size. It may be a link; never a pipe or a device. */
export async function readNamedFile(path: string, capBytes: number): Promise<PlainFile> {
  return readPlainFile(await realpath(path).catch(() => path), capBytes);
}
