import type { Log } from '../../ports/log.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Sandbox } from '../../ports/sandbox.ts';

/** What workspaces are made with. */
export type WorkspaceTools = {
  readonly repository: Repository;
  /** Runs the setup commands; it must give them access to the network. */
  readonly sandbox: Sandbox;
  /** One folder of ours is made below it, and removed at the end. */
  readonly temporaryRoot: string;
  /** PATH of the setup commands. */
  readonly path: string;
  readonly log?: Log;
  /** Cancels a setup that is running. */
  readonly signal?: AbortSignal;
  /** Value of a variable that `setup-env` names; missing on forks. */
  readonly setupVariable?: (name: string) => string | null;
  readonly setupTimeoutMs?: number;
};
