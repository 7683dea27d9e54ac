import { openRepository } from '../../src/adapters/git/git-repository.ts';
import { hostEnvironment } from '../../src/adapters/process/environment.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import { planRun } from '../../src/pipeline/check/plan-run.ts';
import { testedAs } from '../../src/pipeline/engine/cell-request.ts';
import { openEngine } from '../../src/pipeline/engine/open-engine.ts';
import { runCell } from '../../src/pipeline/engine/run-cell.ts';
import { measureCommitted } from '../../src/pipeline/engine/run-plan.ts';
import { findWork } from '../../src/pipeline/specs/find-work.ts';
import { benchPorts } from '../bench-ports.ts';
import { minus, Stopwatch, type Taken } from './stopwatch.ts';
import { timedPorts } from './timed-ports.ts';
import { configOf, makeSource, type Setup } from './work.ts';

/** What one cell takes on average, by stage, and in all. */
export type StageCosts = { readonly stages: ReadonlyMap<string, Taken>; readonly all: Taken };

// The first cells load the SDK and compile what they run.
const warmUp = 8;

/** Measures cells one after another, from the sources, in this process. */
export async function stageCosts(setup: Setup, url: string): Promise<StageCosts> {
  const source = await makeSource();
  await using from = source.repository;
  const repository = await openRepository(from.directory, hostEnvironment());
  const file = { path: 'bench.yml', text: configOf(setup, url) };
  const { settings } = readSettings({ file, inputs: {} });
  const { signal } = new AbortController();
  await using wired = await benchPorts({ repository, sandbox: settings.sandbox, signal });
  const watch = new Stopwatch();
  const ports = timedPorts(wired, watch);
  const trigger = { kind: 'manual', base: source.base, head: source.head } as const;
  const work = await findWork(repository, { trigger, settings });
  const plan = await planRun(ports, work, { settings, isShownOnly: false });
  const request = { trigger, settings, withoutSecrets: false, notes: [], startedAt: Date.now(), signal };
  await using engine = await openEngine(ports, request, { plan, allowance: { kind: 'caps' } });
  const { trees } = await measureCommitted(engine, plan);
  const cells = plan.questions.flatMap((question) =>
    question.headSamples.map((sample) => {
      const { head: arm, id } = question;
      const tested = testedAs(arm.version, trees.get(arm.version));
      return { arm, question: id, role: 'head', sample, ...tested, priority: 0 } as const;
    }),
  );
  for (const cell of cells.slice(0, warmUp)) await runCell(engine, cell);
  const before = new Map(watch.taken);
  const whole = new Stopwatch();
  for (const cell of cells.slice(warmUp)) await whole.time('all', () => runCell(engine, cell));
  const count = cells.length - warmUp;
  const none = { wallMs: 0, ownMs: 0, childrenMs: 0 };
  const stages = [...watch.taken].map(
    ([stage, taken]) => [stage, shareOf(minus(taken, before.get(stage) ?? none), count)] as const,
  );
  return { stages: new Map(stages), all: shareOf(whole.taken.get('all') ?? none, count) };
}

function shareOf({ wallMs, ownMs, childrenMs }: Taken, count: number): Taken {
  return { wallMs: wallMs / count, ownMs: ownMs / count, childrenMs: childrenMs / count };
}
