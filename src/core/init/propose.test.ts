import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../config/read-settings.ts';
import { emptiedPaths } from '../specs/writable.ts';
import { expandSpecs, matchingIn } from '../specs/expand-specs.ts';
import { propose } from './propose.ts';
import { starterConfig } from './starter-config.ts';

const node = { 'package.json': '{"scripts":{"test":"node --test"}}' };

/** What the written file means: its specs, and what would be emptied. */
function specsOf(files: Readonly<Record<string, string>>): readonly object[] {
  const paths = Object.keys(files);
  const text = starterConfig(propose({ paths, texts: new Map(Object.entries(files)) }));
  const { settings } = readSettings({ file: { path: 'c.yml', text }, inputs: {} });
  return expandSpecs(settings.specs, matchingIn(paths)).map((spec) => ({
    name: spec.name,
    files: spec.files,
    test: spec.test,
    directory: spec.directory,
    emptied: emptiedPaths(paths, spec),
  }));
}

function refusalOf(files: Readonly<Record<string, string>>): string {
  try {
    specsOf(files);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}

describe('a spec is found by the place where its kind stands', () => {
  const src = { 'src/duration/index.ts': '', 'src/duration/index.test.ts': '' };

  test.each([
    ['SPEC.md', ['specs/duration/SPEC.md']],
    ['SPEC.md', ['docs/duration/SPEC.mdx']],
    ['specs/', ['specs/duration/rules.md'], 'rules'],
    ['specs/', ['specs/duration.adoc']],
    ['OpenSpec', ['openspec/specs/duration/spec.md', 'openspec/specs/duration/design.md']],
    ['Kiro', ['.kiro/specs/duration/requirements.md', '.kiro/specs/duration/design.md']],
    ['Spec Kit', ['.specify/specs/duration/spec.md', '.specify/specs/duration/plan.md']],
    ['Tessl', ['specs/duration.spec.md']],
  ])('%s', (convention, specs, name = 'duration') => {
    const files = { ...node, ...src, ...Object.fromEntries(specs.map((path) => [path, ''])) };
    const paths = Object.keys(files);
    const { entries, said } = propose({ paths, texts: new Map(Object.entries(files)) });
    expect(entries.map(({ spec, names }) => ({ spec, names }))).toEqual([{ spec: specs, names: [name] }]);
    expect(said[0]).toContain(convention);
  });

  test('Spec Kit with its specs beside its folder', () => {
    const files = {
      ...node,
      '.specify/memory/constitution.md': '',
      'specs/001-duration/spec.md': '',
      ...src,
    };
    expect(specsOf(files)).toMatchObject([{ name: '001-duration', emptied: ['src/duration/index.ts'] }]);
  });

  test('where there is none, the house rules are the spec', () => {
    const { entries } = propose({ paths: ['AGENTS.md', 'skills/pdf/SKILL.md'], texts: new Map() });
    expect(entries.map(({ spec }) => spec)).toEqual([['AGENTS.md'], ['skills/pdf/SKILL.md']]);
  });

  test.each([
    'node_modules/a/SPEC.md',
    'openspec/changes/x/specs/a/spec.md',
    'fixtures/SPEC.md',
    'docs/guide.md',
  ])('and not at %s', (path) => {
    expect(propose({ paths: [path], texts: new Map() }).entries).toEqual([]);
  });
});

describe('`writes` is what the repository says', () => {
  test.each([
    ['a link of Tessl', '[@generate](../src/half.ts)', ['src/half.ts']],
    ['targets of the front matter', '---\nname: half\ntargets:\n  - ../src/half.ts\n---\n', ['src/half.ts']],
  ])('%s', (_, text, emptied) => {
    const files = { ...node, 'specs/rules.md': text, 'src/half.ts': '', 'src/other.ts': '' };
    expect(specsOf(files)).toMatchObject([{ emptied }]);
  });

  test.each([
    ['no folder is called like the spec', { 'SPEC.md': '', 'src/a.ts': '' }],
    ['two are', { 'specs/a/SPEC.md': '', 'src/a/x.ts': '', 'lib/a/x.ts': '' }],
    ['only a folder of tests is', { 'specs/a/SPEC.md': '', 'tests/a/x.ts': '' }],
    ['only a test is', { 'specs/b.md': '', 'src/b.test.ts': '' }],
    ['the spec merely quotes a path', { 'specs/b.md': 'see `src/x.ts`', 'src/x.ts': '' }],
  ])('and where %s, the file is refused until somebody says it', (_, files) => {
    expect(refusalOf({ ...node, ...files })).toMatch(/WRITES_EMPTY: c\.yml:\d+: .*at least one path or glob/);
  });

  const python = {
    'SPEC.md': '# slugger\n',
    'pyproject.toml': '[build-system]\nrequires = []\n[project]\nversion = "1"\nname = "slugger"\n',
    'src/slugger/__init__.py': '',
    'tests/test_slugify.py': '',
  };

  test('the only package of a Python project that the title of the spec names', () => {
    expect(specsOf(python)).toMatchObject([{ name: 'slugger', emptied: ['src/slugger/__init__.py'] }]);
  });

  test.each([
    ['the title is another', { 'SPEC.md': '# Slugs\n' }],
    ['the project has another name', { 'pyproject.toml': '[project]\nname = "tools"\n' }],
    ['there is other code', { 'src/other/__init__.py': '' }],
  ])('and not where %s', (_, change) => {
    expect(refusalOf({ ...python, ...change })).toMatch(/WRITES_EMPTY/);
  });

  test('a path with special characters is still one path', () => {
    const files = { ...node, 'specs/page.md': '', 'app/(shop)/page/[id].ts': '', 'app/other/x.ts': '' };
    expect(specsOf(files)).toMatchObject([{ emptied: ['app/(shop)/page/[id].ts'] }]);
  });

  test('a file that is called like the spec, and not one within its folder', () => {
    const files = {
      ...node,
      'specs/half.md': '',
      'specs/page.md': '',
      'src/half.ts': '',
      'src/page/page.ts': '',
    };
    expect(specsOf(files)).toMatchObject([{ emptied: ['src/half.ts'] }, { emptied: ['src/page/page.ts'] }]);
  });
});

describe('specs that differ in their name alone become one entry', () => {
  test('but a wildcard never takes in one that differs in more', () => {
    const files = {
      ...node,
      ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`openspec/specs/${name}/spec.md`, ''])),
      ...{ 'src/a/x.ts': '', 'src/b/x.ts': '', 'lib/core/c.ts': '' },
    };
    const { entries } = propose({ paths: Object.keys(files), texts: new Map(Object.entries(files)) });
    expect(entries.map(({ spec, writes }) => ({ spec, writes }))).toEqual([
      { spec: ['openspec/specs/a/spec.md', 'openspec/specs/b/spec.md'], writes: ['src/{name}/**'] },
      { spec: ['openspec/specs/c/spec.md'], writes: ['lib/core/c.ts'] },
    ]);
    expect(specsOf(files)).toMatchObject([
      { name: 'a', emptied: ['src/a/x.ts'] },
      { name: 'b', emptied: ['src/b/x.ts'] },
      { name: 'c', emptied: ['lib/core/c.ts'] },
    ]);
  });

  test('in a monorepo each in its own folder', () => {
    const packages = ['billing', 'search'].flatMap((name) => [
      [`packages/${name}/SPEC.md`, 'What it does.'],
      [`packages/${name}/package.json`, node['package.json']],
      [`packages/${name}/src/a.ts`, ''],
    ]);
    const files = Object.fromEntries(packages) as Record<string, string>;
    const { entries } = propose({ paths: Object.keys(files), texts: new Map(Object.entries(files)) });
    expect(entries).toHaveLength(1);
    expect(specsOf(files)).toMatchObject([
      { name: 'billing', directory: 'packages/billing', emptied: ['packages/billing/src/a.ts'] },
      { name: 'search', directory: 'packages/search', emptied: ['packages/search/src/a.ts'] },
    ]);
  });
});

