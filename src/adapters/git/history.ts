import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import type { ObjectReader } from './object-reader.ts';

/** The history of a checkout, with ways to fetch the parts of it that are missing. */
export interface History {
  /** Sha of a commit that is present; null when it is missing. */
  lookUp(ref: string): Promise<string | null>;
  /** Fetches a ref or sha that is missing from a shallow checkout. */
  fetch(ref: string): Promise<string>;
  /** Best common ancestor. A shallow checkout is deepened until there is one. */
  mergeBase(base: string, head: string): Promise<string>;
}

/** How a history is read: git for single commands, and its objects. */
type Reading = { readonly reading: SimpleGit; readonly objectOf: ObjectReader };

/** Builds it from one git for reading and one for fetching. */
export function historyOf(of: Reading & { readonly fetching: SimpleGit }): History {
  const { reading, fetching, objectOf } = of;
  const isShallow = async (): Promise<boolean> =>
    (await reading.raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true';

  const lookUp = async (ref: string): Promise<string | null> => present(objectOf, ref);

  const fetchOne = async (ref: string): Promise<string> => {
    if (!(await isShallow())) {
      // A complete checkout has no branch that holds the head of a fork, but origin can serve it by its sha.
      if (isSha(ref) && (await fetched(fetching, ['origin', ref])) && (await lookUp(ref)) === ref) return ref;
      throw unknownRef(ref);
    }
    if (await fetched(fetching, ['--depth=1', 'origin', ref])) {
      const sha = isSha(ref) ? await lookUp(ref) : await commitOf(reading, 'FETCH_HEAD');
      if (sha !== null) return sha;
    }
    const isWhole = await fetched(fetching, ['--unshallow', 'origin']);
    const sha = await lookUp(ref);
    if (sha !== null) return sha;
    throw isWhole ? unknownRef(ref) : tooShallow(`commit ${ref} is not in this checkout`);
  };

  const mergeBase = async (base: string, head: string): Promise<string> => {
    if (await isJustBelow(objectOf, base, head)) return base;
    for (const step of deepenings(base, head)) {
      const found = await commonAncestor(reading, base, head);
      if (found !== null) return found;
      if (!(await isShallow())) break;
      await fetched(fetching, step);
    }
    const found = await commonAncestor(reading, base, head);
    if (found !== null) return found;
    if (await isShallow()) throw tooShallow(`no common ancestor of ${base} and ${head} is in this checkout`);
    throw new UserError(
      'REF_NOT_FOUND',
      `${base} and ${head} have no common ancestor.`,
      'Compare two commits that share history.',
    );
  };

  const inTurn = turns();
  return {
    lookUp,
    fetch: async (ref) => inTurn(async () => fetchOne(ref)),
    mergeBase: async (base, head) => inTurn(async () => mergeBase(base, head)),
  };
}

async function present(objectOf: ObjectReader, ref: string): Promise<string | null> {
  const found = await objectOf(`${ref}^{commit}`);
  if (found !== null || isSha(ref)) return found?.oid ?? null;
  // A checkout of one branch knows all other branches only by their remote name.
  return (await objectOf(`refs/remotes/origin/${ref}^{commit}`))?.oid ?? null;
}

/** How many commits one above another are looked at before git is asked. */
const mostSteps = 10;

/** Whether the base is among the last first parents of the head, as where a branch was made from it or brought up to date. */
async function isJustBelow(objectOf: ObjectReader, base: string, head: string): Promise<boolean> {
  let commit = head;
  for (let step = 0; step <= mostSteps; step += 1) {
    if (commit === base) return true;
    const text = Buffer.from((await objectOf(commit))?.bytes ?? []).toString();
    const parent = /^tree [0-9a-f]{40}\nparent ([0-9a-f]{40})\n/.exec(text)?.[1];
    if (parent === undefined) return false;
    commit = parent;
  }
  return false;
}

function deepenings(base: string, head: string): readonly (readonly string[])[] {
  return [
    ['--deepen=50', 'origin', base, head],
    ['--deepen=1000', 'origin', base, head],
    ['--unshallow', 'origin', base, head],
    // For a server that refuses shas, or a commit that was never pushed.
    ['--unshallow', 'origin'],
  ];
}

async function commonAncestor(git: SimpleGit, base: string, head: string): Promise<string | null> {
  const output = await git.raw(['merge-base', base, head]).catch(() => '');
  return isSha(output.trim()) ? output.trim() : null;
}

async function commitOf(git: SimpleGit, name: string): Promise<string | null> {
  const output = await git
    .raw(['rev-parse', '--verify', '--end-of-options', `${name}^{commit}`])
    .catch(() => '');
  return isSha(output.trim()) ? output.trim() : null;
}

async function fetched(git: SimpleGit, args: readonly string[]): Promise<boolean> {
  return git.raw(['fetch', '--no-tags', '--no-recurse-submodules', ...args]).then(
    () => true,
    () => false,
  );
}

/** Runs fetches one at a time: two at once would both write the file that lists the shallow commits. */
function turns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

function isSha(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

function unknownRef(ref: string): UserError {
  return new UserError(
    'REF_NOT_FOUND',
    `there is no commit, branch or tag \`${ref}\` in this checkout.`,
    'Check the name, or fetch it first.',
  );
}

function tooShallow(what: string): UserError {
  return new UserError(
    'HISTORY_TOO_SHALLOW',
    `${what}, and fetching it from origin failed.`,
    'Set `fetch-depth: 0` for actions/checkout, or run `git fetch --unshallow`.',
  );
}
