import type { ActionWorld } from './action-world.ts';
import { vendorKeys } from './action-world.ts';
import { runnerPath } from './run-action.ts';
import { startNode, type Ended, type Running } from './run-node.ts';

/** How a test calls the command line. Defaults are those of a developer's machine that has everything. */
export type CliCall = {
  /** Working folder of the call. Default: the repository. */
  readonly cwd?: string;
  /** The whole environment except PATH and HOME. Default: the vendors' keys. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the command line in the world's repository. */
export function startCli(
  cli: string,
  of: { readonly world: ActionWorld; readonly argv: readonly string[] } & CliCall,
): Running {
  return startNode([cli, ...of.argv], {
    cwd: of.cwd ?? of.world.repository.directory,
    env: { PATH: runnerPath, HOME: '/nonexistent', ...(of.env ?? vendorKeys) },
  });
}

/** Runs the command line to its end. */
export async function runCli(cli: string, of: Parameters<typeof startCli>[1]): Promise<Ended> {
  return startCli(cli, of).ended;
}

/** The two commits of the world, as `check` and `report` take them. */
export function rangeOf({ base, head }: ActionWorld): readonly string[] {
  return ['--base', base, '--head', head];
}
