import { noisyTests, suiteOf, withOneTestAt } from './behaviour.ts';
import type { Behaviour, Pair } from './behaviour.ts';
import type { Protocol } from './walk.ts';

/** Many runs of one situation. All cells of a run but the first are `others`. */
export type Experiment = {
  readonly name: string;
  readonly runs: number;
  readonly cells: number;
  /** What the first cell is, with probabilities. */
  readonly first: readonly { readonly share: number; readonly pair: Pair }[];
  readonly others: Pair;
  readonly protocol: Protocol;
  /** Every stored base sample passed, by luck. */
  readonly isLucky: boolean;
};

/** The default settings, with 20 stored base samples. */
export const shipped: Protocol = {
  looks: [3, 5, 8, 12],
  stored: 20,
  confirm: 5,
  decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
  seesTests: true,
};

/** The same without a stored base. */
export const coldStart: Protocol = { ...shipped, stored: 0 };

/**
 * The suite endpoint alone at .05, confirmation off. A question's p is twice the suite's, because the tests' endpoint
 * gets the other half of alpha; without tests and at alpha .10 that is the suite's own test at .05, to the last digit.
 */
export const suiteAlone: Protocol = {
  ...shipped,
  confirm: 0,
  decide: { ...shipped.decide, alpha: 0.1 },
  seesTests: false,
};

/** The pass rates at which false blocks are counted. */
export const passRates = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1] as const;

/** Drops of the table that is printed and not judged, in points. */
export const shownDrops = [40, 60, 80] as const;

/** Cells a run at which false blocks are counted. */
export const judgedCells = [1, 4, 12] as const;

/** Cells a run of the table that is printed and not judged. */
export const shownCells = [1, 2, 4, 12] as const;

/** Pass rates at which the stored base is lucky: printed, not judged. */
export const luckyRates = [0.95, 0.9, 0.8] as const;

/** With and without stored base samples. */
export const starts = [
  { start: 'cached', protocol: shipped },
  { start: 'cold', protocol: coldStart },
] as const;

/** One cell with stored base samples and without confirmation, which can only lower the rate of false blocks. */
export const unconfirmed = { cells: 1, start: 'unconfirmed', protocol: { ...shipped, confirm: 0 } } as const;

/** Everything the bench runs, the longest first so that two workers end together. */
export function allExperiments(): Experiment[] {
  return [
    ...falseBlocks(),
    ...wrongHolds(),
    ...mixes(),
    ...thirtyTests(),
    ...shownTable(),
    ...confirmations(),
    ...planted(),
  ].toSorted((one, other) => other.runs * other.cells - one.runs * one.cells);
}

// How many tests the suites have whose number the figure does not name.
const usualTests = 10;

function falseBlocks(): Experiment[] {
  const shown = judgedCells.flatMap((cells) => starts.map((start) => ({ cells, ...start })));
  return [...shown, unconfirmed].flatMap(({ cells, start, protocol }) =>
    passRates.map((rate) =>
      experiment(`false blocks ${start} ${cells} ${rate}`, { cells, pair: twoTestsAt(rate), protocol }),
    ),
  );
}

// Of all suites that were tried (none, 2, 3, 10 and 30 tests, independent or failing together) this has the most
// false blocks: both endpoints work, and the number of tests costs almost nothing.
function twoTestsAt(rate: number): Pair {
  const suite = noisyTests(Math.sqrt(rate), 2);
  return { base: suite, head: suite };
}

// Without single tests only the suite can prevent `held`: the least favourable case.
function wrongHolds(): Experiment[] {
  return passRates.flatMap((rate) =>
    starts.map(({ start, protocol }) => {
      const pair = { base: suiteOf(rate, 0), head: suiteOf(rate - 0.4, 0) };
      return experiment(`wrong holds ${start} ${rate}`, { pair, protocol });
    }),
  );
}

function mixes(): Experiment[] {
  const suite = (base: number, head: number): Pair => ({ base: suiteOf(base, 0), head: suiteOf(head, 0) });
  const tests = (base: number, head: number): Pair => ({
    base: suiteOf(base, usualTests),
    head: oneTestBroken(base, head),
  });
  const alone = { runs: 10_000, first: mixOf(suite), protocol: suiteAlone };
  return [
    experiment('power of the suite alone', { runs: 10_000, pair: suite(0.95, 0.55), protocol: suiteAlone }),
    experiment('mix of the suite alone, cached', alone),
    experiment('mix of the suite alone, cold', { ...alone, protocol: { ...suiteAlone, stored: 0 } }),
    experiment('mix cached', { first: mixOf(tests), protocol: shipped }),
    experiment('mix cold', { first: mixOf(tests), protocol: coldStart }),
  ];
}

