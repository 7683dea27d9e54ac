import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { TreeEntry } from '../../ports/repository.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { leftBySetup, parentsOf, type LeftPath } from './left-by-setup.ts';
import { searchLeft } from './refers-back.ts';
import { removeFolder } from './remove-folder.ts';
import { runSetup } from './run-setup.ts';
import { Turns } from './turns.ts';
import type { WorkspaceTools } from './workspace-tools.ts';

/** A commit in which setup ran once: what it left, and where that now stands. */
export type SetUpTree = {
  /** The path at which setup ran. */
  readonly place: string;
  /** Where its leavings wait: at `place` itself, or apart while no workspace has its turn. */
  readonly store: string;
  readonly home: string;
  readonly left: readonly LeftPath[];
  readonly tracked: readonly TreeEntry[];
  /** Why workspaces must stand at `place` one after the other; null = they may run side by side. */
  readonly inTurnsBecause: string | null;
  readonly copies: ReadonlyMap<string, string>;
  readonly turns: Turns;
};

/** Checks the commit out below the folder and runs the setup command in it. Throws SETUP_FAILED. */
export async function setUpTree(
  tools: WorkspaceTools,
  version: SpecVersion,
  folder: string,
): Promise<SetUpTree> {
  const place = join(folder, 'tree');
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const tracked = await tools.repository.listFiles(version.commit);
  const nothing = { refersBack: null, copies: new Map<string, string>() };
  const base = { place, home, tracked, turns: new Turns() };
  if (version.spec.setup === null)
    return { ...base, store: place, left: [], inTurnsBecause: null, copies: nothing.copies };
  await mkdir(place);
  await tools.repository.writeTree(version.commit, place);
  await runSetup(tools, version, { folder, place, home });
  const left = await leftBySetup(
    place,
    tracked.map((entry) => entry.path),
  );
  const findings = await searchLeft({ tree: place, home, left, tracked });
  const inTurnsBecause =
    findings.refersBack ?? notSelfContained(left) ?? mayBeInstalledInPlace(left, tracked);
  const store = inTurnsBecause === null ? place : join(folder, 'store');
  if (store === place) await keepOnly(place, left);
  else await rename(place, store);
  return { ...base, store, left, inTurnsBecause, copies: findings.copies };
}

/** Code outside an install folder may say `../src` in a way no search can see (Composer's autoloader, generated clients). */
function notSelfContained(left: readonly LeftPath[]): string | null {
  const folder = left.find((entry) => entry.kind === 'folder' && !/(?:^|\/)node_modules$/.test(entry.path));
  return folder === undefined ? null : `what is in ${folder.path}/ may refer to files beside it`;
}

/** `pip install -e .` into the machine's Python leaves its pointer where we do not look. */
function mayBeInstalledInPlace(left: readonly LeftPath[], tracked: readonly TreeEntry[]): string | null {
  if (left.some((entry) => entry.kind === 'folder')) return null;
  const isPython = tracked.some(({ path }) => /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path));
  return isPython ? 'a Python project may be installed in place' : null;
}

/** Takes all but the leavings away, so that nothing can reach committed files through the dependencies. */
async function keepOnly(place: string, left: readonly LeftPath[]): Promise<void> {
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
