import type { BaseSample } from '../../core/plan/choose-base.ts';
import { digest } from '../../core/digest.ts';
import { drawFrom, recordedDraw } from '../../core/plan/draw.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { armsOf } from '../../core/plan/question.ts';
import type { Question } from '../../core/plan/question.ts';
import type { GenerationRecord, PlanRecord, PlannedQuestion } from '../../core/records/record.ts';
import type { Settings } from '../../core/settings.ts';
import { maxRecordAgeMs, mayUse } from '../../core/records/trust.ts';
import type { SpecPair } from '../../core/specs/spec.ts';
import { storedSteps } from '../../core/statistics/sampling-plan.ts';
import type { Ports } from '../engine/engine.ts';

/**
 * Fixes what a run will ask and which stored base samples it takes, before the first head sample, and puts that on
 * record. The same comparison made again, whenever, finds its plan there and takes the same samples.
 */
export async function planRun(
  ports: Ports,
  of: {
    readonly changes: readonly SpecPair[];
    readonly asked: readonly Question[];
    readonly settings: Settings;
    /** A plan that is only shown is not put on record: the run that follows may find more to reuse. */
    readonly isShownOnly: boolean;
  },
): Promise<Plan> {
  const { asked } = of;
  const key = planKey(asked, of.settings);
  const onRecord = await ports.records.readPlan(key);
  const known = onRecord !== null && mayUse(onRecord, ports.reader) ? onRecord : null;
  const stored =
    known === null ? await storedBases(ports, asked) : new Map<Question, readonly BaseSample[]>();
  const questions = asked.map((question) =>
    withDraw(question, {
      known,
      settings: of.settings,
      now: ports.clock.now(),
      available: stored.get(question) ?? [],
    }),
  );
  if (known === null && questions.length > 0 && !of.isShownOnly) {
    await ports.records.write({ schema: 1, kind: 'plan', key, questions: questions.map(planned) });
  }
  return { changes: of.changes, questions };
}

/** Everything that makes it this comparison and no other: both texts as the models are shown them, both trees, the rules. */
export function planKey(questions: readonly Question[], { decide, samples }: Settings): string {
  const prompts = questions.map((question) => {
    const arms = armsOf(question);
    return [question.asks, ...arms.map((arm) => arm.keyOf(0)), ...arms.map(({ version }) => version.commit)];
  });
  return digest({ kind: 'plan', prompts, decide, samples });
}

function withDraw(
  question: Question,
  of: {
    readonly known: PlanRecord | null;
    readonly settings: Settings;
    readonly now: number;
    readonly available: readonly BaseSample[];
  },
): Question {
  if (question.base === null) return question;
  const { samples } = of.settings;
  const known = of.known?.questions.find(
    ({ spec, model, asks }) =>
      spec === question.change.name && model === question.head.model.id && asks === question.asks,
  );
  if (known !== undefined) return { ...question, ...recordedDraw(known) };
  const draw = drawFrom({
    now: of.now,
    maxAgeMs: maxRecordAgeMs,
    looks: samples.looks,
    available: of.available,
    target: samples.base,
    confirm: samples.confirm,
  });
  return { ...question, ...draw };
}

// Looked for all at once: of a thousand questions most have nothing on record.
async function storedBases(
  ports: Ports,
  questions: readonly Question[],
): Promise<ReadonlyMap<Question, readonly BaseSample[]>> {
  const keys = new Map(questions.map((question) => [question, baseKeys(question)]));
  const records = await ports.records.readGenerations([...keys.values()].flat());
  return new Map(
    [...keys].map(([question, own]) => [
      question,
      own
        .flatMap((key) => records.get(key) ?? [])
        .filter((record) => mayUse(record, ports.reader))
        .map((record) => sampleOf(record)),
    ]),
  );
}

function baseKeys(question: Question): readonly string[] {
  return question.base === null ? [] : baseNumbers.map(question.base.keyOf);
}

/** Stored answers of an arm that this run may rely on. */
export async function storedSamples(ports: Ports, arm: Arm): Promise<BaseSample[]> {
  const records = await ports.records.readGenerations(baseNumbers.map(arm.keyOf));
  return [...records.values()].filter((record) => mayUse(record, ports.reader)).map(sampleOf);
}

/** Twice the largest number of stored samples a plan takes: what is older than that has been left out long ago. */
export const mostNumbers = 2 * Math.max(...storedSteps);

const baseNumbers = Array.from({ length: mostNumbers }, (_, sample) => sample);

function sampleOf({ sample, origin, result }: GenerationRecord): BaseSample {
  return { sample, origin, servedBy: result.kind === 'completed' ? result.completion.servedBy : null };
}

/** A question as it is put on record. */
export function planned(question: Question): PlannedQuestion {
  const { asks, looks, baseSamples, reused, confirming } = question;
  return {
    spec: question.change.name,
    model: question.head.model.id,
    ...{ asks, looks, baseSamples, reused, confirming },
  };
}
