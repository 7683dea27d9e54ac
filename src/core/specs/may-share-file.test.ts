import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayShareFile } from './may-share-file.ts';
import { pathMatcher } from './path-matcher.ts';

test.each([
  ['src/**', 'src/billing/**', true],
  ['src/billing', 'src/billing/tax/**', true],
  ['**/*.ts', 'src/billing/**', true],
  ['**/*.tsx', 'src/*.{ts,tsx}', true],
  ['{src,lib/x}/**', 'docs/**', true],
  ['web/**', 'src/billing/**', false],
  ['web/**/*.tsx', '**/src/billing.ts', false],
  ['**/*.py', 'src/half.mjs', false],
  ['src/*.ts', 'src/*.py', false],
  ['src/web-*/**', 'src/api-*/**', false],
])('%s and %s: %s', (one, other, expected) => {
  expect([mayShareFile(one, other), mayShareFile(other, one)]).toEqual([expected, expected]);
});

test('two globs that do match one path are never told apart', () => {
  const part = fc.constantFrom('a', 'b.ts', 'ab', '*', '**', '*.ts', 'a*', '?b', '{a,b.ts}');
  const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const folders = fc.array(fc.constantFrom('a', 'ab', 'b'), { maxLength: 3 });
  const path = fc
    .tuple(folders, fc.constantFrom('a', 'b.ts', 'ab', 'a.ts'))
    .map(([around, name]) => [...around, name].join('/'));
  fc.assert(
    fc.property(glob, glob, path, (one, other, at) => {
      const isShared = pathMatcher([one])(at) && pathMatcher([other])(at);
      return !isShared || mayShareFile(one, other);
    }),
    { numRuns: 2000 },
  );
});

test('a glob of thousands of wildcards is read at once', () => {
  expect(mayShareFile('**/'.repeat(5000), 'src/**')).toBe(true);
  expect(mayShareFile(`${'**/a/'.repeat(15)}x`, `${'**/b/'.repeat(15)}y`)).toBe(true);
});
