import { expect, test } from '@jest/globals';
import picomatch from 'picomatch';
import { pathMatcher } from './path-matcher.ts';
import { steeringPatterns } from './steering-names.ts';

const parts =
  'a test src b.mk .env .yarn package.json jest.config.js x.test.ts test_a.py [id].ts a-test.mjs'.split(' ');
const folders = ['', ...parts.flatMap((one) => [`${one}/`, ...parts.map((other) => `${one}/${other}/`)])];
const paths = folders.flatMap((folder) => parts.map((name) => `${folder}${name}`));

test.each([
  { patterns: steeringPatterns },
  { patterns: ['**/*', '**/.*', '**/*.*', '**/[id].ts', '**/{a,b}*', '**/a?', '**/test_*.py'] },
  { patterns: ['**/a/**', '**/src/*/a', '**/a/**/test', '**/**/a', '**/a**', '**/?*/.yarn/**'] },
  { patterns: ['**/!(a|test)', '**/+(a|b.mk)', '**/@(a)', String.raw`**/\[id\].ts`, '**/"a"', '**/./a'] },
])('a list of globs at any depth matches what each of them matches: $patterns', ({ patterns }) => {
  const alone = patterns.map((pattern) => picomatch([pattern, `${pattern}/**`], { dot: true }));
  const together = pathMatcher(patterns);
  expect(paths.filter((path) => together(path))).toEqual(
    paths.filter((path) => alone.some((matches) => matches(path))),
  );
});

test('a glob at any depth also matches below a folder whose name has a line break', () => {
  expect(pathMatcher(['**/*.test.*'])('a\nb/x.test.ts')).toBe(true);
});

test('what starts with `!` is taken out again', () => {
  const matches = pathMatcher(['src/**', '**/*.ts', '!**/a/**', '!src/b.ts']);
  expect(['src/x', 'y.ts', 'src/a/x', 'src/b.ts', 'a/y.ts'].filter((path) => matches(path))).toEqual([
    'src/x',
    'y.ts',
  ]);
});
