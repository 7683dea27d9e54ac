import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionWorld, vendorKeys, type ActionWorld } from '../../src/testing/runs/action-world.ts';
import { byNode, halvesConfig } from '../../src/testing/builders/halves.ts';
import { bundleIn } from '../../src/testing/runs/make-bundle.ts';
import { startCli } from '../../src/testing/runs/run-cli.ts';
import type { Ended } from '../../src/testing/runs/run-node.ts';
import { FirstCallWatch } from './first-call.ts';

/** A pull request that is checked by the bundle: two models, 24 samples of each side, tests in bubblewrap. */
export type CheckedWorld = AsyncDisposable & {
  readonly world: ActionWorld;
  readonly watch: FirstCallWatch;
  /** Runs a check to its end. */
  readonly check: (by: Program) => Promise<Ended>;
  /** Removes every answer from the records, and leaves what was measured on the committed code. */
  readonly forgetAnswers: () => Promise<void>;
};

/** What checks: the action, or the command line on somebody's machine. */
export type Program = 'action' | 'cli';

/** Makes the world; nothing is on record yet. */
export async function checkedWorld(dist: string, samples: number): Promise<CheckedWorld> {
  const watch = new FirstCallWatch();
  const { action, cli } = bundleIn(dist);
  const world = await actionWorld(action, {
    faults: watch.faults,
    config: (url) =>
      halvesConfig(url, {
        spec: byNode,
        rest: { samples: { looks: [samples] }, sandbox: 'bubblewrap', budget: { concurrency: 16 } },
      }),
  });
  // A runner that is kept has the same folders in every job; without them its sandbox is another one.
  const home = await mkdtemp(join(tmpdir(), 'bench-start-home-'));
  await chmod(home, 0o755);
  const places = { HOME: home, RUNNER_TEMP: home };
  const records = join(world.repository.directory, '.spec-portability/records');
  return {
    world,
    watch,
    check: async (by) => {
      if (by === 'action') return world.run({ env: places, onStarted: (_, running) => watch.watch(running) });
      const argv = ['check', '--base', world.base, '--head', world.head];
      const running = startCli(cli, { world, argv, env: { ...vendorKeys, HOME: home } });
      watch.watch(running);
      return running.ended;
    },
    forgetAnswers: async () => rm(join(records, 'generation'), { recursive: true, force: true }),
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
}