describe('the test command', () => {
  const spec = { 'specs/a.md': '', 'src/a.go': '' };

  test.each([
    ['npm test', node],
    ['pnpm test', { ...node, 'pnpm-lock.yaml': '' }],
    ['bun run test', { 'package.json': '{"packageManager":"bun@1.2.0","scripts":{"test":"bun test"}}' }],
    ['npx vitest run', { 'package.json': '{"devDependencies":{"vitest":"3"}}' }],
    ['node --test', { 'test/a.test.mjs': '' }],
    ['go test ./...', { 'go.mod': '' }],
    ['.venv/bin/python -m pytest', { 'pyproject.toml': '[tool.pytest]' }],
    ['.venv/bin/python -m pytest', { 'tests/test_a.py': '' }],
    ['cargo test --offline', { 'Cargo.toml': '' }],
    ['cargo test --locked --offline', { 'Cargo.toml': '', 'Cargo.lock': '' }],
    ['make test', { Makefile: 'test: build\n' }],
    ['go test ./...', { 'go.mod': '', Makefile: 'test:\n', 'Cargo.toml': '' }],
    ['go test ./...', { ...node, 'go.mod': '', 'b.go': '' }],
    ['npm test', { ...node, 'go.mod': '', 'b.ts': '', 'c.ts': '' }],
    [
      'make test',
      { 'package.json': '{"scripts":{"test":"echo \\"Error: no test specified\\""}}', Makefile: 'test:\n' },
    ],
  ])('%s from %j', (test_, files) => {
    expect(specsOf({ ...spec, ...files })).toMatchObject([{ test: test_ }]);
  });

  test('of several candidates it says which it took, and why', () => {
    const files = { ...spec, ...node, Makefile: 'test:\n' };
    const { said } = propose({ paths: Object.keys(files), texts: new Map(Object.entries(files)) });
    expect(said).toContain(
      'Tests: `npm test` (package.json), not `make test` (Makefile): its tests can be read one by one.',
    );
  });

  test('where there is none, the file is refused until somebody says it', () => {
    expect(refusalOf(spec)).toMatch(/c\.yml:\d+: `specs\[0\]\.test`/);
  });
});

test('a name of the repository cannot break out of the file', () => {
  const hostile = 'specs/x"\n  - evil: [/SPEC.md';
  const files = { ...node, [hostile]: '[@generate](/src/a.ts)', 'src/a.ts': '', 'we # ird/b.ts': '' };
  expect(refusalOf(files)).toMatch(/^CONFIG_INVALID: c\.yml:4: `specs\[0\]\.spec\[0\]` is .*Allowed: a path/);
});
