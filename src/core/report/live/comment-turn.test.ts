import { describe, expect, test } from '@jest/globals';
import { decideTurn } from './comment-turn.ts';
import { isProgressDue } from './progress-due.ts';
import type { RunStamp } from '../markdown/run-stamp.ts';

const [older, newer] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const mine: RunStamp = { head: older, run: 5, attempt: 1, state: 'done', text: 3 };

describe('a run at the head of its pull request', () => {
  test.each<[string, RunStamp | null, ReturnType<typeof decideTurn>['kind']]>([
    ['where nothing stands', null, 'write'],
    ['over a run of another head, even a later one', { ...mine, head: newer, run: 9 }, 'write'],
    ['over its own earlier text', { ...mine, state: 'running', text: 2 }, 'write'],
    ['over an earlier run of the same head', { ...mine, run: 4, text: 9 }, 'write'],
    ['over an earlier attempt', { ...mine, attempt: 0 }, 'write'],
    ['not where its text stands already', mine, 'written'],
    ['not over a later run of the same head', { ...mine, run: 6, state: 'queued', text: 1 }, 'leave'],
    ['not over a later attempt', { ...mine, attempt: 2, text: 1 }, 'leave'],
  ])('writes %s', (_, current, kind) => {
    expect(decideTurn({ mine, current, head: older })).toEqual({ kind });
  });
});

describe('a run whose head is old', () => {
  test.each<[string, RunStamp | null, ReturnType<typeof decideTurn>['kind']]>([
    ['writes nothing where nothing stands', null, 'leave'],
    ['calls its own text superseded', mine, 'supersede'],
    ['calls the text of another old head superseded', { ...mine, head: 'c'.repeat(40), run: 1 }, 'supersede'],
    ['leaves what is called that already', { ...mine, state: 'superseded' }, 'leave'],
    ['leaves the text of the new head, whoever wrote it', { ...mine, head: newer, run: 1 }, 'leave'],
  ])('%s', (_, current, kind) => {
    expect(decideTurn({ mine, current, head: newer })).toEqual({ kind });
  });
});

test('progress is due after one, three and nine minutes, and then no more', () => {
  const due = (sinceLastMs: number, written: number): boolean => isProgressDue({ sinceLastMs, written });

  expect([due(59_999, 0), due(60_000, 0)]).toEqual([false, true]);
  expect([due(179_999, 1), due(180_000, 1)]).toEqual([false, true]);
  expect([due(539_999, 2), due(540_000, 2)]).toEqual([false, true]);
  expect(due(86_400_000, 3)).toBe(false);
});
