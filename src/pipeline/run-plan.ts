import type { Prompt } from '../core/generation/completion.ts';
import type { MeasuredCell, Measurements, TreeRuns } from '../core/plan/measurements.ts';
import type { Arm, Plan, Question } from '../core/plan/plan.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import { examine } from '../core/verdict/examine.ts';
import { nextLook } from '../core/verdict/next-look.ts';
import { samplesOf, voidReason } from '../core/verdict/samples-of.ts';
import type { Engine } from './engine.ts';
import { measureTree, timeoutOf } from './measure-tree.ts';
import { promptOf } from './prompt-of.ts';
import { runCell } from './run-cell.ts';

/** Puts every question of the plan, each to its own end, and returns everything that was measured. */
export async function runPlan(engine: Engine, plan: Plan): Promise<Measurements> {
  const measured = new Measured(await measureTrees(engine, plan));
  await Promise.all(plan.questions.map((question) => ask(engine, { question, plan, measured })));
  return measured;
}

async function measureTrees(engine: Engine, plan: Plan): Promise<ReadonlyMap<SpecVersion, TreeRuns>> {
  const versions = new Set(plan.questions.flatMap((question) => armsOf(question).map((arm) => arm.version)));
  const runs = await Promise.all(
    [...versions].map(async (version) => [version, await measureTree(engine, version)] as const),
  );
  return new Map(runs);
}

type Asking = { readonly question: Question; readonly plan: Plan; readonly measured: Measured };

// One round a look: only a question that is still open goes on to the next.
async function ask(engine: Engine, { question, plan, measured }: Asking): Promise<void> {
  const arms = armsOf(question);
  if (voidReason(arms.flatMap((arm) => measured.trees.get(arm.version) ?? [])) !== null) return;
  for (const [index, look] of question.looks.entries()) {
    await Promise.all(
      arms.map((arm) => sampleUpTo(engine, { arm, question, measured, count: look[arm.side] })),
    );
    if (isSettled(engine, { question, plan, measured }, index + 1)) return;
  }
}

function isSettled(engine: Engine, { question, plan, measured }: Asking, taken: number): boolean {
  const samples = samplesOf(question, measured);
  // Portability is a rate, not a comparison: it needs every sample, and only an outage ends it early.
  if (question.asks === 'portable') return samples.head.some(({ kind }) => kind === 'unmeasured');
  const { alpha } = engine.settings.decide;
  const looking = nextLook(examine(samples, question.looks, engine.settings.decide), {
    taken,
    planned: question.looks.length,
    alpha,
    questions: plan.questions.length,
  });
  return looking.next === 'stop';
}

async function sampleUpTo(
  engine: Engine,
  of: { readonly arm: Arm; readonly question: Question; readonly measured: Measured; readonly count: number },
): Promise<void> {
  const { arm, measured } = of;
  const prompt: Prompt = promptOf(of.question, arm.version);
  const timeoutMs = timeoutOf(arm.version, measured.trees.get(arm.version)?.own ?? null);
  const missing = Array.from({ length: of.count }, (_, sample) => sample).filter(
    (sample) => !measured.has(arm, sample),
  );
  measured.plan(missing.length);
  await Promise.all(
    missing.map(async (sample) => {
      measured.add(await runCell(engine, { arm, sample, prompt, timeoutMs }));
      engine.ports.log.progress({ ...measured.progress, calls: engine.watch.generations });
    }),
  );
}

function armsOf(question: Question): readonly Arm[] {
  return question.asks === 'portable' ? [question.head] : [question.base, question.head];
}

// Grows while the run goes on; nobody outside this file may add to it.
class Measured implements Measurements {
  readonly cells: MeasuredCell[] = [];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
  #planned = 0;

  constructor(trees: ReadonlyMap<SpecVersion, TreeRuns>) {
    this.trees = trees;
  }

  get progress(): { readonly done: number; readonly planned: number } {
    return { done: this.cells.length, planned: this.#planned };
  }

  plan(cells: number): void {
    this.#planned += cells;
  }

  add(cell: MeasuredCell): void {
    this.cells.push(cell);
  }

  has(arm: Arm, sample: number): boolean {
    return this.cells.some((cell) => cell.arm === arm && cell.sample === sample);
  }
}
