import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AppendOutcome, History, ReadBranch } from '../../ports/history.ts';
import { fetchingGit, quietGit } from './git-process.ts';

/** Where a history is stored and with which credentials it is written. */
export type HistoryPlace = {
  /** Name of the branch. */
  readonly branch: string;
  /** The checkout. It is never written to; its `origin` is the remote if `repository` is empty. */
  readonly checkout: string;
  /** As GITHUB_SERVER_URL gives it. */
  readonly server: string;
  /** `owner/name`; empty = use the `origin` of the checkout. */
  readonly repository: string;
  /** A token that may push; empty = git uses the credentials it finds itself. */
  readonly token: string;
  /** The caller's whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: Clock;
};

/** The data file of a history; all its other files are rendered from it. */
export const historyFile = 'spec-portability.jsonl';

/** A branch that stores a history. It is read and written through a temporary repository that is removed each time. */
export function historyBranch(place: HistoryPlace): History {
  refuseUnsafeName(place.branch);
  return {
    read: async () => {
      await using scratch = await openScratch(place);
      return await readTip(scratch, place.branch);
    },
    append: async (lines, render) => {
      try {
        return await appendTo(place, lines, render);
      } catch (error) {
        if (error instanceof UserError) throw error;
        return { kind: 'failed', why: reasonOf(error) };
      }
    },
  };
}

const mostTries = 6;

async function appendTo(
  place: HistoryPlace,
  lines: string,
  render: (text: string) => ReadonlyMap<string, string>,
): Promise<AppendOutcome> {
  await using scratch = await openScratch(place);
  let why = '';
  for (let tried = 0; tried < mostTries; tried += 1) {
    // Somebody else has pushed: fetch their version and append our lines to it.
    if (tried > 0) await place.clock.sleep(500 * tried + 500 * place.clock.random(), neverAborted);
    const tip = await readTip(scratch, place.branch);
    const text = `${withEnd(tip.text)}${lines}`;
    const commit = await commitOn(scratch, tip.commit, new Map([...render(text), [historyFile, text]]));
    const refused = await push(scratch, commit, place.branch);
    if (refused === null) return { kind: 'appended', commit };
    why = refused;
    if (!isOvertaken(refused)) break;
  }
  return { kind: 'failed', why };
}

const neverAborted = new AbortController().signal;

/** A temporary repository with what is needed to reach the remote. */
type Scratch = AsyncDisposable & {
  readonly directory: string;
  readonly quiet: SimpleGit;
  readonly remote: SimpleGit;
  readonly url: string;
};

async function openScratch(place: HistoryPlace): Promise<Scratch> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-portability-history-'));
  const { environment } = place;
  const quiet = quietGit({ directory, environment, extra: identity });
  await quiet.raw(['init', '--quiet', '--initial-branch=scratch']);
  const url = await remoteOf(place);
  return {
    directory,
    quiet,
    remote: fetchingGit({ directory, environment, extra: { ...identity, ...authentication(place, url) } }),
    url,
    [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }),
  };
}

const identity = {
  GIT_AUTHOR_NAME: 'github-actions[bot]',
  GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'github-actions[bot]',
  GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
};

async function remoteOf(place: HistoryPlace): Promise<string> {
  const { environment, checkout: directory } = place;
  const origin = await quietGit({ directory, environment })
    .raw(['config', '--get', 'remote.origin.url'])
    .catch(() => '');
  if (origin.trim() !== '') return withoutCredentials(origin.trim());
  return `${place.server}/${place.repository}`;
}

// Credentials in an address would show up in git's arguments and in its error messages.
function withoutCredentials(address: string): string {
  if (!/^https?:\/\//.test(address)) return address;
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

// The token goes into the environment. Every process of the machine can read arguments, and a file would outlive us.
function authentication({ token, server }: HistoryPlace, url: string): Readonly<Record<string, string>> {
  if (token === '' || !/^https?:\/\//.test(url) || new URL(url).origin !== new URL(server).origin) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '2',
    // The empty value removes a header that actions/checkout may have set: two such headers are refused.
    GIT_CONFIG_KEY_0: `http.${new URL(server).origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: '',
    GIT_CONFIG_KEY_1: `http.${new URL(server).origin}/.extraheader`,
    GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
  };
}

async function readTip({ quiet, remote, url }: Scratch, branch: string): Promise<ReadBranch> {
  const ref = `refs/heads/${branch}`;
  const listed = await remote.raw(['ls-remote', '--', url, ref]);
  if (listed.trim() === '') return { text: '', commit: null };
  await remote.raw(['fetch', '--quiet', '--no-tags', '--depth=1', '--', url, `+${ref}:refs/history/tip`]);
  const commit = (await quiet.raw(['rev-parse', '--verify', 'refs/history/tip^{commit}'])).trim();
  const found = await quiet.raw(['ls-tree', '-l', '-z', commit, historyFile]);
  const [, mode, size] = /^(\d{6}) blob [0-9a-f]{40}\s+(\d+)\t/.exec(found) ?? [];
  if (mode !== '100644') throw taken(branch);
  if (Number(size) > mostBytes) throw new Error(`${historyFile} is larger than ${mostBytes} bytes`);
  return { text: await quiet.raw(['cat-file', 'blob', `${commit}:${historyFile}`]), commit };
}

const mostBytes = 256 * 1024 * 1024;

async function commitOn(
  { quiet, directory }: Scratch,
  parent: string | null,
  files: ReadonlyMap<string, string>,
): Promise<string> {
  await quiet.raw(parent === null ? ['read-tree', '--empty'] : ['read-tree', parent]);
  for (const [path, text] of files) {
    const file = join(directory, '.git', 'history', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    const blob = (await quiet.raw(['hash-object', '-w', '--no-filters', '--', file])).trim();
    await quiet.raw(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
  }
  const tree = (await quiet.raw(['write-tree'])).trim();
  const parents = parent === null ? [] : ['-p', parent];
  return (await quiet.raw(['commit-tree', ...parents, '-m', 'Add a night', tree])).trim();
}

async function push({ remote, url }: Scratch, commit: string, branch: string): Promise<string | null> {
  try {
    await remote.raw(['push', '--quiet', '--no-verify', '--', url, `${commit}:refs/heads/${branch}`]);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

// What git and GitHub say when the branch has moved since it was fetched.
function isOvertaken(why: string): boolean {
  return /fetch first|non-fast-forward|cannot lock ref|failed to update ref|stale info|incorrect old value|already exists/i.test(
    why,
  );
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
}

function withEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function refuseUnsafeName(branch: string): void {
  const isSafe = /^[A-Za-z0-9][\w./-]{0,99}$/.test(branch) && !/\.\.|\/\/|\/$|\.lock$|\.$/.test(branch);
  if (isSafe) return;
  throw new UserError(
    'CONFIG_INVALID',
    `input \`history-branch\` is \`${branch.slice(0, 60)}\`, which is not a valid branch name.`,
    'Give a simple name, for example `spec-portability-history`.',
  );
}

function taken(branch: string): UserError {
  return new UserError(
    'HISTORY_BRANCH_TAKEN',
    `the branch \`${branch}\` exists but has no \`${historyFile}\`, so this action did not make it.`,
    'Set `history-branch` to a name that no branch has yet. The first audit makes the branch.',
  );
}
