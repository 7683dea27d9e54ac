import type { PartSamples } from '../../src/core/clause-map/part-samples.ts';
import { cutClauses } from '../../src/core/parts/cut-clauses.ts';
import type { CutSpec } from '../../src/core/parts/part.ts';
import { planWith } from '../../src/core/statistics/sampling-plan.ts';
import { examine } from '../../src/core/verdict/examine.ts';
import type { Examination, Samples } from '../../src/core/verdict/examine.ts';
import { aVersion } from '../../src/testing/builders/a-question.ts';
import type { Random } from '../verdicts/random.ts';

/** A planted text: which tests of which model pass less often when a part is missing. */
export type World = {
  readonly cut: CutSpec;
  readonly models: readonly string[];
  readonly tests: readonly string[];
  /** The pass rate of a test on a model with a text that lacks these parts. */
  readonly rate: (
    on: { readonly test: string; readonly model: string },
    lacks: ReadonlySet<string>,
  ) => number;
};

/** The default rules of a check. */
export const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };

const looks = [3, 5, 8, 12];
const stored = 12;
const plan = planWith(stored, looks);
// Now and then a model writes something that fails everything.
const lostSample = 0.05;

/**
 * Of four parts two are dead, one is needed by both models, and one by one of them; every other one of these says the same
 * as the part after it, so that its tests fail only if both are missing. A needed part moves one to three tests, from .998
 * to .15 or .55.
 */
export function plantedWorld(
  { size, tests: count }: { readonly size: number; readonly tests: number },
  random: Random,
): World {
  const cut = cutList(size);
  const { parts } = cut;
  const tests = Array.from({ length: count }, (_, index) => `test ${index}`);
  const models = ['one', 'two'];
  const needs = new Map<string, Need[]>();
  for (const [index, { id }] of parts.entries()) {
    const twin = index % 8 === 2 ? parts[index + 1] : undefined;
    const of = { parts: twin === undefined ? [id] : [id, twin.id], tests };
    const neededBy = [[], models, models.slice(0, 1), []][index % 4] ?? [];
    if (neededBy.length > 0) plant(needs, { ...of, models: neededBy }, random);
  }
  const rate: World['rate'] = ({ test, model }, lacks) =>
    (needs.get(`${model} ${test}`) ?? [])
      .filter((need) => need.parts.every((part) => lacks.has(part)))
      .reduce((least, { without }) => Math.min(least, without), 0.998);
  return { cut, models, tests, rate };
}

/** Parts without all of which a test passes at a lower rate. */
type Need = { readonly parts: readonly string[]; readonly without: number };

function plant(
  needs: Map<string, Need[]>,
  of: {
    readonly parts: readonly string[];
    readonly tests: readonly string[];
    readonly models: readonly string[];
  },
  random: Random,
): void {
  const moved = 1 + Math.floor(random() * 3);
  for (let count = 0; count < moved; count += 1) {
    // The last sixth of the tests, and at least one, is moved by nothing.
    const movable = of.tests.length - Math.ceil(of.tests.length / 6);
    const test = of.tests[Math.floor(random() * movable)] ?? '';
    const without = random() < 0.7 ? 0.15 : 0.55;
    for (const model of of.models) {
      const key = `${model} ${test}`;
      needs.set(key, [...(needs.get(key) ?? []), { parts: of.parts, without }]);
    }
  }
}

/** Samples of the full text, which all comparisons of one model share. */
export function fullSamples(world: World, model: string, random: Random): readonly ReadonlySet<string>[] {
  return samplesWithout(world, { model, lacks: new Set() }, random);
}

/** Asks about a text that lacks parts as the engine does: look after look, until the gate would stop. */
export function asked(
  world: World,
  of: {
    readonly model: string;
    readonly lacks: readonly string[];
    readonly full: readonly ReadonlySet<string>[];
  },
  random: Random,
): { readonly samples: PartSamples; readonly found: Examination } {
  const { model, lacks, full } = of;
  const without = samplesWithout(world, { model, lacks: new Set(lacks) }, random);
  for (const look of plan) {
    const samples = samplesUpTo(world.tests, full.slice(0, look.base), without.slice(0, look.head));
    const found = examine(samples, plan, rules);
    const isLast = look === plan.at(-1);
    if (isLast || found.clean || found.p <= rules.alpha || found.isFutile)
      return { samples: { spec: 'planted', model, removed: lacks, looks: plan, samples }, found };
  }
  throw new Error('A plan has a last look.');
}

function samplesUpTo(
  tests: readonly string[],
  full: readonly ReadonlySet<string>[],
  without: readonly ReadonlySet<string>[],
): Samples {
  const outcomes = (of: readonly ReadonlySet<string>[]): Samples['base'] =>
    of.map((passed) =>
      passed.size === tests.length ? { kind: 'passed' as const } : { kind: 'failed' as const, tests: [] },
    );
  return {
    base: outcomes(full),
    head: outcomes(without),
    tests: tests.map((test) => ({
      test,
      base: full.map((passed) => passed.has(test)),
      head: without.map((passed) => passed.has(test)),
    })),
  };
}

function samplesWithout(
  world: World,
  of: { readonly model: string; readonly lacks: ReadonlySet<string> },
  random: Random,
): readonly ReadonlySet<string>[] {
  const rates = world.tests.map((test) => world.rate({ test, model: of.model }, of.lacks));
  return Array.from({ length: stored }, () => {
    const isLost = random() < lostSample;
    return new Set(world.tests.filter((_, index) => random() < (rates[index] ?? 0) && !isLost));
  });
}

/** A list of so many requirements, cut as the product cuts it. */
function cutList(size: number): CutSpec {
  const items = Array.from({ length: size }, (_, index) => `- Requirement ${index} MUST be met.\n`);
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text: items.join('') }] }));
  if (cut.parts.length !== size) throw new Error(`The text has ${cut.parts.length} parts, not ${size}.`);
  return cut;
}
