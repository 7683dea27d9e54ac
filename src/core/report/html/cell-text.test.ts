import { expect, test } from '@jest/globals';
import { anEvidence } from '../../../testing/builders/an-evidence.ts';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import type { Outcome } from '../../results/outcome.ts';
import type { CellStory } from '../evidence/evidence.ts';
import { outcomeWords } from './cell-text.ts';

const [story] = anEvidence(aSummary({ verdicts: [aVerdict({})] })).comparisons.flatMap(({ cells }) => cells);

function wordsOf(outcome: Outcome): string {
  return outcomeWords({ ...(story as CellStory), outcome });
}

test.each<[Outcome, string]>([
  [
    { kind: 'no-code', why: 'unsafe-path', detail: 'src/b.mjs: a symlink is no file' },
    'no code: unsafe path (src/b.mjs: a symlink is no file)',
  ],
  [{ kind: 'no-code', why: 'turn-limit' }, 'no code: turn limit'],
  [{ kind: 'unmeasured', why: 'quota', detail: 'no money' }, 'not measured: quota (no money)'],
])('a sample without a result says which file, limit or vendor it was: %j', (outcome, said) => {
  expect(wordsOf(outcome)).toBe(said);
});
