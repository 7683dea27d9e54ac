import { UserError } from '../../errors.ts';
import type { TextFile } from './spec.ts';

/** The largest spec, instructions or context file that is read. */
export const maximumTextBytes = 1_000_000;

/** Reads a committed file as text with LF line ends and no byte-order mark. Throws SPEC_UNREADABLE. */
export function readText(path: string, bytes: Uint8Array): TextFile {
  if (bytes.length > maximumTextBytes) throw tooLarge(path, bytes.length);
  if (bytes.includes(0)) throw unreadable(path, 'contains a NUL byte, so it is not text');
  const text = decode(path, bytes).replaceAll(/\r\n?/g, '\n');
  if (text.startsWith(lfsPointer)) throw noText(path);
  return { path, text };
}

/** The refusal of a file because of its size, so that it need not be read first. */
export function tooLarge(path: string, bytes: number): UserError {
  const hint = 'Split it, or leave it out of `spec`, `instructions` and `context`.';
  return new UserError('SPEC_UNREADABLE', `${quoted(path)} has ${bytes} bytes, more than 1 MB.`, hint);
}

/** The refusal of a link or submodule in place of a text file. */
export function noFile(path: string, kind: 'symlink' | 'submodule'): UserError {
  const what = kind === 'symlink' ? 'a symbolic link' : 'a submodule';
  return new UserError('SPEC_UNREADABLE', `${quoted(path)} is ${what}.`, 'Give the path of the file itself.');
}

// The first line of Git LFS pointers, according to their specification.
const lfsPointer = 'version https://git-lfs.github.com/spec/v1\n';

function noText(path: string): UserError {
  const hint = 'Remove its pattern from `.gitattributes`, and commit the file itself.';
  return new UserError('SPEC_UNREADABLE', `${quoted(path)} is a Git LFS pointer.`, hint);
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    // TextDecoder drops one byte-order mark by default.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, 'is not UTF-8');
  }
}

function unreadable(path: string, why: string): UserError {
  return new UserError('SPEC_UNREADABLE', `${quoted(path)} ${why}.`, 'Save it as UTF-8 text.');
}

// A path may contain line ends and terminal codes.
function quoted(path: string): string {
  return `\`${path.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 200)}\``;
}
