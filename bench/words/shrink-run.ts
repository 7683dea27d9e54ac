import { coldDraw, drawFrom } from '../../src/core/plan/draw.ts';
import type { Draw } from '../../src/core/plan/question.ts';
import type { Answer, Outcome, Subject } from '../../src/core/shrink/answer.ts';
import { attemptOutcome, confirmingLooks, confirmingSoFar, rulesOf } from '../../src/core/shrink/confirm.ts';
import { lackedIds, removableParts, removalKey } from '../../src/core/shrink/removal.ts';
import { searchSoFar, type Search } from '../../src/core/shrink/search.ts';
import { drawStream, type Stream } from '../verdicts/behaviour.ts';
import type { Random } from '../verdicts/random.ts';
import { walk } from '../verdicts/walk.ts';
import { readers, type Reader } from './habits.ts';
import { missedRules, plantedText, textWithout, type PlantedText } from './shrink-texts.ts';

/** What one run came to. */
export type ShrinkCounts = {
  readonly offered: boolean;
  /** The offered text is truly worse by 40 points or more on some model. */
  readonly harmed: boolean;
  /** The same of the text that the search alone would offer, without any confirmation. */
  readonly harmedUnconfirmed: boolean;
  readonly dead: number;
  readonly deadGone: number;
  /** Rules that are stated twice and of which nothing is left. */
  readonly bothGone: number;
  readonly calls: number;
  readonly confirmingCalls: number;
  /** Calls if every part is asked about by itself on every model, without any confirmation. */
  readonly oneByOne: number;
  /** What each of the models is, and whether the offered text is truly worse by 40 points on it. */
  readonly models: readonly { readonly reader: string; readonly isHarmed: boolean }[];
};

const sound = 0.95;
const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };
const looks = [3, 5, 8, 12];
const storedTarget = 20;

/** One search and confirmation on a text of this size, on three models; `low` is the pass rate where one rule is missed. */
export function shrinkRun(of: { readonly size: number; readonly low: number }, random: Random): ShrinkCounts {
  const text = plantedText(of.size, random);
  const whole = textWithout(text, new Set());
  // A model that misses something in the whole text has no base to be compared with.
  const fit = readers.filter((reader) => missedRules(text, reader, whole).length === 0);
  const models = [0, 1, 2].flatMap((index) => {
    const reader = fit[Math.floor(random() * fit.length)];
    return reader === undefined
      ? []
      : [new PlayedModel({ id: `model ${index}`, text, reader, low: of.low, random })];
  });
  const found = searched(text, models);
  const searching = callsOf(models);
  const offered = confirmed(text, models, found);
  const all = callsOf(models);
  const lacks = new Set(lackedIds(text.cut, offered));
  const unconfirmed = new Set(lackedIds(text.cut, found));
  const isHarmed = (model: PlayedModel, without: ReadonlySet<string>): boolean =>
    sound - model.rateWithout(without) >= decide.drop - 1e-9;
  return {
    offered: offered.length > 0,
    harmed: models.some((model) => isHarmed(model, lacks)),
    harmedUnconfirmed: models.some((model) => isHarmed(model, unconfirmed)),
    models: models.map((model) => ({ reader: model.reader, isHarmed: isHarmed(model, lacks) })),
    ...goneIn(text, lacks),
    calls: all,
    confirmingCalls: all - searching,
    oneByOne: oneByOne(text, models),
  };
}

type Played = {
  readonly id: string;
  readonly text: PlantedText;
  readonly reader: Reader;
  readonly low: number;
  readonly random: Random;
};

/** A model with its samples of the whole text, which all questions share. */
class PlayedModel {
  readonly id: string;
  readonly reader: string;
  calls = 0;
  readonly #of: Played;
  readonly #base: Stream;
  #stored = 0;

  constructor(of: Played) {
    this.id = of.id;
    this.reader = of.reader.name;
    this.#of = of;
    this.#base = this.#stream(new Set(), storedTarget);
  }

  /** From here on the whole text has to be sampled anew. */
  forget(): void {
    this.#stored = 0;
  }

  /** How often it passes without these parts. */
  rateWithout(lacks: ReadonlySet<string>): number {
    return sound * (this.#of.low / sound) ** this.#missed(lacks).length;
  }

  /** The question of a search about a text without these parts. */
  ask(lacks: readonly string[]): Answer {
    const origin = { at: 0, event: 'default-branch' } as const;
    const available = Array.from({ length: this.#stored }, (_, sample) => ({
      sample,
      origin,
      servedBy: null,
    }));
    const draw = drawFrom({ looks, available, target: storedTarget, confirm: 0, now: 0, maxAgeMs: 1 });
    return this.#walked(lacks, { draw, base: this.#base, rules: decide });
  }

