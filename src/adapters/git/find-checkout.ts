import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { inside } from '../plain-files/inside.ts';
import { quietGit } from './git-process.ts';

/** Where the repository of a run lies, and the input `working-directory` as a path of that repository. */
export type Checkout = { readonly directory: string; readonly workingDirectory: string };

/**
 * Finds the checkout in a workspace: the workspace itself or, where actions/checkout got a `path`, the folder that it
 * went to. Of several that is the one that `working-directory` lies in, or whose origin is the repository of the run.
 * Throws CHECKOUT_UNCLEAR.
 */
export async function findCheckout(of: {
  readonly workspace: string;
  /** As typed; empty = not given. */
  readonly workingDirectory: string;
  /** `owner/name` of the run. */
  readonly repository: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<Checkout> {
  const { workspace, workingDirectory } = of;
  const itself = { directory: workspace, workingDirectory };
  // Nearly always: git need not be asked. It knows a folder of its own by its `HEAD`, and a linked worktree by a file.
  if ((await isThere(join(workspace, '.git/HEAD'))) || (await isFile(join(workspace, '.git')))) return itself;
  if (await isInRepository(workspace, of.environment)) return itself;
  const found = await checkoutsBelow(workspace, deepest);
  if (found.length === 0) return itself;
  const directory = await theOneOf(found, of);
  return { directory, workingDirectory: await within(directory, of) };
}

// `path` names a folder, or a folder in one.
const deepest = 2;

async function checkoutsBelow(folder: string, depth: number): Promise<readonly string[]> {
  if (depth === 0) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue;
    const place = join(folder, entry.name);
    if (await isThere(join(place, '.git'))) found.push(place);
    else found.push(...(await checkoutsBelow(place, depth - 1)));
  }
  return found;
}

async function theOneOf(found: readonly string[], of: Parameters<typeof findCheckout>[0]): Promise<string> {
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const asked = resolve(of.workspace, of.workingDirectory);
  const named =
    of.workingDirectory === '' ? [] : found.filter((place) => inside(resolve(place), asked) !== null);
  const [wanted, ...others] = named.length > 0 ? named : await ofRepository(found, of);
  if (wanted !== undefined && others.length === 0) return wanted;
  const places = found.map((place) => `\`${relative(of.workspace, place)}\``).join(', ');
  throw new UserError(
    'CHECKOUT_UNCLEAR',
    `the workspace holds several checkouts (${places}), and it is not clear which one is meant.`,
    'Name its folder as `working-directory`.',
  );
}

async function ofRepository(
  found: readonly string[],
  of: Parameters<typeof findCheckout>[0],
): Promise<readonly string[]> {
  const wanted = of.repository.toLowerCase();
  const own: string[] = [];
  for (const directory of found) {
    const origin = await quietGit({ directory, environment: of.environment })
      .raw(['config', '--get', 'remote.origin.url'])
      .catch(() => '');
    const name = /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(origin.trim())?.[1];
    if (wanted !== '' && name?.toLowerCase() === wanted) own.push(directory);
  }
  return own;
}

// Documented is a path of the repository; who writes `path: app` also writes the path from the workspace.
async function within(directory: string, of: Parameters<typeof findCheckout>[0]): Promise<string> {
  const { workspace, workingDirectory } = of;
  if (workingDirectory === '' || (await isThere(join(directory, workingDirectory)))) return workingDirectory;
  const asked = resolve(workspace, workingDirectory);
  const way = inside(resolve(directory), asked);
  return way === null ? workingDirectory : way || '.';
}

async function isInRepository(
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  return quietGit({ directory, environment })
    .raw(['rev-parse', '--show-toplevel'])
    .then(
      () => true,
      () => false,
    );
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
