import type { TestRun } from './test-report.ts';

/** Whether the shell found no such command: 126 and 127 are its own codes. */
export function couldNotStart({ run: { end } }: TestRun): boolean {
  return end.kind === 'exited' && (end.code === 126 || end.code === 127);
}
