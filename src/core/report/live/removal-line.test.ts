import { expect, test } from '@jest/globals';
import type { Part } from '../../parts/part.ts';
import type { Answer } from '../../shrink/answer.ts';
import { removalLine } from './removal-line.ts';

test('a single part is named by its line, and each model by what its tests said', () => {
  expect(line({ tried: [part(7)], answers: [answer('a', 'held'), answer('b', 'regressed')] })).toBe(
    'halves without line 7, “Round half up.”: holds on a and breaks on b',
  );
});

test('parts that follow each other are one stretch, and their number is said', () => {
  const tried = [part(3, 4), part(5), part(9), part(9), part(12)];
  expect(line({ tried, answers: [answer('a', 'inconclusive')] })).toBe(
    'halves without lines 3-5, 9 and 12 (5 parts): not clear on a',
  );
});

test('of many places the first are named, with their files where there are several', () => {
  const tried = [1, 3, 5, 7, 9, 11].map((first) => part(first, first, first < 4 ? 'A.md' : 'B.md'));
  expect(line({ tried, answers: [answer('a', 'improved')] })).toBe(
    'halves without lines A.md 1, A.md 3, B.md 5, B.md 7 and 2 more places (6 parts): holds on a',
  );
});

test('a confirmation says that its samples are fresh', () => {
  const answers = [answer('a', 'held'), answer('b', 'held'), answer('c', 'held')];
  expect(line({ tried: [part(1), part(2)], answers, isConfirming: true })).toBe(
    'halves without 2 parts, on fresh samples: holds on a, holds on b and holds on c',
  );
});

test('where a text belongs to several specs, they are named too', () => {
  expect(line({ tried: [part(7)], answers: [answer('a', 'held')], isOneSpec: false })).toBe(
    'halves without line 7, “Round half up.”: holds on a of halves',
  );
});

function line(of: {
  tried: readonly Part[];
  answers: readonly Answer[];
  isConfirming?: boolean;
  isOneSpec?: boolean;
}): string {
  return removalLine({ target: 'halves', isConfirming: false, isOneSpec: true, ...of });
}

function part(first: number, last = first, file = 'SPEC.md'): Part {
  return {
    id: `${file}${first}`,
    file,
    kind: 'requirement',
    lines: [first, last],
    present: 'Round half up.\n',
    absent: '',
  };
}

function answer(model: string, verdict: Answer['verdict']): Answer {
  const none = { passed: 0, failed: 0, unmeasured: 0 };
  return {
    spec: 'halves',
    model,
    verdict,
    base: none,
    head: none,
    excludes: null,
    brokenTests: [],
    tests: 3,
  };
}
