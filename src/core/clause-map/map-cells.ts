import { isTooWeak } from '../statistics/decision-chance.ts';
import { reaches } from '../statistics/excluded-drop.ts';
import type { DiscreteP } from '../statistics/false-discoveries.ts';
import { falseDiscoveryRates } from '../statistics/false-discoveries.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import { passesAt, strongestEvidence } from '../statistics/series.ts';
import type { Tally } from '../statistics/tally.ts';
import { looksTaken } from '../verdict/examine.ts';
import type { PartSamples } from './part-samples.ts';
import { passedWithout, referenceOf } from './reference.ts';
import type { Reference } from './reference.ts';

/** What is measured with a text: a spec on a model. Instructions are measured with several specs. */
export type Subject = { readonly spec: string; readonly model: string };

/** How certain a map is. */
export type MapRules = {
  /** The share of the found links that may be false. */
  readonly falseDiscoveries: number;
  /** The drop that a test had to be able to notice before "nothing notices" is said, 0…1. */
  readonly drop: number;
  /** The error of that claim. */
  readonly beta: number;
};

/** One link in ten that a map names may be false. */
export const falseDiscoveries = 0.1;

/** One test on one text that lacks parts, on one spec and model. */
export type MapCell = {
  /** Ids of all missing parts. */
  readonly removed: readonly string[];
  /** Those of them that the texts which it is compared with have: what is noticed is that they are missing. */
  readonly blamed: readonly string[];
  readonly test: string;
  readonly on: Subject;
  readonly full: Counts;
  readonly without: Counts;
  /** The p-value of the comparison with texts that have the blamed parts, adjusted for the number of cells. */
  readonly q: number;
  /**
   * `noticed`: it passes less often. `quiet`: a drop is ruled out. `too-weak`: it passes so seldom on the full text that
   * a drop could not be seen. `open`: too few samples to say.
   */
  readonly finding: 'noticed' | 'quiet' | 'too-weak' | 'open';
};

/** Samples that passed and failed. */
export type Counts = Pick<Tally, 'passed' | 'failed'>;

/** Every test on every text that lacks parts; the false discoveries are controlled over all of them together. */
export function mapCells(samples: readonly PartSamples[], rules: MapRules): readonly MapCell[] {
  const compared = samples.flatMap((each) => comparedTests(each, referenceOf(each, samples), rules));
  const q = falseDiscoveryRates(compared.map(({ p }) => p));
  return compared.map(({ cell, otherwise }, index) => {
    const adjusted = q[index] ?? 1;
    const finding = adjusted <= rules.falseDiscoveries ? 'noticed' : otherwise;
    return { ...cell, q: adjusted, finding };
  });
}

type Compared = {
  readonly cell: Omit<MapCell, 'q' | 'finding'>;
  readonly p: readonly DiscreteP[];
  /** What it is if it is not noticed. */
  readonly otherwise: 'quiet' | 'too-weak' | 'open';
};

function comparedTests(
  each: PartSamples,
  { blamed, pOf }: Reference,
  { drop, beta }: MapRules,
): readonly Compared[] {
  const { spec, model, removed, looks: plan, samples } = each;
  const taken = looksTaken(samples, plan);
  const look = taken.at(-1);
  if (look === undefined) return [];
  const own = passedWithout(each);
  return samples.tests.map((series) => {
    const { test } = series;
    const passes = passesAt(series, look);
    // The same p-value with which the gate judges a test: exact, and valid whenever the sampling stopped.
    const ownP = falseAlarmRate(plan, strongestEvidence(series, taken));
    // What raises suspicion is not called quiet, as the gate does not call it clean.
    const isQuiet = ownP > 0.05 && reaches({ plan, look, passes, beta }, drop);
    return {
      cell: {
        removed,
        blamed,
        test,
        on: { spec, model },
        full: { passed: passes.base, failed: look.base - passes.base },
        without: { passed: passes.head, failed: look.head - passes.head },
      },
      p: pOf(test, own),
      otherwise: isTooWeak(passes, look, drop) ? 'too-weak' : isQuiet ? 'quiet' : 'open',
    };
  });
}
