import type { TestRun } from '../test-report.ts';
import { lastLines } from './last-lines.ts';

/** Whether the shell could not start the command: it ends with 126 or 127 then. */
export function couldNotStart({ run: { end } }: Pick<TestRun, 'run'>): boolean {
  return end.kind === 'exited' && (end.code === 126 || end.code === 127);
}

/** Whether the shell found no program of the command's first word on PATH. No model can put one there. */
export function lacksProgram({ run }: Pick<TestRun, 'run'>, command: string): boolean {
  const [word = ''] = command.trim().split(/\s/, 1);
  if (!couldNotStart({ run }) || !/^[\w.+-]+$/.test(word)) return false;
  return lastLines(run, 1).some((line) => / not found$/.test(line) && line.includes(` ${word}: `));
}
