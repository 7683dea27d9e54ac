import { lstat, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { aSpec, aVersion } from '../../testing/builders/a-question.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type RepositoryFiles,
} from '../../testing/temporary-repository.ts';
import type { Spec } from '../../core/specs/spec.ts';
import { baseJudges } from './base-judge.ts';

const onBase: RepositoryFiles = {
  'package.json': '{ "scripts": { "test": "node test/a.test.mjs" }, "dependencies": { "a": "1" } }\n',
  'jest.config.js': 'export default { setupFiles: ["./tools/setup.js"] };\n',
  'tools/setup.js': 'honest\n',
  'tools/other.js': 'other\n',
  'src/half.mjs': 'code\n',
  'src/build.rs': 'fn main() {}\n',
  'test/a.test.mjs': 'test\n',
  'SPEC.md': 'spec\n',
};

/** What `baseJudges` finds where the head changes these files; null removes one. */
async function found(
  change: Readonly<Record<string, string | null>>,
  of: { readonly spec?: Partial<Spec> } = {},
) {
  const made = await temporaryRepository(onBase);
  const base = await made.git('rev-parse', 'HEAD');
  for (const [path, text] of Object.entries(change)) {
    if (text === null) await made.remove([path]);
    else await made.write({ [path]: text });
  }
  const head = await made.commit();
  const repository = await openRepository(made.directory, gitEnvironment);
  const spec = aSpec({ files: ['SPEC.md'], test: 'npm test', ...of.spec });
  const { judge } = await baseJudges(repository, { base, head })(aVersion('head', { spec, commit: head }));
  return { made, repository, head, judge };
}

test.each([
  {
    what: 'the spec, the code and a test',
    change: { 'SPEC.md': 'x', 'src/half.mjs': 'x', 'test/a.test.mjs': 'x' },
  },
  { what: 'dependencies', change: { 'package.json': '{ "scripts": { "test": "node test/a.test.mjs" } }\n' } },
  { what: 'a file that nothing names', change: { 'tools/other.js': 'x\n', 'new/file.js': 'x\n' } },
])('a change of $what alters no judge', async ({ change }) => {
  const { made, judge } = await found(change);
  await using _ = made;

  expect(judge).toBeUndefined();
});

test('what judges and differs is named, part by part, and the rest of the head stays', async () => {
  const { made, repository, head, judge } = await found({
    'package.json': '{ "scripts": { "test": "exit 0" }, "dependencies": { "a": "2" } }\n',
    'tools/setup.js': 'forged\n',
    'src/build.rs': 'forged\n',
    'pytest.ini': '[pytest]\n',
    'jest.config.js': null,
    'tools/other.js': 'new\n',
  });
  await using _ = made;
  const folder = await mkdtemp(join(tmpdir(), 'base-judge-'));

  expect(judge).toMatchObject({
    altered: [
      'jest.config.js (deleted)',
      'package.json (scripts.test)',
      'pytest.ini (new)',
      'src/build.rs',
      'tools/setup.js',
    ],
    isWhole: true,
  });
  const commit = judge?.commit ?? '';
  expect(commit.slice(0, 20)).toBe(head.slice(0, 20));
  await repository.writeTree(commit, folder);
  const text = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  expect(JSON.parse(await text('package.json'))).toEqual({
    scripts: { test: 'node test/a.test.mjs' },
    dependencies: { a: '2' },
  });
  expect([await text('tools/setup.js'), await text('src/build.rs')]).toEqual(['honest\n', 'fn main() {}\n']);
  expect([await text('jest.config.js'), await text('tools/other.js')]).toEqual([
    onBase['jest.config.js'],
    'new\n',
  ]);
  await expect(lstat(join(folder, 'pytest.ini'))).rejects.toThrow('ENOENT');
  const listed = await repository.listFiles(commit);
  const setup = listed.find(({ path }) => path === 'tools/setup.js');
  expect(new TextDecoder().decode(await repository.readBlob(setup?.oid ?? ''))).toBe('honest\n');
  expect(listed.map(({ path }) => path)).not.toContain('pytest.ini');
  expect(await repository.treeOf(commit)).not.toBe(await repository.treeOf(head));
  // Nothing of it is in the repository itself.
  await expect(made.git('cat-file', '-e', commit)).rejects.toThrow('cat-file');
  await rm(folder, { recursive: true });
});

test('a judging file that `writes` hands over is the code of the model, not a judge', async () => {
  const { made, judge } = await found(
    { 'src/build.rs': 'x\n' },
    { spec: { writes: ['src/**', 'src/build.rs'] } },
  );
  await using _ = made;

  expect(judge).toBeUndefined();
});

test('a judging file where the head has a folder is named, and not replaced', async () => {
  const { made, judge } = await found({ 'jest.config.js': null, 'jest.config.js/index.js': 'x\n' });
  await using _ = made;

  expect(judge).toMatchObject({ isWhole: false });
});
