import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { PreparedTree, Workspaces } from '../../ports/workspace.ts';
import { preparedTree } from './prepared-tree.ts';
import { Removals } from './removals.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { setUpTree, type SetUpTree } from './set-up-tree.ts';
import type { WorkspaceTools } from './workspace-tools.ts';

/** Trees of commits in one temporary folder. Disposing removes the folder, in whatever state the run ended. */
export function diskWorkspaces(tools: WorkspaceTools): Workspaces & AsyncDisposable {
  const setUps = new Map<string, Promise<SetUpTree>>();
  const trees = new Map<string, Promise<PreparedTree>>();
  const removals = new Removals(tools.path);
  let top: Promise<string> | null = null;

  let commits = 0;
  const newFolder = async (name: string): Promise<string> => {
    top ??= makeTop(tools.temporaryRoot);
    const folder = join(await top, name);
    mkdirSync(folder);
    return folder;
  };
  const prepare = async (version: SpecVersion, signal = tools.signal): Promise<PreparedTree> => {
    const stoppable = signal === undefined ? tools : { ...tools, signal };
    const setUp = async (): Promise<SetUpTree> => {
      commits += 1;
      return setUpTree(stoppable, version, await newFolder(`commit-${commits}`));
    };
    const shared = await once(setUps, setUpKey(version), setUp);
    // What runs in a cell can read where its files come from, and a number would tell which run it is.
    const newCell = (): Promise<string> => newFolder(`cell-${randomUUID()}`);
    const removeCell = (cell: string): Promise<void> => removals.add(cell);
    return preparedTree({ tools, version, setUp: shared, newCell, removeCell });
  };

  return {
    prepare: (version, signal) => once(trees, treeKey(version), () => prepare(version, signal)),
    [Symbol.asyncDispose]: async () => {
      await Promise.allSettled(trees.values());
      await removals.end();
      if (top !== null) await removeFolder(await top);
    },
  };
}

async function makeTop(temporaryRoot: string): Promise<string> {
  await mkdir(temporaryRoot, { recursive: true });
  // The real path: commands see it as their working folder, and setup writes it into its files.
  const top = await mkdtemp(join(await realpath(temporaryRoot), 'spec-portability-'));
  // A sandbox that root starts runs commands as nobody, who must be able to enter this folder.
  await chmod(top, 0o755);
  return top;
}

function once<Value>(
  made: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
}

/** Specs with the same setup share one setup run. */
function setUpKey({ commit, spec }: SpecVersion): string {
  return JSON.stringify([commit, spec.directory, spec.setup, spec.setupEnv, spec.git]);
}

/** Specs that differ in what a test run may change have trees of their own. */
function treeKey(version: SpecVersion): string {
  const { files, instructions, tests, context, writes } = version.spec;
  return JSON.stringify([setUpKey(version), files, instructions, tests, context, writes, version.emptied]);
}
