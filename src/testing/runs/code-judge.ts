import type { Controls } from '../../core/controls/change.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import { armsFor } from '../../core/plan/arm.ts';
import { inventoryOf } from '../../core/results/inventory.ts';
import { outcomeOf } from '../../core/results/judge-cell.ts';
import type { Outcome } from '../../core/results/outcome.ts';
import { signsWithoutGeneratedCode } from '../../core/results/tampered.ts';
import type { TestRun, TreeRuns } from '../../core/results/test-report.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import type { Settings } from '../../core/settings.ts';
import { testedAs, type CellRequest } from '../../pipeline/engine/cell-request.ts';
import type { Engine, Ports } from '../../pipeline/engine/engine.ts';
import { findControls } from '../../pipeline/engine/find-controls.ts';
import { measureTrees } from '../../pipeline/engine/measure-tree.ts';
import { openEngine } from '../../pipeline/engine/open-engine.ts';
import { testAnswer } from '../../pipeline/engine/run-cell.ts';
import { runTests } from '../../pipeline/engine/run-tests.ts';
import { readSpecs } from '../../pipeline/specs/read-specs.ts';

/** What became of code that no model wrote, and how long its runs took. */
export type JudgedCode = {
  readonly outcome: Outcome;
  /** The first test run, before anything was controlled. */
  readonly first: TestRun;
  readonly firstMs: number;
  /** How long everything after the first test run took: reruns of a failure, the control run of a pass. */
  readonly restMs: number;
};

/** Judges code for the only spec of one commit as the code of a sample is judged. Disposing ends its run. */
export type CodeJudge = AsyncDisposable & {
  readonly controls: Controls | null;
  judge(files: readonly GeneratedFile[]): Promise<JudgedCode>;
};

/** Measures the commit and finds its controls, with the functions of a real run; no model is asked. */
export async function openCodeJudge(
  ports: Ports,
  { settings, commit }: { readonly settings: Settings; readonly commit: string },
): Promise<CodeJudge> {
  await using stack = new AsyncDisposableStack();
  const [version] = await readSpecs(ports.repository, settings.specs, commit);
  const [model] = settings.models;
  if (version === undefined || model === undefined) throw new Error('a judge needs a spec and a model');
  const request = {
    trigger: { kind: 'manual', base: commit, head: commit },
    settings,
    withoutSecrets: false,
    notes: [],
    startedAt: Date.now(),
    signal: new AbortController().signal,
  } as const;
  const of = { plan: { changes: [], questions: [] }, allowance: { kind: 'caps' } } as const;
  const engine = stack.use(await openEngine(ports, request, of));
  const sides = new Map([[version, 'base' as const]]);
  const trees = (await findControls(engine, sides, await measureTrees(engine, sides))).get(version);
  if (trees === undefined) throw new Error('the commit was not measured');
  const cell: CellRequest = {
    arm: armsFor(unchangedSpec(version))(version, model),
    ...{ question: 'judged', role: 'head', sample: 0, priority: 0 },
    ...testedAs(version, trees),
  };
  const held = stack.move();
  return {
    controls: cell.controls,
    judge: (files) => judged({ engine, trees, cell }, files),
    [Symbol.asyncDispose]: async () => held.disposeAsync(),
  };
}

type Judging = { readonly engine: Engine; readonly trees: TreeRuns; readonly cell: CellRequest };

// The second step finds the first test run on record, so the two are timed apart.
async function judged(
  { engine, trees, cell }: Judging,
  files: readonly GeneratedFile[],
): Promise<JudgedCode> {
  const { timeoutMs, isGuarded, arm } = cell;
  const content = { kind: 'generated', files } as const;
  const begun = performance.now();
  const { testRun: first } = await runTests(engine, arm.version, {
    content,
    timeoutMs,
    isGuarded,
    repeat: 0,
  });
  const firstMs = performance.now() - begun;
  const tested = await testAnswer(engine, cell, files);
  const restMs = performance.now() - begun - firstMs;
  return { outcome: outcomeIn(trees, tested), first, firstMs, restMs };
}

function outcomeIn(trees: TreeRuns, tested: Awaited<ReturnType<typeof testAnswer>>): Outcome {
  if (tested === 'unsafe-path') return { kind: 'no-code', why: tested };
  if (tested === 'sandbox-error') return { kind: 'unmeasured', why: tested };
  if (tested === 'due') return { kind: 'unmeasured', why: 'budget' };
  const inventory = inventoryOf({ ownRun: trees.own, cells: [] });
  return outcomeOf({
    code: { kind: 'files' },
    testRun: tested.testRun,
    ...{ expected: inventory, ofCommit: inventory, ownRunRed: false },
    excused: signsWithoutGeneratedCode(trees),
  });
}
