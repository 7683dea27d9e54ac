import type { CommandRun } from './test-report.ts';

type OverLimit = Extract<CommandRun['end'], { readonly kind: 'over-limit' }>;

/** What a command did that used more than the sandbox allows, as the rest of a sentence about it. */
export function overLimitWords({ limit }: OverLimit): string {
  return limit === 'memory'
    ? 'ran out of memory: its processes and files together may not use more'
    : 'made more files than the sandbox has room for';
}
