import { expect, test } from '@jest/globals';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { legend } from './legend.ts';
import { plainPhrases } from './phrases.ts';

const explained = (name: string): readonly (string | undefined)[] =>
  legend(reportSituations[name] ?? aSummary()).map((line) => plainPhrases(line).split(':')[0]);

test.each([
  ['regression', ['5/5', 'regressed', 'held']],
  ['improved', ['5/5', 'improved', 'held']],
  ['new-spec', ['5/5', 'not portable', 'portable']],
  ['new-tests-unmet', ['5/5', 'held', 'new tests unmet', 'new tests undecided']],
  ['tampered', ['5/5', 'regressed', 'held', 'tampered']],
  ['unconfirmed', ['5/5', 'regressed', 'held', 'unconfirmed']],
  ['fork', []],
])('%s explains the words that it uses, and no others', (name, words) => {
  expect(explained(name)).toEqual(words);
});

test('what held means is said with the numbers of this run', () => {
  const { settings } = aSummary();
  const lines = legend(
    aSummary({ verdicts: [aVerdict()], settings: { ...settings, drop: 0.25, beta: 0.2 } }),
  );

  expect(lines.map((line) => plainPhrases(line)).join('\n')).toContain(
    'held: a drop of the pass rate by 25 percentage points or more is ruled out (80 % sure).',
  );
});
