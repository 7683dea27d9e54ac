import { limits } from './limits.ts';

/** What the script inside wrote to its descriptor. */
export type SandboxOutput = {
  /** The tree was in place and the command was started. */
  readonly begun: boolean;
  /** The script came to its end; false if something stopped it, so that nobody knows how the command ended. */
  readonly ended: boolean;
  /** By `report/<name>` or `bring/<path>`. If a name occurs twice, the last one counts. */
  readonly files: ReadonlyMap<string, SentFile>;
  /** The list of a folder in base64; null where none came whole. */
  readonly list: Buffer | null;
};

/** A file as it was sent: its content in base64, or of a file that is too large its size. */
export type SentFile =
  | { readonly kind: 'content'; readonly base64: Buffer }
  | { readonly kind: 'too-large'; readonly bytes: number };

const name = /^(?:report\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}|bring\/[A-Za-z0-9_=-]{4,1400})$/;
const size = /^\d{1,13}$/;
const lineFeed = 10;
const blank = 32;

/**
 * Treats the output of the sandbox as hostile: a line that is incomplete, not ours, too large or one too many is
 * ignored. Contents stay as they were sent, because all of them together may be more than a text can hold.
 */
export function readSandboxOutput(output: Buffer, mostBytes: number): SandboxOutput {
  const files = new Map<string, SentFile>();
  let begun = false;
  let list: Buffer | null = null;
  let start = 0;
  for (let index = 0; index < 2 * limits.outputFiles + 3; index += 1) {
    const end = output.indexOf(lineFeed, start);
    if (end === -1) break;
    const line = output.subarray(start, end);
    start = end + 1;
    if (index === 0) begun = line.equals(Buffer.from('begun'));
    if (line.subarray(0, listMark.length).equals(listMark)) list ??= line.subarray(listMark.length);
    const sent = sentIn(line, mostBytes);
    if (sent !== null && files.size <= limits.outputFiles) files.set(sent.name, sent.file);
  }
  return { begun, ended: output.subarray(-lastLine.length).equals(lastLine), files, list };
}

const listMark = Buffer.from('list ');
const lastLine = Buffer.from('\nend\n');

function sentIn(line: Buffer, mostBytes: number): { readonly name: string; readonly file: SentFile } | null {
  const gap = line.indexOf(blank);
  if (gap === -1 || gap > 1500) return null;
  const first = line.subarray(0, gap).toString('latin1');
  const rest = line.subarray(gap + 1);
  if (first === 'large') return sizeIn(rest);
  const path = plainName(first);
  if (path === null || (rest.length / 4) * 3 > mostBytes + 3) return null;
  return { name: path, file: { kind: 'content', base64: rest } };
}

function sizeIn(rest: Buffer): { readonly name: string; readonly file: SentFile } | null {
  if (rest.length > 1500) return null;
  const [first = '', bytes = ''] = rest.toString('latin1').split(' ');
  const path = plainName(first);
  return path === null || !size.test(bytes)
    ? null
    : { name: path, file: { kind: 'too-large', bytes: Number(bytes) } };
}

/** The name with its path as text; null if it could lead anywhere else. */
function plainName(sent: string): string | null {
  if (!name.test(sent)) return null;
  if (sent.startsWith('report/')) return sent;
  const path = Buffer.from(sent.slice('bring/'.length), 'base64url').toString('utf8');
  const isPlain = path.split('/').every((part) => !['', '.', '..'].includes(part));
  return isPlain && !/[\p{Cc}\\\uFFFD]/u.test(path) ? `bring/${path}` : null;
}
