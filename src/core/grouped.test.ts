import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { grouped } from './grouped.ts';

test('thousands are set apart by commas', () => {
  expect([0, 999, 1000, 12_345, 1_234_567, -1234].map(grouped)).toEqual([
    ...['0', '999', '1,000', '12,345', '1,234,567', '-1,234'],
  ]);
});

test('every number is written as Intl writes it in English', () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.double()), (value) => {
      expect(grouped(value)).toBe(Object.is(value, -0) ? '0' : value.toLocaleString('en-US'));
    }),
  );
});
