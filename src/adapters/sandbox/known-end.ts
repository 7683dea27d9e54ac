import { constants } from 'node:os';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { SandboxOutput } from './read-output.ts';

/**
 * How a command ended, as far as that is known. If the script around it did not come to its end, the code is not that of
 * the command: something killed the script.
 */
export function knownEnd(end: CommandRun['end'], { ended }: Pick<SandboxOutput, 'ended'>): CommandRun['end'] {
  if (ended || end.kind !== 'exited') return end;
  const signal = Object.entries(constants.signals).find(([, number]) => number === end.code - 128)?.[0];
  return { kind: 'killed', signal: signal ?? 'unknown' };
}
