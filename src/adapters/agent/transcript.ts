import type { CommandRun } from '../../core/results/test-report.ts';
import { OutputRing } from '../process/output-ring.ts';
import { withoutSecrets } from '../process/secrets.ts';

/** Bytes kept of what an agent printed, half from its start and half from its end. */
const transcriptBytes = 64 * 1024;

/** What an agent printed: capped, without secrets, stdout first. */
export function transcriptOf({ stdout, stderr }: Pick<CommandRun, 'stdout' | 'stderr'>): string {
  const said = [stdout.text, stderr.text].filter((text) => text.trim() !== '').join('\n');
  const ring = new OutputRing(transcriptBytes);
  ring.push(Buffer.from(withoutSecrets(said)));
  return ring.clipped().text;
}

/** The last line that it wrote to stderr; empty if there is none. */
export function lastErrorOf({ stderr }: Pick<CommandRun, 'stderr'>): string {
  const lines = withoutSecrets(stderr.text).split('\n');
  return (lines.findLast((line) => line.trim() !== '') ?? '').trim().slice(0, 500);
}
