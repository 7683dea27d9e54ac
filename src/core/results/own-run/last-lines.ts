import type { CommandRun } from '../test-report.ts';

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

/**
 * The line of a command's output that says most likely why it failed: the last one, unless that is what a program
 * appends to every failure. Then it is the first that names a fault.
 */
export function tellingLine(lines: readonly string[]): string | null {
  const last = lines.at(-1) ?? null;
  if (last === null || !isAppended(last)) return last;
  return lines.find((line) => isFault(line)) ?? lines.findLast((line) => !isAppended(line)) ?? last;
}

/** Whether a line names what went wrong. */
export function isFault(line: string): boolean {
  return (
    !isAppended(line) &&
    /\b(?:errors?|cannot|can(?:'|no)t|missing|not found|no such|denied|can only)\b/i.test(line)
  );
}

// Of Node, npm and pnpm: their version, where the log is, and codes without words.
function isAppended(line: string): boolean {
  return /^\s*(?:Node\.js v\d|npm (?:error|ERR!)\s*(?:$|A complete log|code |errno |syscall |path |\d{4}-)|[\])}]|$)/.test(
    line,
  );
}
