import { expect, test } from '@jest/globals';
import type { Part, PartKind } from '../parts/part.ts';
import { priorOf } from './prior.ts';

const part = (kind: PartKind, present: string): Part => ({
  id: present,
  file: 'SPEC.md',
  kind,
  lines: [1, 1],
  present,
  absent: '',
});

test('what must be so weighs more than an example, that more than an explanation, that more than a rewording', () => {
  const kinds = ['requirement', 'example', 'explanation', 'wording'] as const;
  const weights = priorOf(
    kinds.map((kind) => part(kind, 'same')),
    [],
  );
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  expect(new Set(weights).size).toBe(4);
});

test('a part that shares words with the broken test weighs more than one of its kind that does not', () => {
  const parts = [part('requirement', 'Names are short.'), part('requirement', 'Halves are rounded up.')];
  const [other, sharing] = priorOf(parts, ['test/half.test.mjs > rounds halves up']);
  expect(sharing).toBeGreaterThan(other ?? 1);
});

test('no part weighs more than three times as much as another, and all add up to 1', () => {
  const parts = [part('wording', 'Names'), part('requirement', 'rounds half up'), part('heading', '')];
  const weights = priorOf(parts, ['rounds half up']);
  expect(Math.max(...weights) / Math.min(...weights)).toBeLessThanOrEqual(3);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});
