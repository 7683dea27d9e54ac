import type { Log } from '../../ports/log.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Sandbox } from '../../ports/sandbox.ts';

/** What workspaces are made with. */
export type WorkspaceTools = {
  readonly repository: Repository;
  /** Runs the setup commands; it must let them reach the network. */
  readonly sandbox: Sandbox;
  /** Below it one folder of our own is made, and removed again. */
  readonly temporaryRoot: string;
  /** PATH of the setup commands. */
  readonly path: string;
  readonly log?: Log;
  /** Ends a setup that is running. */
  readonly signal?: AbortSignal;
  /** Value of a variable that `setup-env` names; not given on forks. */
  readonly setupVariable?: (name: string) => string | null;
  readonly setupTimeoutMs?: number;
};
