import { describe, expect, test } from '@jest/globals';
import { anEntry } from '../../testing/builders/an-entry.ts';
import { expandSpecs, matchingIn } from './expand-specs.ts';

const named = (specs: ReturnType<typeof expandSpecs>): Record<string, readonly string[]> =>
  Object.fromEntries(specs.map((spec) => [spec.name, spec.files]));

describe('one entry', () => {
  test('with a name is one spec, its files in the order of its globs', () => {
    const entry = anEntry({ name: 'all', spec: ['z.md', 'parts/*.md', 'absent.md', '**/a.md'] });
    const paths = ['a.md', 'parts/b.md', 'parts/a.md', 'z.md', 'parts/x.txt'];
    expect(named(expandSpecs([entry], matchingIn(paths)))).toEqual({
      all: ['z.md', 'parts/a.md', 'parts/b.md', 'a.md'],
    });
  });

  test('without a name is one spec per folder, called after the folder', () => {
    const entry = anEntry({ spec: ['specs/**/SPEC.md', 'specs/**/notes.md'] });
    const paths = ['specs/b/SPEC.md', 'specs/a/notes.md', 'specs/a/SPEC.md', 'src/SPEC.md'];
    expect(named(expandSpecs([entry], matchingIn(paths)))).toEqual({
      a: ['specs/a/SPEC.md', 'specs/a/notes.md'],
      b: ['specs/b/SPEC.md'],
    });
  });

  test('that matches nothing in this commit is no spec', () => {
    expect(expandSpecs([anEntry({ name: 'x' }), anEntry({})], matchingIn(['README.md']))).toEqual([]);
  });

  test('at the root is called after its file', () => {
    expect(named(expandSpecs([anEntry({})], matchingIn(['SPEC.md'])))).toEqual({ SPEC: ['SPEC.md'] });
  });
});

describe('names', () => {
  test('that clash use more of the path, the others stay short', () => {
    const entry = anEntry({ spec: ['**/SPEC.md'] });
    const paths = ['one/api/SPEC.md', 'two/api/SPEC.md', 'two/web/SPEC.md'];
    expect(Object.keys(named(expandSpecs([entry], matchingIn(paths))))).toEqual([
      'one/api',
      'two/api',
      'web',
    ]);
  });

  test('given by the user are kept, and a folder of the same name gets another', () => {
    const entries = [anEntry({ spec: ['api/*.md'] }), anEntry({ name: 'api', spec: ['other.md'] })];
    expect(named(expandSpecs(entries, matchingIn(['api/SPEC.md', 'other.md'])))).toEqual({
      'api-2': ['api/SPEC.md'],
      api: ['other.md'],
    });
  });

  test('given twice are refused', () => {
    const entries = [anEntry({ name: 'x' }), anEntry({ name: 'x' })];
    expect(() => expandSpecs(entries, matchingIn(['SPEC.md']))).toThrow(/^CONFIG_INVALID: .*`x`/);
  });
});

describe('{name}', () => {
  const entry = anEntry({
    spec: ['specs/*/SPEC.md'],
    writes: ['src/{name}/**', '!src/{name}/keep'],
    tests: ['check/{name}/**'],
    context: ['{name}/package.json'],
    instructions: ['{name}.md'],
    directory: 'packages/{name}',
    setup: 'npm ci -w {name}',
    test: 'npm test -w {name}',
    results: { kind: 'file', path: 'out/{name}.xml' },
  });

  test('is replaced in globs, paths and commands', () => {
    expect(expandSpecs([entry], matchingIn(['specs/a-1/SPEC.md']))).toEqual([
      {
        name: 'a-1',
        files: ['specs/a-1/SPEC.md'],
        writes: ['src/a-1/**', '!src/a-1/keep'],
        tests: ['check/a-1/**'],
        context: ['a-1/package.json'],
        instructions: ['a-1.md'],
        directory: 'packages/a-1',
        setup: 'npm ci -w a-1',
        setupEnv: [],
        writableDeps: [],
        test: 'npm test -w a-1',
        results: { kind: 'file', path: 'out/a-1.xml' },
        timeoutMs: null,
      },
    ]);
  });

  test('from a folder with glob characters opens nothing', () => {
    const plain = anEntry({ spec: ['specs/*/SPEC.md'], writes: ['src/{name}/**'] });
    expect(expandSpecs([plain], matchingIn(['specs/{a,**}/SPEC.md']))[0]?.writes).toEqual([
      'src/\\{a,\\*\\*\\}/**',
    ]);
  });

  test.each(['$(touch x)', 'a b', '-rf', "a'b", 'a;b'])(
    'from the folder %j never reaches a shell',
    (folder) => {
      expect(() => expandSpecs([entry], matchingIn([`specs/${folder}/SPEC.md`]))).toThrow(
        /^CONFIG_INVALID: /,
      );
    },
  );
});
