import { expect, test } from '@jest/globals';
import type { CutSpec, Part } from '../parts/part.ts';
import type { Answer } from './answer.ts';
import { attemptOutcome, confirmingLooks, confirmingSoFar, rulesOf } from './confirm.ts';

const gone = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function cutOf(change: (id: string) => Partial<Part>): CutSpec {
  const parts = gone.map((id): Part => {
    const plain = {
      id,
      file: 'SPEC.md',
      kind: 'requirement',
      lines: [1, 1],
      present: id,
      absent: '',
    } as const;
    return { ...plain, ...change(id) };
  });
  return { texts: [], parts, groups: [] };
}

const cut = cutOf(() => ({}));

/** Confirms with a reader that misses these parts, and returns what is offered and the attempts. */
function confirmed(missed: (parts: readonly string[]) => boolean): {
  readonly parts: readonly string[];
  readonly attempts: readonly string[];
} {
  const made = new Map<string, 'held' | 'open'>();
  for (;;) {
    const so = confirmingSoFar({ cut, gone }, (parts) => made.get(parts.join('')));
    if (so.kind === 'done') return { parts: so.parts, attempts: [...made.keys()] };
    made.set(so.parts.join(''), missed(so.parts) ? 'open' : 'held');
  }
}

test('everything that is gone is confirmed at once if it holds', () => {
  expect(confirmed(() => false)).toEqual({ parts: gone, attempts: ['abcdefgh'] });
});

test('of a text that does not hold the half that does is offered, with what can be added to it', () => {
  const { parts, attempts } = confirmed((lacking) => lacking.includes('h'));
  expect(attempts).toEqual(['abcdefgh', 'abcd', 'abcdef', 'abcdefg']);
  expect(parts).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('nothing is offered if neither half holds', () => {
  const { parts, attempts } = confirmed(() => true);
  expect(parts).toEqual([]);
  expect(attempts).toHaveLength(4);
});

test('an attempt that could not be made ends with what has held so far', () => {
  const so = confirmingSoFar({ cut, gone }, (parts) => (parts.join('') === 'abcd' ? 'held' : 'open'));
  expect(so).toEqual({ kind: 'done', parts: ['a', 'b', 'c', 'd'] });
});

test('words that stay while others do are not tried without these', () => {
  const holding = cutOf((id) => (id === 'e' ? { holds: ['f', 'g', 'h'] } : {}));
  const attempts: string[] = [];
  confirmingSoFar({ cut: holding, gone: ['a', 'e', 'h'] }, (parts) => {
    attempts.push(parts.join(''));
    return parts.includes('a') ? 'open' : 'held';
  });
  expect(attempts).toEqual(['aeh', 'ae', 'h', 'ha']);
});

test('the chances of a false offer sum to at most the error that is allowed, over all attempts', () => {
  const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };
  const betas = [1, 2, 3, 4].map((attempt) => rulesOf(decide, attempt).beta);
  expect(betas.reduce((sum, beta) => sum + beta, 0)).toBeLessThanOrEqual(0.05);
  expect(rulesOf({ ...decide, beta: 0.01 }, 1).beta).toBe(0.005);
  expect(rulesOf({ ...decide, drop: 0.3 }, 1).drop).toBe(0.3);
  expect(rulesOf({ ...decide, drop: 0.6 }, 1).drop).toBe(0.4);
});

test('longer looks of the config are kept', () => {
  expect(confirmingLooks([3, 5, 8, 12])).toEqual([5, 8, 12, 16, 20, 24]);
  expect(confirmingLooks([10, 40])).toEqual([10, 40]);
});

test('an attempt holds only where a drop is ruled out, and not because something improved', () => {
  const none = { passed: 0, failed: 0, unmeasured: 0 };
  const subject = { spec: 'duration', model: 'one' };
  const of = (verdict: Answer['verdict']): readonly Answer[] => [
    { ...subject, verdict, base: none, head: none, excludes: null, brokenTests: [], tests: 2 },
  ];

  expect(attemptOutcome(of('held'), [subject])).toBe('held');
  expect(attemptOutcome(of('improved'), [subject])).toBe('open');
  expect(attemptOutcome(of('regressed'), [subject])).toBe('broken');
});

test('an attempt is judged by each test as well', () => {
  const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };
  expect(rulesOf(decide, 1)).toMatchObject({ everyTest: true });
});