  /** An attempt to confirm it, on fresh samples of both texts. */
  confirm(lacks: readonly string[], attempt: number): Answer {
    const draw = coldDraw(confirmingLooks(looks));
    const base = this.#stream(new Set(), draw.baseSamples.length);
    const stored = this.#stored;
    const answer = this.#walked(lacks, { draw, base, rules: rulesOf(decide, attempt) });
    this.#stored = stored;
    return answer;
  }

  #walked(
    lacks: readonly string[],
    of: { readonly draw: Draw; readonly base: Stream; readonly rules: typeof decide },
  ): Answer {
    const head = this.#stream(new Set(lacks), of.draw.looks.at(-1)?.head ?? 0);
    const protocol = { looks, stored: this.#stored, confirm: 0, decide: of.rules, seesTests: true };
    const [walked] = walk([{ base: of.base, head }], of.draw, protocol);
    if (walked === undefined) throw new Error('one question has one verdict');
    this.calls += walked.spent.head + walked.spent.base;
    this.#stored += walked.spent.base;
    const { verdict, base, head: tally, excludes, brokenTests } = walked.verdict;
    const none = { passed: 0, failed: 0, unmeasured: 0 };
    const about = { spec: 'text', model: this.id, verdict, base: base ?? none, head: tally };
    return { ...about, excludes, brokenTests, tests: this.#of.text.rules };
  }

  #stream(lacks: ReadonlySet<string>, samples: number): Stream {
    const { text, low, random } = this.#of;
    const missed = new Set(this.#missed(lacks));
    const tests = Array.from({ length: text.rules }, (_, rule) => (missed.has(rule) ? low / sound : 1));
    return drawStream({ sound, tests }, samples, random);
  }

  #missed(lacks: ReadonlySet<string>): readonly number[] {
    const { text, reader } = this.#of;
    return missedRules(text, reader, textWithout(text, lacks));
  }
}

function searched({ cut }: PlantedText, models: readonly PlayedModel[]): readonly string[] {
  const search: Search = { cut, files: ['SPEC.md'], mayBeEmpty: false, subjects: subjectsOf(models) };
  const asked = new Map<string, readonly Answer[]>();
  for (;;) {
    const { next, gone } = searchSoFar(search, asked);
    if (next === null) return gone;
    const answers = models
      .filter(({ id }) => next.about.some(({ model }) => model === id))
      .map((model) => model.ask(next.lacks));
    // Where the whole text is seen to pass too rarely, the product ends the run.
    if (answers.some(({ verdict }) => verdict === 'base-too-weak')) return [];
    const key = removalKey(next.lacks);
    asked.set(key, [...(asked.get(key) ?? []), ...answers]);
  }
}

function confirmed(
  { cut }: PlantedText,
  models: readonly PlayedModel[],
  gone: readonly string[],
): readonly string[] {
  const outcomes = new Map<string, Outcome>();
  for (;;) {
    const so = confirmingSoFar({ cut, gone }, (parts, attempt) =>
      outcomes.get(`${attempt} ${removalKey(parts)}`),
    );
    if (so.kind === 'done') return so.parts;
    const answers = models.map((model) => model.confirm(lackedIds(cut, so.parts), so.attempt));
    outcomes.set(`${so.attempt} ${removalKey(so.parts)}`, attemptOutcome(answers, subjectsOf(models)));
  }
}

function subjectsOf(models: readonly PlayedModel[]): readonly Subject[] {
  return models.map(({ id }) => ({ spec: 'text', model: id }));
}

function goneIn(text: PlantedText, lacks: ReadonlySet<string>) {
  const left = textWithout(text, lacks);
  const isLeft = ({ sentence }: PlantedText['parts'][number]): boolean => left.includes(sentence.words);
  const dead = text.parts.filter(({ sentence: { is } }) => is === 'dead' || is === 'wrong');
  const copied = text.parts
    .filter(({ sentence: { is } }) => is === 'copy')
    .map(({ sentence }) => sentence.rule);
  const saying = (rule: number | null) =>
    text.parts.filter(({ sentence }) => sentence.rule === rule && sentence.is !== 'wrong');
  return {
    dead: dead.length,
    deadGone: dead.filter((part) => !isLeft(part)).length,
    bothGone: [...new Set(copied)].filter((rule) => !saying(rule).some((part) => isLeft(part))).length,
  };
}

function oneByOne({ cut }: PlantedText, models: readonly PlayedModel[]): number {
  const before = callsOf(models);
  for (const model of models) model.forget();
  for (const { id } of removableParts({ cut, files: ['SPEC.md'], mayBeEmpty: false }))
    for (const model of models) model.ask(lackedIds(cut, [id]));
  return callsOf(models) - before;
}

function callsOf(models: readonly PlayedModel[]): number {
  return models.reduce((sum, { calls }) => sum + calls, 0);
}
