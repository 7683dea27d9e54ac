import { randomOf } from '../verdicts/random.ts';
import { simulate } from './simulate.ts';
import type { Course, Scenario } from './simulate.ts';

/** Night on which a model breaks, and night on which it works again. */
const breaksOn = 20;
const repairedOn = 30;

/** One world and how often it is run. */
export type Experiment = {
  readonly text: string;
  readonly scenario: Scenario;
  readonly runs: number;
  /** Nights within which a total break must be found. */
  readonly within: number;
};

/** Counts of an experiment's runs. */
export type Counts = {
  readonly runs: number;
  /** Runs that opened an issue before anything broke. */
  readonly early: number;
  /** Of the others, those whose issue was open within the nights that are promised. */
  readonly found: number;
  /** Those with exactly one issue from the break on, closed in the end. */
  readonly oneIssue: number;
  readonly latest: number;
  readonly alarms: number;
  readonly extra: number;
  /** Nights from the repair to the closing; median of the runs. */
  readonly toClose: number;
};

/** The world in which one model of several breaks. */
export function brokenModel(of: {
  readonly specs: number;
  readonly models: number;
  readonly rate: number | 'mixed';
  readonly family?: Scenario['family'];
  /** Only one series breaks instead of all of its model. */
  readonly isOnlyOne?: boolean;
}): Scenario {
  const { specs, models, rate } = of;
  return {
    specs,
    models,
    rateOf: (series) => (rate === 'mixed' ? 0.8 + 0.05 * (series % 5) : rate),
    nights: 60,
    breaks: {
      from: breaksOn,
      until: repairedOn,
      isHit: (series) => (of.isOnlyOne === true ? series === 0 : series % models === 0),
    },
    family: of.family ?? 'all',
  };
}

/** Runs an experiment; the same seed gives the same counts. */
export function measure({ scenario, runs, within }: Experiment, seed: number): Counts {
  const courses = Array.from({ length: runs }, (_, run) => simulate(scenario, randomOf(seed, run)));
  const clean = courses.filter((course) => !opensEarly(course));
  const delays = clean.map(delayOf);
  return {
    runs,
    early: runs - clean.length,
    found: delays.filter((nights) => nights <= within).length,
    oneIssue: clean.filter(({ opened, closed }) => opened.length === 1 && closed.length === 1).length,
    latest: Math.max(0, ...delays),
    alarms: courses.reduce((sum, { alarms }) => sum + alarms, 0) / runs,
    extra: courses.reduce((sum, { extra }) => sum + extra, 0) / runs,
    toClose: middle(clean.map(({ closed }) => (closed.at(-1) ?? Infinity) - repairedOn + 1)),
  };
}

function opensEarly({ opened }: Course): boolean {
  return opened.some((night) => night < breaksOn);
}

function delayOf({ opened }: Course): number {
  return (opened[0] ?? Infinity) - breaksOn + 1;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
