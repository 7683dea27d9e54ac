import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomOf } from '../verdicts/random.ts';
import { gridOf, passingAtLeast } from './grid.ts';
import { interactionOf } from './interaction.ts';
import { noiseOf, rowSpreads } from './noise.ts';
import type { RecordedArm } from './read-outcomes.ts';
import { countRewordings } from './rewordings.ts';
import { bands, dropsIn, runsOf } from './situations.ts';
import { streamsOf } from './streams.ts';

function anArm(name: string, signs: string): RecordedArm {
  const [model = '', task = '', wording = ''] = name.split(' ');
  return { model, task, wording, passed: Array.from(signs, (sign) => sign === '1') };
}

function ones(passes: number): string {
  return '1'.repeat(passes).padEnd(10, '0');
}

const twoModels = gridOf([
  anArm('m sort bare', ones(10)),
  anArm('m sort recap', ones(2)),
  anArm('n sort bare', ones(3)),
  anArm('n sort recap', ones(7)),
]);

describe('the grid', () => {
  test('leaves out a model with too few answers, and a wording that few models were asked', () => {
    const arms = ['m', 'n', 'o'].flatMap((model) => [
      anArm(`${model} sort bare`, ones(5)),
      anArm(`${model} sort recap`, ones(5)),
    ]);
    const grid = gridOf([
      ...arms,
      anArm('m sort xml', ones(5)),
      anArm('few sort bare', '11111'),
      anArm('few sort recap', '11111'),
    ]);

    expect(grid).toMatchObject({ models: ['m', 'n', 'o'], wordings: ['bare', 'recap'] });
  });

  test('keeps the models that pass often enough', () => {
    expect(passingAtLeast(twoModels, 0.55).models).toEqual(['m']);
    expect(passingAtLeast(twoModels, 0.5).tasks[0]?.rows).toHaveLength(2);
  });
});

test('a drop of exactly 40 points is one of 40 and more, whatever the binary says', () => {
  const [most, , least] = bands;

  expect(most && dropsIn(twoModels, most).map(({ base }) => base.model)).toEqual(['m']);
  expect(least && dropsIn(twoModels, least).map(({ base, head }) => [base.wording, head.wording])).toEqual([
    ['recap', 'bare'],
  ]);
});

test.each([1, 4, 12])('an unchanged run asks %i questions, of which none compares two texts', (questions) => {
  const of = { grid: twoModels, sizes: { runs: 20, draws: 30 }, random: randomOf(1, 1) };
  const runs = runsOf({ kind: 'unchanged-run', questions }, of);

  expect(runs).toHaveLength(20);
  for (const run of runs) {
    expect(run).toHaveLength(questions);
    expect(run.every(({ base, head }) => base === head)).toBe(true);
  }
});

test('recorded answers are split between the sides, and none is taken twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), fc.nat(1e6), (passes, seed) => {
      const arm = anArm('m sort bare', ones(passes));
      const lengths = { base: 5, head: 5 };
      const { base, head } = streamsOf({ base: arm, head: arm }, 'recorded', {
        lengths,
        random: randomOf(seed, 0),
      });

      expect([...base.suite, ...head.suite].filter(Boolean)).toHaveLength(passes);
    }),
    { numRuns: 50 },
  );
});

test.each(['same-tests-fail', 'other-tests-fail'] as const)(
  'with `%s` 8 of 10 tests pass where no suite does',
  (drawing) => {
    const arm = anArm('m sort bare', ones(0));
    const of = { lengths: { base: 12, head: 12 }, random: randomOf(1, 0) };
    const { base } = streamsOf({ base: arm, head: arm }, drawing, of);

    expect(base.suite).toEqual(new Array(12).fill(false));
    for (const sample of base.suite.keys())
      expect(base.tests.filter((row) => row[sample] === true)).toHaveLength(8);
  },
);

describe('the interaction of model and wording', () => {
  test('is nothing where every model prefers the same wording, and all where they disagree', () => {
    expect(
      interactionOf([
        [0.9, 0.5],
        [0.6, 0.2],
      ]),
    ).toBeCloseTo(0);
    expect(
      interactionOf([
        [1, 0],
        [0, 1],
      ]),
    ).toBeCloseTo(1);
  });

  test('stands out of the noise where it was put in, and not where answers were dealt at random', () => {
    const gridOfRates = (rates: readonly (readonly number[])[]) =>
      gridOf(
        rates.flatMap((row, model) =>
          row.map((passes, wording) => anArm(`m${model} sort w${wording}`, ones(passes))),
        ),
      );
    const planted = noiseOf(
      gridOfRates([
        [10, 1],
        [1, 10],
        [10, 1],
        [1, 10],
      ]),
      1,
    );
    const flat = noiseOf(
      gridOfRates([
        [5, 5],
        [6, 6],
        [5, 6],
        [6, 5],
      ]),
      1,
    );

    expect(planted.interaction.p).toBe(0.001);
    expect(planted.interaction.observed).toBeGreaterThan(planted.interaction.high);
    expect(flat.interaction.p).toBeGreaterThan(0.2);
  });
});

test('a rewording that hurts one model by 40 points and helps another by 20 is counted in its own direction', () => {
  const rates = [
    [0.7, 0.3],
    [0.5, 0.7],
  ];

  expect(countRewordings([rates])).toEqual({ all: 2, hurt: 1, helpOthers: 1 });
  expect(
    countRewordings([
      [
        [0.7, 0.31],
        [0.5, 0.7],
      ],
    ]),
  ).toEqual({ all: 2, hurt: 0, helpOthers: 0 });
});

test('a model whose wordings differ by much lies beyond its noise, and one that always passes has none', () => {
  const [differs, same] = rowSpreads(
    [
      [anArm('m sort bare', ones(10)), anArm('m sort recap', ones(0))],
      [anArm('n sort bare', ones(10)), anArm('n sort recap', ones(10))],
    ],
    1,
  );

  expect(differs?.spread).toBe(1);
  expect(differs?.floor).toBeLessThan(0.7);
  expect(same).toMatchObject({ spread: 0, floor: 0 });
});
