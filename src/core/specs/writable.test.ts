import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { aSpec } from '../../testing/builders/a-question.ts';
import { escapeGlob, pathMatcher } from './path-matcher.ts';
import { refuseEmptyWrites } from './refuse-empty-writes.ts';
import { emptiedPaths, pathRules, protectedPatterns } from './writable.ts';

describe('tests', () => {
  test.each([
    'a.test.js',
    'src/deep/a.spec.ts',
    'src/__tests__/a.js',
    'test_a.py',
    'pkg/a_test.py',
    'pkg/a_test.go',
    'pkg/conftest.py',
    'tests/a.js',
    'packages/one/tests/fixtures/.hidden',
    'check/a.js',
    'test/a.js',
    'src/test/deep/a.mjs',
    'a_test.js',
    'src/half-test.mjs',
    'src/test-half.ts',
    'src/test.mjs',
  ])('%s is a test by its name or by `tests`', (path) => {
    expect(pathRules(aSpec({ tests: ['check/**'] })).isTest(path)).toBe(true);
  });

  test.each([
    'a.js',
    'latest.py',
    'latest.js',
    'SPEC.md',
    'spec/a.md',
    'contests/a.js',
    'a/contest.js',
    'testing.js',
  ])('%s is no test', (path) => {
    expect(pathRules(aSpec({})).isTest(path)).toBe(false);
  });

  test('a spec that is called like a test is a spec, and protected', () => {
    const { isTest, isProtected } = pathRules(aSpec({ files: ['docs/duration.spec.md'] }));
    expect(isTest('docs/duration.spec.md')).toBe(false);
    expect(isProtected('docs/duration.spec.md')).toBe(true);
    expect(isTest('docs/other.spec.md')).toBe(true);
  });
});

describe('what a model may write', () => {
  const spec = aSpec({
    files: ['src/SPEC.md', 'src/[odd].md'],
    writes: ['src/**', '!src/vendor/**', 'bin'],
    context: ['src/types/**', 'package.json'],
    instructions: ['src/AGENTS.md'],
  });
  const { isProtected, mayWrite } = pathRules(spec);

  test.each(['src/a.js', 'src/deep/.env.js', 'src/o.md', 'bin/run.js', 'bin'])(
    '%s may be written',
    (path) => {
      expect(mayWrite(path)).toBe(true);
    },
  );

  test.each([
    'src/SPEC.md',
    'src/[odd].md',
    'src/AGENTS.md',
    'src/types/new.d.ts',
    'src/vendor/a.js',
    'src/a.test.js',
    'src/tests/a.js',
    'package.json',
    'other/a.js',
    'srcs/a.js',
    'binary',
  ])('%s may not be written', (path) => {
    expect(mayWrite(path)).toBe(false);
  });

  test('committed files are emptied where they may be written, in their order', () => {
    expect(emptiedPaths(['src/b.js', 'src/a.js', 'src/a.test.js', 'README.md'], spec)).toEqual([
      'src/b.js',
      'src/a.js',
    ]);
  });

  test('nothing is both protected and writable, and every protected path matches a printed pattern', () => {
    const printed = pathMatcher(protectedPatterns({ ...spec, files: ['src/SPEC.md'] }));
    const part = fc.constantFrom(
      'src',
      'tests',
      'types',
      'SPEC.md',
      'a.test.js',
      '.x',
      'b.js',
      'bin',
      '[odd].md',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        expect(mayWrite(path) && isProtected(path)).toBe(false);
        expect(printed(path) || !isProtected(path) || path === 'src/[odd].md').toBe(true);
      }),
    );
  });
});

describe('an empty `writes`', () => {
  test.each([
    [['!src/**']],
    [['tests/**']],
    [['src/**', '!src/**']],
    [['package.json']],
    [['SPEC.md', '**/*.test.js', 'lib/__tests__/']],
  ])('%j leaves nothing', (writes) => {
    const spec = aSpec({ files: ['SPEC.md'], writes, context: ['package.json'] });
    expect(() => refuseEmptyWrites(spec, ['src/a.js', 'package.json'])).toThrow(
      /^WRITES_EMPTY: .*`duration`/,
    );
  });

  test.each([[['src/**']], [['src/{a,b}.js']], [['tests/**', 'src/a.js']], [['**']], [['src']]])(
    '%j is fine although nothing is committed there',
    (writes) => {
      expect(() => refuseEmptyWrites(aSpec({ writes }), [])).not.toThrow();
    },
  );
});

test('an escaped text matches itself and nothing a glob in it would', () => {
  expect(pathMatcher([escapeGlob('a*')])('ab')).toBe(false);
  const character = fc.constantFrom(...Array.from('ab*?[]{}()!+@|$^,.-_ é'));
  fc.assert(
    fc.property(
      fc.string({ unit: character, minLength: 1 }),
      fc.string({ unit: character, minLength: 1 }),
      (one, other) => {
        fc.pre(one !== '.' && !one.startsWith('./'));
        expect(pathMatcher([`x/${escapeGlob(one)}`])(`x/${one}`)).toBe(true);
        expect(pathMatcher([`x/${escapeGlob(one)}`])(`x/${other}`)).toBe(one === other);
      },
    ),
  );
});

test('the short way by the text before the first wildcard gives what the glob alone gives', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '.c',
    '*',
    '**',
    '?',
    '{a,b}',
    '[ab]',
    '!(a)',
    '@(a|b)',
    'a*',
    '+(a)',
  );
  const globs = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const name = fc.constantFrom('a', 'b', '.c', 'ab', 'aa');
  const paths = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(globs, paths, (glob, path) => {
      const whole = picomatch([glob, `${glob}/**`], { dot: true, nonegate: true });
      expect(pathMatcher([glob])(path)).toBe(whole(path));
    }),
    { numRuns: 2000 },
  );
});
