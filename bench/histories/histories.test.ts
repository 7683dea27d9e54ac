import { expect, test } from '@jest/globals';
import { rowOf, rowText } from '../outcome.ts';
import type { MeasuredFigure } from '../outcome.ts';
import { comparedFigures, sevenFigures } from './bounds.ts';
import { compareHistory, isDecided, isFalseGreen, isWrong } from './compare.ts';
import { codesOf, directions } from './history.ts';
import type { History, Side } from './history.ts';
import type { Writes } from './play.ts';
import { recordedOf, sevenOfTen } from './seven-of-ten.ts';
import { suiteRunner } from './truth.ts';

// A history that nobody had, so that no clone is needed: the head asks for one thing more.
const madeUp: History = {
  name: 'made up',
  writes: ['src/**'],
  test: 'node tests/half.test.mjs',
  base: aSide('Round half up.', 'Math.floor(n / 2 + 0.5)', []),
  head: aSide(
    'Round half up. Nothing but a number has a half: NaN.',
    "typeof n === 'number' ? Math.floor(n / 2 + 0.5) : NaN",
    ["test('a text has no half', () => assert.equal(half('8'), NaN));"],
  ),
};

function aSide(spec: string, half: string, more: readonly string[]): Side {
  const lines = [
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    "import { half } from '../src/half.mjs';",
    "test('halves even numbers', () => assert.equal(half(8), 4));",
    "test('rounds half up', () => assert.equal(half(5), 3));",
    ...more,
  ];
  return {
    spec: `# Halves\n\n${spec}\n`,
    tests: { 'tests/half.test.mjs': `${lines.join('\n')}\n` },
    code: { 'src/half.mjs': `export const half = (n) => ${half};\n` },
  };
}

const isMissed = ({ isWithin }: MeasuredFigure): boolean => isWithin === false;

test('on a made-up history what is said is what the references show', async () => {
  const rows = await compareHistory(madeUp, suiteRunner());

  expect(
    rows.map(({ direction, behaviour, truth, said }) => [
      direction,
      behaviour,
      truth.requirements,
      said.verdict,
    ]),
  ).toEqual([
    ['spec and tests', 'follows', 'met', 'held'],
    ['spec and tests', 'ignores', 'unmet', 'held'],
    ['spec only', 'follows', null, 'held'],
    ['spec only', 'ignores', null, 'held'],
    ['revert', 'follows', null, 'held'],
    ['revert', 'ignores', null, 'held'],
  ]);
  expect(rows.filter((row) => isWrong(row) || !isDecided(row) || isFalseGreen(row))).toEqual([]);
  expect(comparedFigures(rows).filter(isMissed)).toEqual([]);
});

test('a model that does not behave as it is called is found, also where the run is green', async () => {
  // Called a follower, it breaks what was on the head; called one that ignores the edit, it follows it.
  const planted: Writes = (sides, behaviour) =>
    behaviour === 'follows'
      ? { base: sides.base.code, head: { 'src/half.mjs': 'export const half = () => 4;\n' } }
      : codesOf(sides, 'follows');
  const rows = await compareHistory(madeUp, suiteRunner(), planted);

  expect(
    rows.filter((row) => isWrong(row)).map(({ direction, behaviour }) => [direction, behaviour]),
  ).toEqual([
    ['spec and tests', 'follows'],
    ['spec and tests', 'ignores'],
    ['spec only', 'follows'],
    ['revert', 'follows'],
  ]);
  const missed = comparedFigures(rows).filter(isMissed);
  expect(missed.map((figure) => rowText(rowOf(figure)))).toEqual([
    'MISSED wrong verdicts: 4 of 6; at most 0',
    'MISSED success although a test of the head fails: 1 of 6; at most 0',
  ]);
});

test('what is open too often, or was never asked, falls short', () => {
  expect(comparedFigures([]).every(isMissed)).toBe(true);
});

test('a model that is right 7 times in 10 on both sides is within the bound, and one that got worse is not', () => {
  const run = suiteRunner();
  const recorded = new Map(directions.map((direction) => [direction, recordedOf([madeUp], direction, run)]));
  const of = { seeds: 40, seed: 1 };
  const shortWith = (head: number) =>
    sevenFigures(sevenOfTen(recorded, { ...of, right: { base: 0.7, head } })).filter(isMissed);

  expect(recorded.get('spec and tests')).toEqual([2]);
  expect(shortWith(0.7)).toEqual([]);
  expect(shortWith(0)).toHaveLength(1);
});
