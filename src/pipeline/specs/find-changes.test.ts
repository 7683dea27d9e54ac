import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openRepository } from '../../adapters/git/git-repository.ts';
import type { SpecEntry } from '../../core/settings.ts';
import { anEntry } from '../../testing/builders/an-entry.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type RepositoryFiles,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { findChanges, type FoundChanges } from './find-changes.ts';

const body = 'Parse a duration.\nRound half up.\nRefuse an empty text.\nGive milliseconds.\n';

const files: RepositoryFiles = {
  'specs/duration/SPEC.md': body,
  'src/duration/index.mjs': 'export {};\n',
  'src/duration/index.test.mjs': 'test\n',
  'test/duration.mjs': 'test\n',
  'AGENTS.md': 'Use ESM.\n',
  'package.json': '{}\n',
};

const entry = anEntry({
  spec: ['specs/*/*.md'],
  writes: ['src/{name}/**'],
  tests: ['test/**'],
  context: ['package.json', 'src/duration/*.test.mjs'],
  instructions: ['AGENTS.md'],
});

/** Commits `files`, lets the test change the folder, commits again, and compares the two. */
async function compare(request: {
  readonly entries?: readonly SpecEntry[];
  readonly files?: RepositoryFiles;
  readonly change: (repository: TemporaryRepository) => Promise<unknown>;
}): Promise<FoundChanges> {
  await using repository = await temporaryRepository(request.files ?? files);
  const base = await repository.git('rev-parse', 'HEAD');
  await request.change(repository);
  const head = await repository.commit();
  const opened = await openRepository(repository.directory, { PATH: gitEnvironment['PATH'] ?? '' });
  return await findChanges({ repository: opened, entries: request.entries ?? [entry], base, head });
}

describe('a changed spec', () => {
  test('comes with the emptied files that its tests import to do their work', async () => {
    const { changes } = await compare({
      files: {
        ...files,
        'src/duration/testing.mjs': 'export const eq = Object.is;\n',
        'test/duration.mjs':
          "import '../src/duration/index.mjs';\nimport { eq } from '../src/duration/testing.mjs';\n",
      },
      change: (repository) => repository.write({ 'specs/duration/SPEC.md': `${body}Round half down.\n` }),
    });

    const helpers = [{ test: 'test/duration.mjs', helper: 'src/duration/testing.mjs' }];
    expect(changes).toMatchObject([{ base: { helpers }, head: { helpers } }]);
  });

  test('comes with both texts, what a model is shown, what is emptied, its hunk and the tests that moved', async () => {
    const { changes, unmatched } = await compare({
      change: (repository) =>
        repository.write({
          'specs/duration/SPEC.md': body.replace('half up', 'half to even'),
          'test/duration.mjs': 'other test\n',
          'README.md': 'no test',
        }),
    });

    expect(unmatched).toEqual([]);
    expect(changes).toHaveLength(1);
    const [change] = changes;
    expect(change).toMatchObject({
      name: 'duration',
      base: { files: [{ path: 'specs/duration/SPEC.md', text: body }] },
      head: {
        spec: { name: 'duration', writes: ['src/duration/**'] },
        instructions: [{ path: 'AGENTS.md', text: 'Use ESM.\n' }],
        context: [{ path: 'package.json', text: '{}\n' }],
        emptied: ['src/duration/index.mjs'],
      },
      hunks: [
        {
          file: 'specs/duration/SPEC.md',
          headStart: 2,
          removed: ['Round half up.'],
          added: ['Round half to even.'],
        },
      ],
      changedTests: ['test/duration.mjs'],
      otherFilesChanged: true,
    });
    expect(change?.head?.context).toHaveLength(1);
    expect(change?.base?.commit).not.toBe(change?.head?.commit);
  });

  test.each([
    [
      'the spec, its instructions and code under `writes`',
      { 'AGENTS.md': 'x\n', 'src/duration/new.mjs': '1\n' },
      { otherFilesChanged: false, otherFiles: [], isCodeSame: false },
    ],
    [
      'a table that tests may read',
      { 'examples.json': '[]\n' },
      { otherFilesChanged: true, otherFiles: ['examples.json'], isCodeSame: true },
    ],
  ])('knows what else differs, and whether code under `writes` does: %s', async (_, written, others) => {
    const { changes } = await compare({
      change: (repository) => repository.write({ 'specs/duration/SPEC.md': `${body}More.\n`, ...written }),
    });
    expect(changes).toMatchObject([{ changedTests: [], ...others }]);
  });

  test('is found among many folders, alone', async () => {
    const { changes } = await compare({
      files: { ...files, 'specs/money/SPEC.md': 'Money.\n', 'specs/date/SPEC.md': 'Date.\n' },
      change: (repository) => repository.write({ 'specs/money/SPEC.md': 'More money.\n' }),
    });
    expect(changes.map((change) => change.name)).toEqual(['money']);
  });

  test('may have changed in any of its files', async () => {
    const { changes } = await compare({
      entries: [
        { ...entry, name: 'duration', spec: ['specs/duration/SPEC.md', 'specs/duration/parts/*.md'] },
      ],
      files: { ...files, 'specs/duration/parts/b.md': 'b\n', 'specs/duration/parts/a.md': 'a\n' },
      change: (repository) => repository.write({ 'specs/duration/parts/b.md': 'B\n' }),
    });
    expect(changes[0]?.head?.files.map((file) => file.path)).toEqual([
      'specs/duration/SPEC.md',
      'specs/duration/parts/a.md',
      'specs/duration/parts/b.md',
    ]);
    expect(changes[0]?.hunks).toMatchObject([
      { file: 'specs/duration/parts/b.md', removed: ['b'], added: ['B'] },
    ]);
  });

  test('is every spec that a changed instructions file goes with', async () => {
    const { changes } = await compare({
      files: { ...files, 'specs/money/SPEC.md': 'Money.\n' },
      change: (repository) => repository.write({ 'AGENTS.md': 'Use CommonJS.\n' }),
    });
    expect(changes.map((change) => [change.name, change.hunks[0]?.file])).toEqual([
      ['duration', 'AGENTS.md'],
      ['money', 'AGENTS.md'],
    ]);
  });
});

