import { UserError } from '../../errors.ts';

const reasons = {
  ENOSPC: 'its disk has no space left',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'its file system is read-only',
} as const;

// Git says only in words why it could not write.
const words = [
  [/No space left on device/i, 'ENOSPC'],
  [/Disk quota exceeded/i, 'EDQUOT'],
  [/Read-only file system/i, 'EROFS'],
] as const;

/** DISK_NOT_WRITABLE where the reason of an error is a disk that takes no more; null for every other error. */
export function diskError(error: unknown, path: string | null = null): UserError | null {
  for (const cause of causesOf(error)) {
    const code = codeOf(cause);
    if (code === null) continue;
    const place = path ?? textOf(cause, 'dest') ?? textOf(cause, 'path') ?? 'a file';
    return new UserError(
      'DISK_NOT_WRITABLE',
      `${place} could not be written: ${reasons[code]} (${code}).`,
      'Free space there, or name folders on another disk (`records`, `report-dir`, the variable TMPDIR), and start again: what was finished is kept.',
    );
  }
  return null;
}

type Cause = Readonly<Record<string, unknown>>;

function causesOf(error: unknown): readonly Cause[] {
  const causes: Cause[] = [];
  for (let cause = error; isCause(cause) && causes.length < 5; cause = cause['cause']) causes.push(cause);
  return causes;
}

// Checks the shape, because `instanceof` is false for an error of another realm (jest).
function isCause(value: unknown): value is Cause {
  return typeof value === 'object' && value !== null;
}

function codeOf(cause: Cause): keyof typeof reasons | null {
  const code = textOf(cause, 'code');
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS') return code;
  const message = textOf(cause, 'message') ?? '';
  return words.find(([said]) => said.test(message))?.[1] ?? null;
}

function textOf(cause: Cause, name: string): string | null {
  const value = cause[name];
  return typeof value === 'string' ? value : null;
}
