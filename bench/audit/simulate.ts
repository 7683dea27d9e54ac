import type { GateAnswer, NightEntry } from '../../src/core/records/night-entry.ts';
import { comparingWord } from '../../src/core/records/verdict-word.ts';
import { advance } from '../../src/core/audit/series-state.ts';
import type { SeriesState } from '../../src/core/audit/series-state.ts';
import { anchorSamples, driftDraw, freshForDrift, samplesPerNight } from '../../src/core/plan/night-draw.ts';
import type { Question } from '../../src/core/plan/question.ts';
import type { Outcome } from '../../src/core/results/outcome.ts';
import { decide } from '../../src/core/verdict/decide.ts';
import { examine } from '../../src/core/verdict/examine.ts';
import type { Samples } from '../../src/core/verdict/examine.ts';
import { nextLook } from '../../src/core/verdict/next-look.ts';
import { aQuestion } from '../../src/testing/builders/a-question.ts';
import type { Random } from '../verdicts/random.ts';

/** One simulated situation: its true rates, and what a planted fault changes. */
export type Scenario = {
  readonly specs: number;
  readonly models: number;
  /** Pass rate of a series by its number. */
  readonly rateOf: (series: number) => number;
  readonly nights: number;
  /** Series that pass nothing from the first to before the second night. */
  readonly breaks: {
    readonly from: number;
    readonly until: number;
    readonly isHit: (series: number) => boolean;
  };
  /** What alpha is divided by: all series, or (a fault) the one that is asked. */
  readonly family: 'all' | 'one';
};

/** What became of the issue in one run. */
export type Course = {
  /** Nights on which it was opened. */
  readonly opened: readonly number[];
  /** Nights on which it was closed. */
  readonly closed: readonly number[];
  readonly alarms: number;
  /** Generations of the gate, besides the nightly ones. */
  readonly extra: number;
};

/** Runs the real chart and gate over all nights, with random outcomes in place of models. Night 1 is the first. */
export function simulate(scenario: Scenario, random: Random): Course {
  const count = scenario.specs * scenario.models;
  const all = Array.from({ length: count }, (_, series): Watched => ({ series, state: null, stored: [] }));
  const opened: number[] = [];
  const closed: number[] = [];
  let [alarms, extra, isOpen] = [0, 0, false];
  for (let night = 1; night <= scenario.nights; night += 1) {
    for (const watched of all) {
      const asked = pass(watched, { scenario, night, random, count });
      alarms += asked === null ? 0 : 1;
      extra += asked?.generations ?? 0;
    }
    const isDrifting = all.some(({ state }) => state !== null && state.drift !== null);
    if (isDrifting !== isOpen) (isDrifting ? opened : closed).push(night);
    isOpen = isDrifting;
  }
  return { opened, closed, alarms, extra };
}

/** One series: where it stands, and its first samples, which are its anchor. */
type Watched = { readonly series: number; state: SeriesState | null; readonly stored: boolean[] };

type Night = {
  readonly scenario: Scenario;
  readonly night: number;
  readonly random: Random;
  readonly count: number;
};

// One night of one series: three samples, the chart, and the gate where it raises an alarm.
function pass(watched: Watched, { scenario, night, random, count }: Night): Asked | null {
  const { series, state, stored } = watched;
  const draw = (): boolean => random() < rateAt(scenario, series, night);
  const outcomes = Array.from({ length: samplesPerNight }, draw);
  const entry = entryOf({ series, night, count, outcomes });
  const next = advance(state, entry);
  const asked = next.isAlarm ? askGate(stored, draw, scenario.family === 'all' ? count : 1) : null;
  watched.state = asked === null ? next : advance(state, { ...entry, gate: asked.gate });
  if (stored.length < anchorTarget) stored.push(...outcomes);
  return asked;
}

/** What the gate said, and how many generations it took. */
type Asked = { readonly gate: GateAnswer; readonly generations: number };

const anchorTarget = 20;
const looks = [3, 5, 8, 12];
const rules = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };

function rateAt({ breaks, rateOf }: Scenario, series: number, night: number): number {
  return night >= breaks.from && night < breaks.until && breaks.isHit(series) ? 0 : rateOf(series);
}

function entryOf(of: {
  readonly series: number;
  readonly night: number;
  readonly count: number;
  readonly outcomes: readonly boolean[];
}): NightEntry {
  return {
    schema: 1,
    night: String(of.night),
    at: of.night,
    commit: '',
    spec: String(of.series),
    model: '',
    text: '',
    anchor: '',
    outcomes: of.outcomes.map((passed) => (passed ? 'p' : 'f')).join(''),
    unmeasured: 0,
    servedBy: [],
    series: of.count,
    gate: null,
  };
}

const plainQuestion = aQuestion();

// As in the engine: looks until the gate stops, then the verdict with alpha over all questions.
function askGate(anchor: readonly boolean[], draw: () => boolean, family: number): Asked {
  const origin = { event: 'default-branch' } as const;
  const available = anchor.map((_, sample) => ({
    sample,
    origin: { ...origin, at: sample },
    servedBy: null,
  }));
  const fresh = Array.from({ length: freshForDrift(looks) }, (_, index) => 1000 + index);
  const drawn = driftDraw({ looks, anchor: anchorSamples(available, anchorTarget), fresh });
  const base = drawn.baseSamples.map((sample) => outcomeOf(anchor[sample] ?? draw()));
  const head: Outcome[] = [];
  const samplesAt = (count: number): Samples => ({ base: base.slice(0, count), head, tests: [] });
  for (const [index, look] of drawn.looks.entries()) {
    while (head.length < look.head) head.push(outcomeOf(draw()));
    const round = { ...drawn, taken: index + 1, alpha: rules.alpha, questions: family };
    if (nextLook(examine(samplesAt(look.base), drawn.looks, rules), round).next === 'stop') break;
  }
  const question: Question = { ...plainQuestion, ...drawn };
  const samples = samplesAt(base.length);
  const [verdict] = decide(
    [{ question, samples, confirmation: { kind: 'not-needed' }, invalidReason: null }],
    { decide: rules },
    family,
  );
  const word = verdict === undefined ? null : comparingWord(verdict.verdict);
  if (verdict === undefined || word === null) throw new Error('one comparison has one verdict');
  const { passed, failed } = verdict.base ?? { passed: 0, failed: 0 };
  return {
    gate: {
      verdict: word,
      anchor: { passed, failed },
      fresh: { passed: verdict.head.passed, failed: verdict.head.failed },
      p: verdict.p,
    },
    generations: head.length + drawn.baseSamples.length - drawn.reused.length,
  };
}

function outcomeOf(passed: boolean): Outcome {
  return passed ? { kind: 'passed' } : { kind: 'failed', tests: [] };
}