describe('a rule of an editor', () => {
  const rules = [{ ...entry, instructions: ['.cursor/rules/*.mdc'] }];
  const front = (globs: string): string => `---\ndescription: x\nglobs: ${globs}\nalwaysApply: false\n---\n`;
  const files2 = {
    ...files,
    '.cursor/rules/code.mdc': `${front('src/**/*.mjs')}Use ESM.\n`,
    '.cursor/rules/web.mdc': `${front('web/**, docs/*.css')}Use flexbox.\n`,
  };

  test('is shown with the specs whose files its front matter names, and with no other', async () => {
    const { changes } = await compare({
      entries: rules,
      files: files2,
      change: (repository) =>
        repository.write({ '.cursor/rules/code.mdc': `${front('src/**/*.mjs')}Use CommonJS.\n` }),
    });
    expect(changes).toMatchObject([
      { head: { instructions: [{ path: '.cursor/rules/code.mdc' }] }, hunks: [{ added: ['Use CommonJS.'] }] },
    ]);
  });

  test('that is for other files asks nothing when it changes, until its globs reach the spec', async () => {
    const changed = async (globs: string): Promise<FoundChanges> =>
      compare({
        entries: rules,
        files: files2,
        change: (repository) => repository.write({ '.cursor/rules/web.mdc': `${front(globs)}Use grids.\n` }),
      });
    expect((await changed('web/**')).changes).toEqual([]);
    expect((await changed('src/**')).changes).toMatchObject([
      { base: { instructions: { length: 1 } }, head: { instructions: { length: 2 } } },
    ]);
  });
});

