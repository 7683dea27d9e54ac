import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { GivenHistory, TreeEntry } from '../../ports/repository.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { WorkspaceLostError } from '../../errors.ts';
import { setupOutput, parentsOf, type SetupOutput } from './setup-output.ts';
import type { LayTree } from './lay-again.ts';
import { layByCopying } from './lay-tree.ts';
import { searchLeft } from './points-into-tree.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { planHome, type HomePart } from './copy-home.ts';
import { divideGradleHome } from './gradle-home.ts';
import { runSetup, type SetupPlaces } from './run-setup.ts';
import { Turns } from '../process/turns.ts';
import type { WorkspaceTools } from './workspace-tools.ts';

/** A commit in which setup ran once: its output, and where that is now. */
export type SetUpTree = {
  /** The path at which setup ran. */
  readonly place: string;
  /** Where its output is: at `place` itself, or elsewhere while no workspace has its turn. */
  readonly store: string;
  /** HOME of the setup command, and how workspaces get its content. */
  readonly home: string;
  readonly homeParts: readonly HomePart[];
  /** Folders of HOME that each workspace gets a copy of, where HOME is read-only otherwise; absolute. */
  readonly homeCopies: readonly string[];
  readonly left: readonly SetupOutput[];
  /** What setup lacked although it passed, as sentences. */
  readonly lacks: readonly string[];
  readonly tracked: readonly TreeEntry[];
  /** Writes the committed files, as they were before setup, into an empty folder. */
  readonly lay: LayTree;
  /** Why workspaces must be at `place` one after the other; null = they may run at the same time. */
  readonly inTurnsBecause: string | null;
  readonly copies: ReadonlyMap<string, string>;
  readonly turns: Turns;
  /** Runs setup again into an empty `store`, during a turn; null if workspaces use it at the same time. */
  readonly makeAgain: (() => Promise<void>) | null;
};

/** How often setup may run again, because test runs removed its output; after that, runs are unmeasured. */
const madeAgainAtMost = 10;

/** Checks the commit out below the folder and runs the setup command in it. Throws SETUP_FAILED. */
export async function setUpTree(
  tools: WorkspaceTools,
  version: SpecVersion,
  folder: string,
): Promise<SetUpTree> {
  const place = join(folder, 'tree');
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const tracked = await tools.repository.listTree(version.commit);
  const toLay = { repository: tools.repository, path: tools.path, commit: version.commit };
  const lay = layByCopying({ ...toLay, firstCopy: join(folder, 'laid') });
  const base = { place, home, tracked, lay, turns: new Turns() };
  if (version.spec.setup === null)
    return { ...base, ...nothingLeft, store: place, copies: new Map<string, string>() };
  const run = async (): Promise<SetupEnd> => runAt(tools, version, { folder, place, home, tracked });
  const { left, lacks } = await run();
  const findings = await searchLeft({ tree: place, home, left, tracked });
  // In a sandbox every workspace appears at the path of setup, so absolute paths point into that workspace's own tree.
  const inTurnsBecause =
    tools.sandbox.level === 'none'
      ? (findings.pointsIntoTree ?? notSelfContained(left) ?? mayBeInstalledInPlace(left, tracked))
      : null;
  const store = inTurnsBecause === null ? place : join(folder, 'store');
  const homeParts = await planHome(home);
  const homeCopies = tools.sandbox.level === 'none' ? [] : await divideGradleHome(home);
  const whole = {
    ...{ ...base, store, homeParts, homeCopies, left, lacks, inTurnsBecause },
    copies: findings.copies,
  };
  if (store === place) {
    await keepOnly(place, left);
    return { ...whole, makeAgain: null };
  }
  await rename(place, store);
  let times = 0;
  const makeAgain = async (): Promise<void> => {
    times += 1;
    if (times > madeAgainAtMost) throw new WorkspaceLostError('setup had to run again too often');
    tools.log?.info('setup runs again, because a test run changed or removed what setup had made');
    for (const path of [place, store]) await removeFolder(path);
    await run();
    await rename(place, store);
  };
  return { ...whole, makeAgain };
}

const nothingLeft = {
  homeParts: [],
  homeCopies: [],
  left: [],
  lacks: [],
  inTurnsBecause: null,
  makeAgain: null,
};

type SetupEnd = Pick<SetUpTree, 'left' | 'lacks'>;

async function runAt(
  tools: WorkspaceTools,
  version: SpecVersion,
  at: Omit<SetupPlaces, 'lacks'> & { readonly tracked: readonly TreeEntry[] },
): Promise<SetupEnd> {
  const paths = at.tracked.map((entry) => entry.path);
  await mkdir(at.place);
  await tools.repository.writeTree(version.commit, at.place);
  // Such a folder is committed too, but its files have no name in UTF-8.
  const unnamed = new Set((await setupOutput(at.place, paths)).map((entry) => entry.path));
  const wantsGit = version.spec.git === true;
  const history = wantsGit ? await tools.repository.writeGit(version.commit, at.place) : null;
  const missing = history === null ? null : missingTag(version.commit, history);
  const lacks = missing === null ? [] : [missing];
  await runSetup(tools, version, { ...at, lacks });
  // Before anything generated can run: history may hold the very code that a model is asked for.
  if (wantsGit) await removeFolder(join(at.place, '.git'));
  const left = (await setupOutput(at.place, paths)).filter((entry) => !unnamed.has(entry.path));
  return { left, lacks };
}

// In a whole checkout a commit without a tag before it is how the project is.
function missingTag(commit: string, { hasTag, isShallow }: GivenHistory): string | null {
  if (hasTag || !isShallow) return null;
  return `Setup of ${commit.slice(0, 12)} finds no tag (\`git: true\`), because the checkout is shallow: set \`fetch-depth: 0\` for actions/checkout, which fetches all tags too, or run \`git fetch --unshallow --tags\`.`;
}

/** Code outside an install folder may refer to `../src` in ways that no search finds (Composer, generated clients). */
function notSelfContained(left: readonly SetupOutput[]): string | null {
  const folder = left.find((entry) => entry.kind === 'folder' && !/(?:^|\/)node_modules$/.test(entry.path));
  return folder === undefined ? null : `what is in ${folder.path}/ may refer to files beside it`;
}

/** `pip install -e .` into the machine's Python stores its reference outside of the folders that we search. */
function mayBeInstalledInPlace(left: readonly SetupOutput[], tracked: readonly TreeEntry[]): string | null {
  if (left.some((entry) => entry.kind === 'folder')) return null;
  const isPython = tracked.some(({ path }) => /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path));
  return isPython ? 'a Python project may be installed in place' : null;
}

/** Removes everything except the output of setup, so that nothing reaches committed files through the dependencies. */
async function keepOnly(place: string, left: readonly SetupOutput[]): Promise<void> {
  const kept = new Set(left.map((entry) => entry.path));
  const around = new Set(left.flatMap((entry) => parentsOf(entry.path)));
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(place, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (kept.has(path)) continue;
      if (around.has(path) && entry.isDirectory()) await visit(path);
      else await removeFolder(join(place, path));
    }
  };
  await visit('');
}
