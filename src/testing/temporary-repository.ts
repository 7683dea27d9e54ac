import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Paths and their contents; bytes where the content is not UTF-8. */
export type RepositoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** A real git repository in a temporary folder; disposing removes it. */
export interface TemporaryRepository extends AsyncDisposable {
  readonly directory: string;
  write(files: RepositoryFiles): Promise<void>;
  remove(paths: readonly string[]): Promise<void>;
  move(from: string, to: string): Promise<void>;
  /** Commits everything in the folder (even if nothing changed) and returns the sha. */
  commit(message?: string): Promise<string>;
  /** Runs git in the folder and returns its stdout without the last line end. */
  git(...args: readonly string[]): Promise<string>;
}

/** Environment of every git process of the tests: no global configuration, fixed author and date. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
  HOME: '/nonexistent',
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Makes a repository on branch main for a test; with files given, they are its first commit. */
export async function temporaryRepository(files?: RepositoryFiles): Promise<TemporaryRepository> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'temporary-repository-')));
  const repository = repositoryAt(directory);
  await initialize(join(directory, '.git'));
  if (files !== undefined) {
    await repository.write(files);
    await repository.commit();
  }
  return repository;
}

function repositoryAt(directory: string): TemporaryRepository {
  const options = { cwd: directory, env: gitEnvironment, maxBuffer: 256 * 1024 * 1024 };
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', ['-c', 'gc.auto=0', ...args], options);
    return stdout.replace(/\n$/, '');
  };
  return {
    directory,
    git,
    write: async (files) => {
      const entries = Object.entries(files);
      // All at once would use up the file descriptors.
      for (let at = 0; at < entries.length; at += 200) {
        const some = entries.slice(at, at + 200);
        await Promise.all(some.map(([path, content]) => writeOne(join(directory, path), content)));
      }
    },
    remove: async (paths) => {
      await Promise.all(paths.map((path) => rm(join(directory, path), { recursive: true })));
    },
    move: async (from, to) => {
      await mkdir(dirname(join(directory, to)), { recursive: true });
      await rename(join(directory, from), join(directory, to));
    },
    commit: async (message = 'commit') => {
      // One start instead of two: a start costs a large process more than it costs git.
      await promisify(execFile)('sh', ['-c', commitAll, 'sh', message], options);
      return (await headIn(join(directory, '.git'))) ?? git('rev-parse', 'HEAD');
    },
    [Symbol.asyncDispose]: async () => {
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const commitAll =
  'git -c gc.auto=0 add --all --force && exec git -c gc.auto=0 commit --quiet --allow-empty --message "$1"';

// What `git init` makes, without a process: the tests make repositories by the thousand.
async function initialize(gitFolder: string): Promise<void> {
  await Promise.all(
    ['hooks', 'info', 'objects/info', 'objects/pack', 'refs/heads', 'refs/tags'].map((path) =>
      mkdir(join(gitFolder, path), { recursive: true }),
    ),
  );
  await writeFile(join(gitFolder, 'HEAD'), 'ref: refs/heads/main\n');
  const core = ['repositoryformatversion = 0', 'filemode = true', 'bare = false', 'logallrefupdates = true'];
  await writeFile(join(gitFolder, 'config'), ['[core]', ...core.map((line) => `\t${line}`), ''].join('\n'));
}

// The commit that was just made, without another program; null where git keeps its refs in another way.
async function headIn(folder: string): Promise<string | null> {
  const read = async (path: string): Promise<string> =>
    (await readFile(join(folder, path), 'utf8').catch(() => '')).trim();
  const head = await read('HEAD');
  const found = head.startsWith('ref: ') ? await read(head.slice('ref: '.length)) : head;
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(found) ? found : null;
}

async function writeOne(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
