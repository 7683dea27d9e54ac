import { generationKey } from '../core/generation/generation-key.ts';
import type { BaseSample } from '../core/plan/choose-base.ts';
import { digest } from '../core/plan/digest.ts';
import { coldDraw, drawFrom } from '../core/plan/draw.ts';
import type { Arm, Comparison, Draw, Plan, Question } from '../core/plan/plan.ts';
import type { GenerationRecord, PlanRecord, PlannedQuestion } from '../core/plan/record.ts';
import type { Model, Settings } from '../core/plan/settings.ts';
import { maxRecordAgeMs, mayUse } from '../core/plan/trust.ts';
import type { SpecChange } from '../core/specs/spec.ts';
import { coldPlan, storedSteps } from '../core/statistics/sampling-plan.ts';
import type { Ports } from './engine.ts';
import { promptOf } from './prompt-of.ts';

/**
 * Fixes what a run will ask and which stored base samples it takes, before the first head sample, and puts that on
 * record. The same comparison made again, whenever, finds its plan there and takes the same samples.
 */
export async function planRun(
  ports: Ports,
  of: {
    readonly changes: readonly SpecChange[];
    readonly settings: Settings;
    /** A plan that is only shown is not put on record: the run that follows may find more to reuse. */
    readonly isShownOnly: boolean;
  },
): Promise<Plan> {
  const asked = of.changes.flatMap((change) =>
    of.settings.models.flatMap((model) => askable(change, model, of.settings)),
  );
  const key = planKey(asked, of.settings);
  const stored = await ports.records.readPlan(key);
  const known = stored !== null && mayUse(stored, ports.reader) ? stored : null;
  const questions = await Promise.all(
    asked.map((question) => withDraw(ports, question, { known, settings: of.settings })),
  );
  if (known === null && questions.length > 0 && !of.isShownOnly) {
    await ports.records.write({ schema: 1, kind: 'plan', key, questions: questions.map(planned) });
  }
  return { changes: of.changes, questions };
}

// A deleted spec is reported and asks nothing.
function askable(change: SpecChange, model: Model, { samples }: Settings): Question[] {
  if (change.head === null) return [];
  const head: Arm = { side: 'head', version: change.head, model };
  if (change.base === null)
    return [{ asks: 'portable', change, model, head, looks: coldPlan(samples.looks) }];
  const base: Arm = { side: 'base', version: change.base, model };
  return [{ asks: 'regression', change, model, base, head, ...coldDraw(samples.looks) }];
}

// Everything that makes it this comparison and no other: both texts as the models are shown them, both trees, the rules.
function planKey(questions: readonly Question[], { decide, samples }: Settings): string {
  const prompts = questions.map((question) => {
    const head = firstKey(question, question.head);
    return question.asks === 'portable'
      ? [question.asks, head, question.head.version.commit]
      : [
          question.asks,
          firstKey(question, question.base),
          head,
          question.base.version.commit,
          question.head.version.commit,
        ];
  });
  return digest({ kind: 'plan', prompts, decide, samples });
}

function firstKey(question: Question, arm: Arm): string {
  return generationKey({ prompt: promptOf(question, arm.version), model: arm.model, sample: 0 });
}

async function withDraw(
  ports: Ports,
  question: Question,
  of: { readonly known: PlanRecord | null; readonly settings: Settings },
): Promise<Question> {
  if (question.asks === 'portable') return question;
  const { samples } = of.settings;
  const known = of.known?.questions.find(
    ({ spec, model, asks }) =>
      spec === question.change.name && model === question.model.id && asks === question.asks,
  );
  if (known !== undefined) return { ...question, ...drawOf(known) };
  const age = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs };
  const draw = drawFrom({
    ...age,
    looks: samples.looks,
    available: await storedSamples(ports, question, question.base),
    target: samples.base,
    confirm: samples.confirm,
  });
  return { ...question, ...draw };
}

/** Stored answers of an arm that this run may rely on. */
export async function storedSamples(
  ports: Ports,
  question: Pick<Comparison, 'change'>,
  { version, model }: Arm,
): Promise<BaseSample[]> {
  const prompt = promptOf(question, version);
  const keys = Array.from({ length: mostNumbers }, (_, sample) => generationKey({ prompt, model, sample }));
  const records = await ports.records.readGenerations(keys);
  return [...records.values()].filter((record) => mayUse(record, ports.reader)).map(sampleOf);
}

/** Twice the largest number of stored samples a plan takes: what is older than that has been left out long ago. */
export const mostNumbers = 2 * Math.max(...storedSteps);

function sampleOf({ sample, origin, result }: GenerationRecord): BaseSample {
  return { sample, origin, servedBy: result.kind === 'completed' ? result.completion.servedBy : null };
}

function planned(question: Question): PlannedQuestion {
  const draw = question.asks === 'portable' ? { baseSamples: [], reused: [], confirming: [] } : question;
  return {
    spec: question.change.name,
    model: question.model.id,
    asks: question.asks,
    looks: question.looks,
    baseSamples: draw.baseSamples,
    reused: draw.reused,
    confirming: draw.confirming,
  };
}

function drawOf({ looks, baseSamples, reused, confirming }: PlannedQuestion): Draw {
  return { looks, baseSamples, reused, confirming };
}
