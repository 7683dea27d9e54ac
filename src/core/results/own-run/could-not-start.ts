import type { TestRun } from '../test-report.ts';

/** Whether the shell could not start the command: it ends with 126 or 127 then. */
export function couldNotStart({ run: { end } }: TestRun): boolean {
  return end.kind === 'exited' && (end.code === 126 || end.code === 127);
}
