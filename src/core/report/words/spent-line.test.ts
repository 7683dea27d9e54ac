import { expect, test } from '@jest/globals';
import { aSummary } from '../../../testing/builders/a-summary.ts';
import { plainPhrases } from './phrases.ts';
import { spentLine } from './spent-line.ts';

test.each([
  ['a saving', 0.12, ' (prompt caching saved 0.12 USD)'],
  ['a loss', -0.25, ' (prompt caching cost 0.25 USD more than it saved)'],
  ['less than a cent', 0.0099, ''],
  ['less than a cent of loss', -0.0099, ''],
  ['nothing, because a price is unknown', null, ''],
])('the cost line tells of %s by caches', (_name, savedUsd, told) => {
  const summary = aSummary();
  const spent = { ...summary.spent, usd: 1.84, savedUsd };

  expect(plainPhrases(spentLine({ ...summary, spent }))).toMatch(`Cost 1.84 USD${told} · `);
});

test.each([
  [10, 0, '10 model calls, 4 answers reused'],
  [10, 3, '10 model calls and 3 that gave no usable answer, 4 answers reused'],
  [1, 1, '1 model call and 1 that gave no usable answer, 4 answers reused'],
  [0, 3, '3 model calls, none with a usable answer, 4 answers reused'],
  [0, 1, '1 model call, without a usable answer, 4 answers reused'],
])('of %i calls and %i lost ones the cost line says in plain words what came of them', (...row) => {
  const [generations, lostCalls, told] = row;
  const summary = aSummary();
  const spent = { ...summary.spent, generations, lostCalls, cachedGenerations: 4 };

  expect(plainPhrases(spentLine({ ...summary, spent }))).toContain(` · ${told} from earlier runs · `);
});
