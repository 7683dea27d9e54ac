import { generationKey, generationKeys } from '../../core/generation/generation-key.ts';
import type { BaseSample } from '../../core/plan/choose-base.ts';
import { digest } from '../../core/digest.ts';
import { drawFrom } from '../../core/plan/draw.ts';
import type { Arm, Comparison, Draw, Plan, Question } from '../../core/plan/plan.ts';
import type { GenerationRecord, PlanRecord, PlannedQuestion } from '../../core/records/record.ts';
import type { Settings } from '../../core/settings.ts';
import { maxRecordAgeMs, mayUse } from '../../core/records/trust.ts';
import type { SpecPair } from '../../core/specs/spec.ts';
import { storedSteps } from '../../core/statistics/sampling-plan.ts';
import type { Ports } from '../engine/engine.ts';
import { promptOf } from '../../core/generation/prompt-of.ts';

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

function withDraw(
  question: Question,
  of: {
    readonly known: PlanRecord | null;
    readonly settings: Settings;
    readonly now: number;
    readonly available: readonly BaseSample[];
  },
): Question {
  if (question.asks === 'portable') return question;
  const { samples } = of.settings;
  const known = of.known?.questions.find(
    ({ spec, model, asks }) =>
      spec === question.change.name && model === question.model.id && asks === question.asks,
  );
  if (known !== undefined) return { ...question, ...drawOf(known) };
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
  if (question.asks === 'portable') return [];
  const prompt = promptOf(question, question.base.version);
  return generationKeys({ prompt, model: question.base.model, samples: baseNumbers });
}

/** Stored answers of an arm that this run may rely on. */
export async function storedSamples(
  ports: Ports,
  question: Pick<Comparison, 'change'>,
  { version, model }: Arm,
): Promise<BaseSample[]> {
  const prompt = promptOf(question, version);
  const records = await ports.records.readGenerations(
    generationKeys({ prompt, model, samples: baseNumbers }),
  );
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
  const draw = question.asks === 'portable' ? { baseSamples: [], reused: [], confirming: [] } : question;
  return {
    spec: question.change.name,
    model: question.model.id,
    asks: question.asks,
    looks: question.looks,
    baseSamples: draw.baseSamples,
    reused: draw.reused,
    confirming: draw.confirming,
    ...(question.headSamples === undefined ? {} : { headSamples: question.headSamples }),
  };
}

function drawOf({ looks, baseSamples, reused, confirming }: PlannedQuestion): Draw {
  return { looks, baseSamples, reused, confirming };
}
