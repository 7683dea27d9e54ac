// Every promise about time, with its limit. No test looks at the clock, because a busy machine would fail it.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../src/adapters/process/run-command.ts';
import { cleanEnvironment, hostPath } from '../src/adapters/process/environment.ts';
import { askEngine, dockerClient } from '../src/adapters/sandbox/docker-client.ts';
import { readReport } from '../src/core/results/read-report.ts';
import { suspicionsOf } from '../src/core/generation/suspicions.ts';
import { dropThreshold, noDropThreshold } from '../src/core/statistics/gate.ts';
import { halves } from '../src/testing/builders/halves.ts';
import { hugeOnceRepeated } from '../src/testing/builders/hostile-text.ts';
import { aView } from '../src/testing/builders/a-view.ts';
import { openTestSandbox } from '../src/testing/open-test-sandbox.ts';
import { aModel, apiAdapters, callOnce, testKey } from '../src/testing/doubles/model-double/api-clients.ts';
import { startModelDouble } from '../src/testing/doubles/model-double.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { overgrownReports } from './fuzz/overgrown-reports.ts';
import { startOutcome } from './outcome.ts';

/** A promise about time; `run` returns the measured milliseconds. */
type Promised = { readonly what: string; readonly boundMs: number; readonly run: () => Promise<number> };

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-times-'));
const forEver = 'sleep 99999';

const shell = async (script: string, timeoutMs: number): Promise<unknown> =>
  runCommand({
    argv: ['/bin/sh', '-c', script],
    directory: folder,
    environment: { PATH: hostPath() },
    timeoutMs,
    signal: new AbortController().signal,
  });

async function pullRequestWithoutSpecs(): Promise<number> {
  await using world = await actionWorld(resolve('dist/index.js'), {
    head: async (repository) => repository.write({ 'src/half.mjs': `// faster\n${halves.right}` }),
  });
  return (await world.run({ keys: false })).ms;
}

async function demo(): Promise<number> {
  const env = { PATH: runnerPath, HOME: '/nonexistent' };
  return (await startNode([resolve('dist/cli.js'), 'demo'], { cwd: folder, env }).ended).ms;
}

async function silentVendor(adapter: (typeof apiAdapters)[number]): Promise<number> {
  const simulated = { name: 'simulated-a', write: () => [{ path: 'a.txt', content: 'line\n'.repeat(400) }] };
  await using double = await startModelDouble([simulated], {
    faults: () => ({ kind: 'stall', at: 'mid-stream' }),
  });
  const model = aModel(adapter, double.url, { idleMs: 250 });
  return await timed(async () => callOnce(adapter.client({ model, apiKey: testKey })));
}

async function silentEngine(): Promise<number> {
  await writeFile(join(folder, 'docker'), `#!/bin/sh\nexec ${forEver}\n`);
  await chmod(join(folder, 'docker'), 0o755);
  return timed(async () => askEngine(dockerClient({ path: `${folder}:/usr/bin:/bin`, host: null })));
}

async function forkBomb(): Promise<number> {
  await using opened = await openTestSandbox();
  const place = join(opened.temporaryRoot, 'bomb');
  await mkdir(place);
  const view = aView(place);
  return await timed(async () =>
    opened.sandbox.run({
      purpose: 'test',
      command: `bomb() { bomb | bomb & }; bomb; ${forEver}`,
      directory: place,
      environment: cleanEnvironment({ home: view.home, path: hostPath(), temporary: view.temporary }),
      view,
      timeoutMs: 1000,
      signal: new AbortController().signal,
    }),
  );
}

const promises: readonly Promised[] = [
  { what: 'the demo', boundMs: 30_000, run: demo },
  { what: 'a pull request that touches no spec', boundMs: 2000, run: pullRequestWithoutSpecs },
  {
    what: `${hugeOnceRepeated.length} hostile texts of a million pieces, scanned`,
    boundMs: 5000,
    run: async () =>
      timed(() => {
        for (const piece of hugeOnceRepeated)
          suspicionsOf([{ path: 'src/a.js', content: piece.repeat(1_000_000) }]);
      }),
  },
  ...overgrownReports.map(({ name, format, text }) => ({
    what: `a report: ${name}`,
    boundMs: 5000,
    run: async () => {
      const report = text();
      return timed(() => readReport(format, report, ['/workspace/tree']));
    },
  })),
  {
    what: 'a command with a limit of 0.5 s, whose grandchild holds its output',
    boundMs: 3000,
    run: async () => timed(async () => shell(`setsid ${forEver} & ${forEver}`, 500)),
  },
  {
    what: 'a command that ends at once and leaves a child with its output',
    boundMs: 4000,
    run: async () => timed(async () => shell(`${forEver} & exit 0`, 60_000)),
  },
  { what: 'a fork bomb in bubblewrap with a limit of 1 s', boundMs: 8000, run: forkBomb },
  ...apiAdapters.map((adapter) => ({
    what: `${adapter.name}, silent in mid-stream, given up after 0.25 s`,
    boundMs: 2000,
    run: async () => silentVendor(adapter),
  })),
  {
    what: 'the first question of `judge` with 200 samples a side',
    boundMs: 4000,
    run: async () =>
      timed(() => {
        const plan = [{ base: 200, head: 200 }];
        dropThreshold(plan, 0.05);
        noDropThreshold(plan, 0.4, 0.1);
      }),
  },
  { what: 'a docker engine that does not answer', boundMs: 8000, run: silentEngine },
];

const outcome = startOutcome({ name: 'times', command: 'npm run bench:times' });
try {
  for (const { what, boundMs, run } of promises)
    outcome.add({ what, figure: Math.round(await run()), unit: 'ms', atMost: boundMs });
} finally {
  await rm(folder, { recursive: true, force: true });
}
outcome.end();
