import { atOnce } from '../../core/at-once.ts';
import { partSamplesOf } from '../../core/clause-map/part-samples.ts';
import type { PartSamples } from '../../core/clause-map/part-samples.ts';
import { digest } from '../../core/digest.ts';
import { versionWith } from '../../core/parts/texts-with.ts';
import { armsOfVersions, type Arm } from '../../core/plan/arm.ts';
import { coldDraw, drawFrom, freshDraw } from '../../core/plan/draw.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import { ask, type Question } from '../../core/plan/question.ts';
import { maxRecordAgeMs } from '../../core/records/trust.ts';
import type { Settings } from '../../core/settings.ts';
import type { Answer, Subject } from '../../core/shrink/answer.ts';
import { confirmingLooks, rulesOf } from '../../core/shrink/confirm.ts';
import { unchangedSpec } from '../../core/specs/unchanged-spec.ts';
import { answeredOf } from '../../core/verdict/answered-of.ts';
import { decide } from '../../core/verdict/decide.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { fixPlan } from '../check/fix-plan.ts';
import { storedSamples } from '../check/stored-samples.ts';
import type { Engine } from '../engine/engine.ts';
import { runPlan } from '../engine/run-plan.ts';
import type { CutVersion, Target } from './find-targets.ts';

/** A shorter text, against the original. */
export type Asking = {
  readonly target: Target;
  /** Ids of all parts that it lacks. */
  readonly lacks: readonly string[];
  readonly about: readonly Subject[];
  /** null while parts are looked for; otherwise the attempt to confirm it, on fresh samples of both texts. */
  readonly attempt: number | null;
};

/** What a shorter text came to. */
export type Asked = {
  readonly answers: readonly Answer[];
  readonly measurements: Measurements;
  /** The same for each test. */
  readonly samples: readonly PartSamples[];
};

/** Puts a shorter text to the engine, as a question like any other, on each of these specs and models. */
export async function askRemoval(engine: Engine, asking: Asking): Promise<Asked> {
  const settings = settingsOf(engine.settings, asking.attempt);
  const asked = questionsAbout(asking, settings);
  const questions =
    asking.attempt === null
      ? await searchingPlan(engine, asked, settings)
      : await atOnce(asked, async (question) => confirmingPlan(engine, question, settings));
  const measurements = await runPlan({ ...engine, settings }, { changes: [], questions });
  const answered = questions.map((question) => answeredOf(question, measurements));
  const verdicts = decide(answered, settings);
  return {
    answers: verdicts.map((verdict, index) => answerOf(verdict, answered[index]?.samples.tests.length ?? 0)),
    measurements,
    samples: questions.map((question) => partSamplesOf(question, asking.lacks, measurements)),
  };
}

function settingsOf(settings: Settings, attempt: number | null): Settings {
  if (attempt === null) return settings;
  const looks = confirmingLooks(settings.samples.looks);
  return {
    ...settings,
    samples: { ...settings.samples, looks },
    decide: rulesOf(settings.decide, attempt),
  };
}

function questionsAbout({ target, lacks, about }: Asking, settings: Settings): readonly Question[] {
  const lacking = new Set(lacks);
  return target.specs.flatMap((spec) => {
    const models = settings.models.filter(({ id }) =>
      about.some((subject) => subject.model === id && subject.spec === spec.version.spec.name),
    );
    return models.length === 0 ? [] : questionsOf(spec, { lacking, models, settings });
  });
}

function questionsOf(
  { version, cut }: CutVersion,
  of: {
    readonly lacking: ReadonlySet<string>;
    readonly models: Settings['models'];
    readonly settings: Settings;
  },
): readonly Question[] {
  const shorter = versionWith(version, cut, ({ id }) => !of.lacking.has(id));
  const armOf = armsOfVersions(version.spec.name, [version, shorter]);
  const change = { ...unchangedSpec(version), head: shorter, isCodeSame: true };
  return of.models.map((model) => ({
    ...ask({ asks: 'regression', change, base: armOf(version, model), head: armOf(shorter, model) }),
    ...coldDraw(of.settings.samples.looks),
  }));
}

// Nothing blocks here, so a drop that stored samples show is not confirmed: the part simply stays.
const unconfirmed = 0;

async function searchingPlan(
  engine: Engine,
  asked: readonly Question[],
  settings: Settings,
): Promise<readonly Question[]> {
  return fixPlan(engine.ports, {
    key: digest({ kind: 'plan', shrink: null, plan: planKey(asked, settings) }),
    asked,
    draw: async () => drawn(engine, asked, settings),
    isShownOnly: false,
  });
}

/**
 * One text on one model is confirmed on one set of samples, whatever the night, the commit and the attempt. With new
 * ones each time, a text that fails would be offered as soon as luck lets it through. In another tree the same answers
 * are tested there.
 */
async function confirmingPlan(engine: Engine, question: Question, settings: Settings): Promise<Question> {
  const { base, head } = question;
  const { looks } = settings.samples;
  const [fixed] = await fixPlan(engine.ports, {
    key: digest({ kind: 'confirming plan', texts: [base?.keyOf(0) ?? null, head.keyOf(0)], looks }),
    asked: [question],
    draw: async () => [{ ...question, ...freshDraw(looks, await takenBy(engine, question)) }],
    isShownOnly: false,
  });
  return fixed ?? question;
}

async function drawn(
  { ports }: Engine,
  asked: readonly Question[],
  settings: Settings,
): Promise<readonly Question[]> {
  const { looks, base: target } = settings.samples;
  const stored = await storedSamples(
    ports,
    asked.flatMap(({ base }) => base ?? []),
  );
  const of = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs, looks, target, confirm: unconfirmed };
  return asked.map((question, index) => ({
    ...question,
    ...drawFrom({ ...of, available: stored[index] ?? [] }),
  }));
}

async function takenBy(
  engine: Engine,
  { base, head }: Question,
): Promise<{ readonly base: ReadonlySet<number>; readonly head: ReadonlySet<number> }> {
  return { base: await numbersOf(engine, base), head: await numbersOf(engine, head) };
}

// More than any run has ever drawn of one text.
const numbersSearched = 400;

async function numbersOf({ ports }: Engine, arm: Arm | null): Promise<ReadonlySet<number>> {
  if (arm === null) return new Set();
  const keys = Array.from({ length: numbersSearched }, (_, sample) => arm.keyOf(sample));
  const stored = await ports.records.readGenerations(keys);
  return new Set(keys.flatMap((key, sample) => (stored.has(key) ? [sample] : [])));
}

function answerOf(verdict: Verdict, tests: number): Answer {
  const none = { passed: 0, failed: 0, unmeasured: 0 };
  const { spec, model, verdict: word, base, head, excludes, brokenTests } = verdict;
  return { spec, model, verdict: word, base: base ?? none, head, excludes, brokenTests, tests };
}
