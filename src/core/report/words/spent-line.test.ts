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
