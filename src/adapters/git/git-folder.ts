import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import { quietGit } from './git-process.ts';
import type { GivenHistory } from '../../ports/repository.ts';

/** A commit whose history is wanted beside its files, and the repository that has it. */
export type WantedHistory = {
  readonly commit: string;
  /** Folder with the written tree of the commit. */
  readonly directory: string;
  readonly reading: SimpleGit;
  /** Absolute path of the real repository's objects. */
  readonly objects: string;
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * Puts a `.git` beside the written files of a commit, for commands that ask git for a version. It is a repository of its
 * own: with the commits back to the nearest tags, and without remotes, hooks and the configuration of anybody. Files of
 * the tree that differ from the commit on purpose do not make it dirty.
 */
export async function writeGitFolder(wanted: WantedHistory): Promise<GivenHistory> {
  const { commit, directory, environment } = wanted;
  const folder = join(directory, '.git');
  // Made by hand: `git init` would copy the templates of the machine.
  for (const part of ['objects', 'refs/heads']) await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
  await writeFile(join(folder, 'config'), configuration);
  const git = quietGit({ directory, environment });
  const hasTag = await fetchHistory(git, wanted);
  await writeFile(join(folder, 'HEAD'), `${commit}\n`);
  await rm(join(folder, 'FETCH_HEAD'), { force: true });
  await git.raw(['read-tree', commit]);
  await ignoreDifferences(git);
  const isShallow = (await said(wanted.reading, ['rev-parse', '--is-shallow-repository'])) === 'true';
  return { hasTag, isShallow };
}

// Setup may run as another user than the one who wrote the files, which changes some of what git compares.
const configuration = `[core]
\trepositoryformatversion = 0
\tbare = false
\ttrustctime = false
\tcheckStat = minimal
`;

/** Returns whether there is a tag in it. */
async function fetchHistory(git: SimpleGit, wanted: WantedHistory): Promise<boolean> {
  const { commit, objects } = wanted;
  const tags = await nearestTags(wanted);
  const from = [dirname(objects), commit, ...tags.map(({ name }) => `+refs/tags/${name}:refs/tags/${name}`)];
  // A shallow checkout may itself lack what is before its first commit.
  const options = ['fetch', '--quiet', '--update-shallow'];
  const depth = Math.max(...tags.map(({ commitsSince }) => commitsSince + 1));
  try {
    await git.raw([...options, ...(tags.length === 0 ? [] : [`--depth=${depth}`]), ...from]);
    if (tags.length > 0 && (await versionOf(git, commit)) !== (await versionOf(wanted.reading, commit)))
      // A branch that parted before the tag was cut off, so its commits would be counted twice.
      await git.raw(['fetch', '--quiet', '--unshallow', '--update-shallow', ...from]);
    return tags.length > 0;
  } catch (error) {
    const why = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : '';
    throw new UserError(
      'OBJECTS_MISSING',
      `the history of ${commit.slice(0, 12)} cannot be given to \`setup\` (\`git: true\`): ${why.slice(0, 300)}. No model was asked.`,
      'Set `fetch-depth: 0` for actions/checkout and remove its `filter` and `sparse-checkout`.',
    );
  }
}

type Tag = { readonly name: string; readonly commitsSince: number };

// What the usual tools ask for: an annotated tag, any tag, one with a digit.
const questions = [[], ['--tags'], ['--tags', '--match', '*[0-9]*']];

async function nearestTags({ reading, commit }: WantedHistory): Promise<readonly Tag[]> {
  const names = new Set<string>();
  for (const question of questions) {
    const name = await said(reading, ['describe', '--abbrev=0', ...question, commit]);
    if (name !== '') names.add(name);
  }
  const tags: Tag[] = [];
  for (const name of names) {
    const count = await said(reading, ['rev-list', '--count', commit, `^refs/tags/${name}`]);
    tags.push({ name, commitsSince: Number(count) });
  }
  return tags;
}

async function versionOf(git: SimpleGit, commit: string): Promise<string> {
  const versions: string[] = [];
  for (const question of questions)
    versions.push(await said(git, ['describe', '--long', '--abbrev=40', ...question, commit]));
  return versions.join(' ');
}

async function said(git: SimpleGit, words: readonly string[]): Promise<string> {
  return (await git.raw([...words]).catch(() => '')).trim();
}

// Files of Git LFS and judging files of the base stand in a tree in place of what is committed.
async function ignoreDifferences(git: SimpleGit): Promise<void> {
  await git.raw(['update-index', '-q', '--refresh']).catch(() => '');
  const paths = (await git.raw(['diff-files', '--name-only', '-z']))
    .split('\0')
    .filter((path) => path !== '');
  for (let at = 0; at < paths.length; at += pathsAtOnce)
    await git.raw(['update-index', '--assume-unchanged', '--', ...paths.slice(at, at + pathsAtOnce)]);
}

const pathsAtOnce = 500;
