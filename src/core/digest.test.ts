import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest, digestSeries } from './digest.ts';

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  // Objects do not keep these in the order in which they are written.
  fc.constantFrom('10', '9', '0', '-1', '1e3', '__proto__', 'constructor', 'toJSON', 'a', 'B', ''),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.constantFrom(null, true, undefined, -0),
    fc.array(tie('any'), { maxLength: 4 }),
    // Defined one by one, because a literal would take `__proto__` for something else.
    fc.array(fc.tuple(name, tie('any')), { maxLength: 5 }).map((entries) =>
      entries.reduce<object>(
        (made, [key, item]) =>
          Object.defineProperty(made, key, {
            value: item,
            enumerable: true,
            configurable: true,
            writable: true,
          }),
        {},
      ),
    ),
  ),
})).any;

test('every value has the digest of its JSON with the names sorted at every depth, spelled out by hand', () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(digest(any)).toBe(createHash('sha256').update(spelledOut(any)).digest('hex'));
    }),
    { numRuns: 2000 },
  );
});

function spelledOut(any: unknown): string {
  if (Array.isArray(any)) return `[${any.map((item) => spelledOut(item)).join(',')}]`;
  if (typeof any !== 'object' || any === null) return JSON.stringify(any) ?? 'null';
  const members = Object.entries(any)
    .filter(([, item]) => item !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${spelledOut(item)}`);
  return `{${members.join(',')}}`;
}

test('a series of digests is that of each object as a whole', () => {
  const shared = { a: 1, b: { z: '1', 10: 'x', y: null } };
  for (const last of [0, 'two', { '9': 1, '10': 2 }])
    expect(digestSeries(shared, 'z')(last)).toBe(digest({ ...shared, z: last }));
});

test('the digest of a known value stays what it was', () => {
  expect(digest({ b: [1, 'ä', null], a: { 10: true, 9: false } })).toBe(
    createHash('sha256').update('{"a":{"10":true,"9":false},"b":[1,"ä",null]}').digest('hex'),
  );
});