describe('no change', () => {
  const cases: readonly [string, (repository: TemporaryRepository) => Promise<unknown>][] = [
    [
      'code, context and tests',
      (repository) => repository.write({ 'package.json': '[]', 'test/duration.mjs': 'x' }),
    ],
    [
      'line ends and a byte-order mark',
      (repository) =>
        repository.write({ 'specs/duration/SPEC.md': `\uFEFF${body.replaceAll('\n', '\r\n')}` }),
    ],
    ['a moved file', (repository) => repository.move('specs/duration/SPEC.md', 'specs/duration/spec.md')],
    ['a moved folder', (repository) => repository.move('specs/duration', 'specs/period')],
    ['nothing at all', () => Promise.resolve()],
  ];

  test.each(cases)('is %s', async (_, change) => {
    expect((await compare({ change })).changes).toEqual([]);
  });
});

describe('new, deleted and renamed', () => {
  test('a new spec has no base, a deleted one no head', async () => {
    const { changes } = await compare({
      change: async (repository) => {
        await repository.remove(['specs/duration']);
        await repository.write({ 'specs/money/SPEC.md': 'Count coins in cents, never in floats.\n' });
      },
    });
    expect(changes.map(({ name, base, head, hunks }) => [name, base !== null, head !== null, hunks])).toEqual(
      [
        ['money', false, true, []],
        ['duration', true, false, []],
      ],
    );
  });

  test('a renamed and edited spec is one change under its new name', async () => {
    const { changes } = await compare({
      change: async (repository) => {
        await repository.move('specs/duration', 'specs/period');
        await repository.write({ 'specs/period/SPEC.md': body.replace('half up', 'down') });
      },
    });
    expect(changes).toMatchObject([
      {
        name: 'period',
        base: { spec: { name: 'duration' } },
        hunks: [{ file: 'specs/period/SPEC.md', added: ['Round down.'] }],
      },
    ]);
  });

  test('a spec whose name grows because another folder joins is still the same', async () => {
    const { changes } = await compare({
      entries: [anEntry({ spec: ['**/SPEC.md'] })],
      change: (repository) => repository.write({ 'new/duration/SPEC.md': 'Something else altogether.\n' }),
    });
    expect(changes.map((change) => [change.name, change.base])).toEqual([['new/duration', null]]);
  });
});

describe('refused', () => {
  test('a glob that matches nothing in either commit, by its name', async () => {
    const entries = [entry, anEntry({ spec: ['specs/*/SPEC.md', 'plans/*.md'] })];
    await expect(compare({ entries, change: () => Promise.resolve() })).rejects.toThrow(
      /^SPEC_NOT_FOUND: no file matches `plans\/\*\.md`/,
    );
  });

  test('`writes` that cover tests only', async () => {
    const entries = [{ ...entry, writes: ['test/**'] }];
    await expect(compare({ entries, change: () => Promise.resolve() })).rejects.toThrow(/^WRITES_EMPTY: /);
  });

  test.each([
    ['a spec that is not UTF-8', { 'specs/duration/SPEC.md': new Uint8Array([0xe9, 10]) }],
    ['a spec over 1 MB', { 'specs/duration/SPEC.md': 'x'.repeat(1_000_001) }],
    [
      'context that is not text, of a changed spec',
      { 'package.json': new Uint8Array([0]), 'AGENTS.md': 'x' },
    ],
  ])('%s', async (_, changed: RepositoryFiles) => {
    await expect(compare({ change: (repository) => repository.write(changed) })).rejects.toThrow(
      /^SPEC_UNREADABLE: `(specs\/duration\/SPEC\.md|package\.json)` /,
    );
  });

  test('a spec that is a symbolic link, also when nothing changed', async () => {
    const link = async (repository: TemporaryRepository): Promise<void> => {
      await symlink('../../AGENTS.md', join(repository.directory, 'specs/duration/linked.md'));
    };
    await expect(compare({ change: link })).rejects.toThrow(
      'SPEC_UNREADABLE: `specs/duration/linked.md` is a symbolic link. Give the path of the file itself.',
    );
  });

  test('but not a base that the change makes readable: it counts as a new spec', async () => {
    const { changes } = await compare({
      files: { ...files, 'specs/duration/SPEC.md': new Uint8Array([0xe9, 10]) },
      change: (repository) => repository.write({ 'specs/duration/SPEC.md': 'é\n' }),
    });
    expect(changes).toMatchObject([{ name: 'duration', base: null, head: { files: [{ text: 'é\n' }] } }]);
  });
});

