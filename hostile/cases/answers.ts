import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewFile } from '../../src/adapters/plain-files/safe-path.ts';
import { openRepository } from '../../src/adapters/git/git-repository.ts';
import { writeAnswer } from '../../src/core/generation/answer-protocol.ts';
import { readAnswer } from '../../src/core/generation/read-answer.ts';
import { pathRules } from '../../src/core/specs/writable.ts';
import { temporaryRepository } from '../../src/testing/temporary-repository.ts';
import type { HostileCase } from '../hostile-case.ts';
import { suites } from '../suites.ts';

const badNames = [
  ...['../x', 'src/../../x', 'src/..', '..', '.', '', '/etc/passwd', '//x', 'src//x', './src/x', 'src/./x'],
  ...[
    'C:/x',
    'src\\x',
    'src/x:y',
    'src/a\0b',
    'src/a\nb',
    'src/\u202Exjs',
    'src/\u200B',
    'src/e\u0301',
    '-rf',
    '~/x',
  ],
  ...[
    '.git/config',
    'src/.git/hooks/x',
    'src/.GIT/x',
    'src/git~1/x',
    'src/.gitmodules',
    '.github/workflows/x.yml',
  ],
  ...[
    'src/node_modules/x/index.js',
    'src/NODE_MODULES/x',
    'src/con',
    'src/aux.js',
    'src/x.',
    'src/x ',
    'src/x?',
  ],
  ...[
    'test/half.test.mjs',
    'src/x.test.mjs',
    'src/__tests__/x.js',
    'src/conftest.py',
    'SPEC.md',
    'other/x.js',
  ],
  `src/${'x'.repeat(300)}`,
];
const steering = [
  ...[
    'src/conftest.py',
    'src/jest.config.js',
    'src/vitest.config.ts',
    'src/.npmrc',
    'src/package.json',
    'src/sitecustomize.py',
  ],
  ...[
    'src/babel.config.js',
    'src/tsconfig.json',
    'src/node_modules/assert/index.js',
    'src/pytest.ini',
    'src/.mocharc.json',
  ],
];

/** Hostile answers: attacks by what a model writes, before any of it runs. */
export const answerCases: readonly HostileCase[] = [
  refusedNames('names that lead elsewhere', badNames),
  refusedNames('names that steer a test runner', steering),
  {
    name: 'two names that are one file elsewhere',
    tried: 'src/A.js with src/a.js, and src/a with src/a/b',
    attack: async () => {
      const pairs = [
        ['src/A.js', 'src/a.js'],
        ['src/a', 'src/a/b'],
        ['src/x.js', 'src/x.js'],
        ['src/ſ.js', 'src/s.js'],
      ];
      const through = pairs.filter((paths) => accepts(paths));
      return {
        isBlocked: through.length === 0,
        happened: through.length === 0 ? 'all refused' : `accepted ${through.join(' ')}`,
      };
    },
  },
  {
    name: 'a link that the repository holds',
    tried: 'writing src/link/x and src/link where src/link leads out of the tree',
    attack: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'hostile-link-'));
      try {
        await mkdir(join(folder, 'tree/src'), { recursive: true });
        await writeFile(join(folder, 'victim'), 'safe');
        await symlink(folder, join(folder, 'tree/src/link'));
        await symlink(join(folder, 'victim'), join(folder, 'tree/src/file'));
        const tries = await Promise.allSettled(
          ['src/link/victim', 'src/link/new', 'src/file'].map((path) =>
            writeNewFile(join(folder, 'tree'), path, 'evil'),
          ),
        );
        const isBlocked =
          tries.every(({ status }) => status === 'rejected') &&
          (await readFile(join(folder, 'victim'), 'utf8')) === 'safe' &&
          !existsSync(join(folder, 'new'));
        return { isBlocked, happened: isBlocked ? 'all three refused' : 'a file outside was written' };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'a repository whose git configuration runs programs',
    tried: 'hooks, fsmonitor, diff.external, textconv, filters and an alias, all hostile',
    attack: async () => {
      await using repository = await temporaryRepository({
        ...suites['node-test'].files,
        '.gitattributes': '* filter=evil diff=evil\n',
      });
      const mark = join(repository.directory, '.git/fired');
      const evil = join(repository.directory, '.git/evil.sh');
      await writeFile(evil, `#!/bin/sh\necho fired >> ${mark}\ncat\n`, { mode: 0o755 });
      for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-auto-gc'])
        await writeFile(
          join(repository.directory, '.git/hooks', hook),
          `#!/bin/sh\necho fired >> ${mark}\n`,
          { mode: 0o755 },
        );
      for (const key of [
        'core.fsmonitor',
        'diff.external',
        'diff.evil.textconv',
        'filter.evil.smudge',
        'filter.evil.clean',
        'core.pager',
        'core.sshCommand',
        'core.editor',
      ])
        execFileSync('git', ['-C', repository.directory, 'config', key, evil]);
      await rm(mark, { force: true });
      const opened = await openRepository(repository.directory, { PATH: process.env['PATH'] ?? '' });
      const commit = await opened.resolve('HEAD');
      await opened.listFiles(commit);
      const into = await mkdtemp(join(tmpdir(), 'hostile-tree-'));
      try {
        await opened.writeTree(commit, into);
        await opened.changedPaths(commit, commit);
        await opened.tracks('src');
      } finally {
        await rm(into, { recursive: true, force: true });
      }
      const isBlocked = !existsSync(mark);
      return {
        isBlocked,
        happened: isBlocked
          ? 'none of them was run'
          : `${(await readFile(mark, 'utf8')).split('\n').length - 1} were run`,
      };
    },
  },
];

function refusedNames(name: string, paths: readonly string[]): HostileCase {
  return {
    name,
    tried: `${paths.length} of them, such as ${paths.slice(0, 4).join(' ')}`,
    attack: async () => {
      const through = paths.filter((path) => accepts([path]));
      return {
        isBlocked: through.length === 0,
        happened: through.length === 0 ? 'all refused' : `accepted ${JSON.stringify(through)}`,
      };
    },
  };
}

function accepts(paths: readonly string[]): boolean {
  const nonce = 'K7QZ3M';
  const text = writeAnswer(
    paths.map((path) => ({ path, content: 'x\n' })),
    nonce,
  );
  const { spec } = suites['node-test'].version;
  const answer = readAnswer({
    completion: { text, finish: 'complete' },
    nonce,
    mayWrite: pathRules(spec).mayWrite,
  });
  return answer.kind === 'files' && answer.files.some(({ path }) => paths.includes(path));
}
