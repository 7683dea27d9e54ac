import type { CommandRun } from '../core/results/test-report.ts';

/** One command to run on text of unknown origin. `environment` is complete: nothing is inherited. */
export type CommandRequest = {
  readonly command: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** Where commands run. A run that returns has left no process behind. */
export interface Sandbox {
  readonly level: 'bubblewrap' | 'docker' | 'none';
  run(request: CommandRequest): Promise<CommandRun>;
}