test('globs of context and instructions that match nothing are told, not refused', async () => {
  const entries = [{ ...entry, context: ['package.json', 'absent/**'], instructions: ['CLAUDE.md'] }];
  const { unmatched } = await compare({ entries, change: () => Promise.resolve() });
  expect(unmatched).toEqual(['CLAUDE.md', 'absent/**']);
});

test('an untouched spec in a repository of 5000 files costs two listings and the texts of its instructions', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`src/d${at % 50}/f${at}.js`, `${at}`]),
  );
  await using repository = await temporaryRepository({ ...files, ...many });
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write({ 'src/d1/f1.js': 'changed' });
  const head = await repository.commit();
  const opened = await openRepository(repository.directory, { PATH: gitEnvironment['PATH'] ?? '' });
  const asked: string[] = [];
  const watched = new Proxy(opened, {
    get: (target, name: keyof typeof opened) => {
      asked.push(name);
      return target[name];
    },
  });

  expect(await findChanges({ repository: watched, entries: [entry], base, head })).toMatchObject({
    changes: [],
  });
  // Another file differs, and instructions might import it.
  expect(asked).toEqual(['listFiles', 'listFiles', 'readBlob', 'readBlob']);
});

describe('instructions that import others with @', () => {
  const imported: RepositoryFiles = {
    ...files,
    'AGENTS.md': 'Use ESM. @docs/style.md\n',
    'docs/style.md': 'Two spaces. @deeper.md @../test/duration.mjs @../src/duration/index.mjs\n',
    'docs/deeper.md': 'No classes. @../AGENTS.md\n',
  };
  const write = (texts: RepositoryFiles) => (repository: TemporaryRepository) => repository.write(texts);

  test('are shown with them, but for tests and what a model writes', async () => {
    const { changes } = await compare({
      files: imported,
      change: write({ 'specs/duration/SPEC.md': `${body}More.\n` }),
    });

    expect(changes[0]?.head?.instructions.map(({ path }) => path)).toEqual([
      'AGENTS.md',
      'docs/style.md',
      'docs/deeper.md',
    ]);
  });

  test('change with them', async () => {
    const { changes } = await compare({
      files: imported,
      change: write({ 'docs/deeper.md': 'No functions.\n' }),
    });

    expect(changes[0]?.hunks).toMatchObject([
      { file: 'docs/deeper.md', removed: ['No classes. @../AGENTS.md'] },
    ]);
  });

  test('may name a link to a file of the tree, and no link that leaves it', async () => {
    const { changes } = await compare({
      files: { ...imported, 'AGENTS.md': '@linked.md @outside.md\n' },
      change: async (repository) => {
        await symlink('docs/deeper.md', join(repository.directory, 'linked.md'));
        await symlink('../../../etc/hostname', join(repository.directory, 'outside.md'));
      },
    });

    expect(changes[0]?.head?.instructions.map(({ path }) => path)).toEqual(['AGENTS.md', 'docs/deeper.md']);
  });

  test('end after five files in a row and 256 KiB', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`chain/${at}.md`, `@${at + 1}.md\n`]),
    );
    const { changes } = await compare({
      files: {
        ...files,
        ...chain,
        'AGENTS.md': '@large.md @larger.md @chain/0.md\n',
        'large.md': 'x'.repeat(200_000),
        'larger.md': 'x'.repeat(100_000),
      },
      change: write({ 'specs/duration/SPEC.md': `${body}More.\n` }),
    });

    expect(changes[0]?.head?.instructions.map(({ path }) => path)).toEqual([
      'AGENTS.md',
      'large.md',
      ...[0, 1, 2, 3, 4].map((at) => `chain/${at}.md`),
    ]);
  });
});
