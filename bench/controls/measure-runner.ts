import PQueue from 'p-queue';
import { openRepository } from '../../src/adapters/git/git-repository.ts';
import { hostEnvironment } from '../../src/adapters/process/environment.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import type { SandboxLevel } from '../../src/core/settings.ts';
import { claimsPass } from '../../src/core/results/tampered.ts';
import { openCodeJudge, type CodeJudge, type JudgedCode } from '../../src/testing/runs/code-judge.ts';
import { temporaryRepository } from '../../src/testing/temporary-repository.ts';
import { benchPorts } from '../bench-ports.ts';
import { treesOf, type RunnerBench } from './runner-bench.ts';

/** What the suites of one runner said of honest code and of forgers. */
export type Measured = {
  readonly runner: string;
  readonly honest: readonly JudgedCode[];
  /** A forger is planted in each suite of the runner. */
  readonly forgers: readonly Planted[];
  /** Places of the tests that were changed, and how many of these changes the tests noticed. */
  readonly changed: number;
  readonly noticed: number;
  /** Tests that pass, and how many of them a change reaches. */
  readonly passing: number;
  readonly reached: number;
};

/** One forger in one suite. */
export type Planted = {
  readonly name: string;
  readonly suite: string;
  readonly judged: JudgedCode;
  /** Its first test run looked like a pass, so that only the control speaks against it. */
  readonly claimsPass: boolean;
};

/** How much is measured, and where. */
export type Extent = { readonly trees: number; readonly atOnce: number; readonly sandbox: SandboxLevel };

/** Tries every suite of a runner on honest trees, divided among the suites, and on each forger. */
export async function measureRunner(runner: RunnerBench, extent: Extent): Promise<Measured> {
  const suites = Object.keys(runner.suites);
  const most = Math.ceil(extent.trees / suites.length);
  const parts: SuitePart[] = [];
  for (const suite of suites) parts.push(await measureSuite(runner, { ...extent, suite, trees: most }));
  const sum = (of: (part: SuitePart) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    runner: runner.name,
    honest: parts.flatMap(({ honest }) => honest),
    forgers: parts.flatMap(({ forgers }) => forgers),
    changed: sum(({ controls }) => controls?.changed ?? 0),
    noticed: sum(({ controls }) => controls?.noticed ?? 0),
    passing: sum(({ controls }) => controls?.passing ?? 0),
    reached: sum(({ controls }) => controls?.reached ?? 0),
  };
}

type SuitePart = Pick<Measured, 'honest' | 'forgers'> & Pick<CodeJudge, 'controls'>;

async function measureSuite(
  runner: RunnerBench,
  { suite, trees, atOnce, sandbox }: Extent & { readonly suite: string },
): Promise<SuitePart> {
  const all = treesOf(runner.right);
  const [committed] = all;
  if (committed === undefined) throw new Error(`${runner.name} has no right code`);
  const { path } = committed;
  await using source = await temporaryRepository({
    'SPEC.md': '# Made\n',
    ...runner.files,
    ...runner.suites[suite],
    [path]: committed.content,
  });
  const commit = await source.git('rev-parse', 'HEAD');
  const repository = await openRepository(source.directory, hostEnvironment());
  const { signal } = new AbortController();
  await using ports = await benchPorts({ repository, sandbox, signal });
  await using judge = await openCodeJudge(ports, { settings: settingsFor(runner, sandbox), commit });
  const queue = new PQueue({ concurrency: atOnce });
  const honest = await queue.addAll(all.slice(0, trees).map((file) => () => judge.judge([file])));
  const forgers = await queue.addAll(
    runner.forgers.map(({ name, text }) => async (): Promise<Planted> => {
      const judged = await judge.judge([{ path, content: text }]);
      return { name, suite, judged, claimsPass: claimsPass(judged.first) };
    }),
  );
  return { honest, forgers, controls: judge.controls };
}

/** JSON is YAML. */
function settingsFor({ test, writes, packages }: RunnerBench, sandbox: SandboxLevel) {
  const setup = packages === undefined ? {} : { setup: `install-${packages}` };
  const text = JSON.stringify({
    version: 1,
    specs: [{ name: 'made', spec: ['SPEC.md'], writes: [writes], test, ...setup }],
    models: [{ provider: 'openai', model: 'nobody', 'api-key-env': 'none', price: { input: 0, output: 0 } }],
    budget: { tokens: 'none', minutes: 60 },
    sandbox,
  });
  return readSettings({ file: { path: 'bench.yml', text }, inputs: {} }).settings;
}
