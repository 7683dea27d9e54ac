import { expect, test } from '@jest/globals';
import { aRow, aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { movedTests } from './moved-tests.ts';

const verdict = aVerdict();
const row = (test: string, base: number, head: number) =>
  aRow(test, {
    [verdict.model]: { base: { passed: base, failed: 5 - base }, head: { passed: head, failed: 5 - head } },
  });
const matrix = [row('fell', 5, 1), row('rose', 1, 5)];

test.each<[Verdict['verdict'], readonly string[]]>([
  ['held', []],
  ['improved', ['rose']],
  ['inconclusive', ['fell', 'rose']],
  ['regressed', ['fell', 'rose']],
])('under a verdict %s the tests that moved are %j', (word, moved) => {
  const summary = aSummary({ verdicts: [{ ...verdict, verdict: word }], matrix });

  expect(movedTests(summary).map(({ test }) => test)).toEqual(moved);
});