function mixOf(pairOf: (base: number, head: number) => Pair): Experiment['first'] {
  return [
    { share: 0.45, pair: pairOf(0.95, 0.95) },
    { share: 0.25, pair: pairOf(1, 1) },
    { share: 0.15, pair: pairOf(0.8, 0.8) },
    { share: 0.05, pair: pairOf(0.95, 0.55) },
    { share: 0.05, pair: pairOf(0.95, 0.15) },
    { share: 0.05, pair: pairOf(1, 0) },
  ];
}

function thirtyTests(): Experiment[] {
  const same = (behaviour: Behaviour): Pair => ({ base: behaviour, head: behaviour });
  const weak = (rate: number): Pair => ({ base: suiteOf(rate, usualTests), head: suiteOf(1, usualTests) });
  const unsuited = { ...shipped, confirm: 0 };
  return [
    experiment('30 tests always right', { pair: same(noisyTests(1, 30)), protocol: shipped }),
    experiment('30 tests at .99', { pair: same(noisyTests(0.99, 30)), protocol: shipped }),
    experiment('30 tests at .95', { pair: same(noisyTests(0.95, 30)), protocol: shipped }),
    experiment('one of 30 broken', { pair: oneOfThirty, protocol: unsuited }),
    experiment('one of 30 broken, suite alone', { pair: oneOfThirty, protocol: suiteAlone }),
    ...[0.05, 0.2, 0.35].flatMap((rate) =>
      starts.map(({ start, protocol }) =>
        experiment(`weak base ${start} ${rate}`, { pair: weak(rate), protocol }),
      ),
    ),
  ];
}

const oneOfThirty: Pair = {
  base: noisyTests(0.95, 30),
  head: withOneTestAt(0.25, noisyTests(0.95, 30)),
};

function shownTable(): Experiment[] {
  const unchanged = { base: suiteOf(0.95, usualTests), head: suiteOf(0.95, usualTests) };
  return shownCells.flatMap((cells) =>
    shownDrops.flatMap((drop) =>
      starts.map(({ start, protocol }) => {
        const pair = { base: unchanged.base, head: oneTestBroken(0.95, (95 - drop) / 100) };
        const first = [{ share: 1, pair }];
        return experiment(`shown ${start} ${cells} ${drop}`, { cells, first, pair: unchanged, protocol });
      }),
    ),
  );
}

// What confirmation gains, and what it costs.
function confirmations(): Experiment[] {
  const same = (rate: number): Pair => ({
    base: suiteOf(rate, usualTests),
    head: suiteOf(rate, usualTests),
  });
  const broken = { base: suiteOf(0.95, usualTests), head: oneTestBroken(0.95, 0.55) };
  const { protocol } = unconfirmed;
  return [
    experiment('drop 40, unconfirmed', { pair: broken, protocol }),
    ...luckyRates.flatMap((rate) => [
      experiment(`lucky base ${rate}`, { pair: same(rate), protocol: shipped, isLucky: true }),
      experiment(`lucky base ${rate}, unconfirmed`, { pair: same(rate), protocol, isLucky: true }),
    ]),
  ];
}

function planted(): Experiment[] {
  const lax = { ...shipped, decide: { ...shipped.decide, alpha: 0.15 } };
  const blind = { ...shipped, confirm: 0, seesTests: false };
  return [
    experiment('planted: alpha .15', { pair: twoTestsAt(0.5), protocol: lax }),
    experiment('planted: no tests', { pair: oneOfThirty, protocol: blind }),
  ];
}

// One requirement is broken: the drop falls on one test, the noise that was there stays.
function oneTestBroken(base: number, head: number): Behaviour {
  return withOneTestAt(head / base, suiteOf(base, usualTests));
}

function experiment(
  name: string,
  of: {
    readonly protocol: Protocol;
    readonly runs?: number;
    readonly cells?: number;
    readonly isLucky?: boolean;
  } & (
    | { readonly pair: Pair; readonly first?: Experiment['first'] }
    | { readonly first: Experiment['first'] }
  ),
): Experiment {
  const { protocol, cells = 1, isLucky = false } = of;
  const runs = of.runs ?? (cells >= 12 ? 2000 : 4000);
  const first = of.first ?? ('pair' in of ? [{ share: 1, pair: of.pair }] : []);
  const [any] = first;
  if (any === undefined) throw new Error(`${name} has no cell.`);
  return { name, runs, cells, first, others: 'pair' in of ? of.pair : any.pair, protocol, isLucky };
}
