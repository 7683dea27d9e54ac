import type { CommandRun } from './test-report.ts';

/** The last lines of what a command said, blank ones left out; what it printed comes before its errors. */
export function lastLines(
  { stdout, stderr }: Pick<CommandRun, 'stdout' | 'stderr'>,
  count: number,
): string[] {
  return [stdout, stderr]
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count);
}
