import type { CommandRun, TestRun } from './test-report.ts';

/** How large one report of a run may be, and how many tests all of them may have. */
export type ReportLimits = { readonly bytes: number; readonly tests: number };

const mebibyte = 1024 * 1024;

/** The committed code is the user's own: its report may be as large as this machine can read. */
export const ownRunLimits: ReportLimits = { bytes: 256 * mebibyte, tests: 1_000_000 };

/** Node keeps no longer text. */
const longestText = 500 * mebibyte;

/** Generated code may print more than the committed code, but not without a limit. */
export function cellLimits(ownRun: TestRun | null): ReportLimits {
  const { bytes = 0, cases = [] } = ownRun?.report ?? {};
  return {
    bytes: Math.min(longestText, Math.max(16 * mebibyte, 4 * bytes)),
    tests: Math.max(50_000, 4 * cases.length),
  };
}

/** A report that was not read. */
export type TooLarge = NonNullable<TestRun['tooLarge']>;

/** What is too large, with its size and the limit. */
export function tooLargeWords({ file, bytes, limitBytes }: TooLarge): string {
  return `its report ${file} has ${inMebibytes(bytes)}, and the limit is ${inMebibytes(limitBytes)}`;
}

function inMebibytes(bytes: number): string {
  return `${Number((bytes / mebibyte).toFixed(1))} MiB`;
}

type OverLimit = Extract<CommandRun['end'], { readonly kind: 'over-limit' }>;

/** What a command did that used more than the sandbox allows, as the rest of a sentence about it. */
export function overLimitWords({ limit }: OverLimit): string {
  return limit === 'memory'
    ? 'ran out of memory: its processes and files together may not use more'
    : 'made more files than the sandbox has room for';
}
