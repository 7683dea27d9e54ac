import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dropEvidence } from '../src/core/statistics/evidence.ts';
import { dropThreshold } from '../src/core/statistics/gate.ts';
import { hitProbability, tabulate } from '../src/core/statistics/hit-probability.ts';
import { pageContent } from './documents.ts';

/** How often one look at this many samples a side calls a change regressed, if it is the only question. */
function foundAt(samples: number, base: number, head: number): string {
  const look = { base: samples, head: samples };
  const plan = [look];
  // Half of alpha is for the suite, as in every question.
  const threshold = dropThreshold(plan, 0.05 / 2);
  const table = tabulate(plan, (passes) => dropEvidence(passes, look));
  return `${(100 * hitProbability({ plan, table, threshold, base, head })).toFixed(1)} %`;
}

test('the table of docs/judge.md is what the exact test finds', () => {
  const { rows } = pageContent(readFileSync('docs/judge.md', 'utf8'));
  const table = rows.filter(([first = '']) => /^\d+$/.test(first));

  expect(table).toEqual(
    ['5', '8', '12', '20', '40'].map((samples) => [
      samples,
      foundAt(Number(samples), 1, 0),
      foundAt(Number(samples), 0.95, 0.35),
      foundAt(Number(samples), 0.95, 0.55),
      foundAt(Number(samples), 0.9, 0.9),
    ]),
  );
});
