import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Content, PreparedTree, Workspace } from '../../ports/workspace.ts';
import { WorkspaceLostError } from '../../errors.ts';
import { writeCellTree } from './cell-tree.ts';
import { openMountedCell } from './mounted-cell.ts';
import { linkDependencies, takeTurn } from './link-dependencies.ts';
import { splitByWrites, type SetupOutput, type SetupOutputByOwner } from './setup-output.ts';
import { copyHome } from './copy-home.ts';
import { ensureSetupIntact } from './ensure-setup-intact.ts';
import { judgingFiles, type JudgingFiles } from './judging-files.ts';
import { openedWorkspace } from './opened-workspace.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { isErrno } from '../plain-files/safe-path.ts';
import { protectedFilesOf } from './protected-places.ts';
import { laySharedLayers, type SharedLayers } from './shared-layers.ts';
import type { SetUpTree } from './set-up-tree.ts';
import type { WorkspaceTools } from './workspace-tools.ts';
import { makeWritablePlaces } from './writable-places.ts';
import { writeArea } from './write-area.ts';

type Making = {
  readonly tools: WorkspaceTools;
  readonly version: SpecVersion;
  readonly setUp: SetUpTree;
  /** A new empty folder for one workspace. */
  readonly newCell: () => Promise<string>;
  /** The folder is gone at once, and what it held soon after. */
  readonly removeCell: (cell: string) => Promise<void>;
};

/** What all workspaces of a prepared tree have in common. */
type Shared = {
  readonly dependencies: readonly SetupOutput[];
  readonly writable: readonly string[];
  readonly protectedFiles: readonly string[];
  readonly judging: JudgingFiles;
  /** Laid at the first workspace that needs them. */
  readonly layers: () => Promise<SharedLayers>;
};

// What a runner keeps of tests that it knows: it could run them in place of those that are there.
const testCache = /(?:^|\/)(?:__pycache__|\.pytest_cache)$/;

/** What one spec opens its workspaces from, over a tree that other specs may share. */
export async function preparedTree(making: Making): Promise<PreparedTree> {
  const { version, setUp } = making;
  // It needs its own turn: during another one's turn the output of setup is at another path.
  const endTurn = await setUp.turns.next();
  const part = async (): Promise<SetupOutputByOwner> => {
    await ensureSetupIntact(setUp, setUp.left);
    const left = setUp.left.filter(({ path }) => !testCache.test(path));
    return splitByWrites(setUp.store, left, writeArea(version.spec.writes));
  };
  const parted = await part().finally(endTurn);
  const isMounted = making.tools.sandbox.level !== 'none';
  const { dependencies } = parted;
  const writable = isMounted ? await makeWritablePlaces(version, setUp, dependencies) : [];
  const protectedFiles = protectedFilesOf(version.spec, setUp.tracked);
  let layers: Promise<SharedLayers> | null = null;
  const shared = async (): Promise<SharedLayers> => {
    const { path } = making.tools;
    return laySharedLayers({
      ...{ version, setUp, protectedFiles, dependencies, path, folder: await making.newCell() },
    });
  };
  const judging = judgingFiles(version, setUp.tracked);
  const layersOnce = (): Promise<SharedLayers> => (layers ??= shared());
  return {
    notes: notesOf(version, setUp, parted),
    open: (content, changed = []) =>
      open(
        making,
        { dependencies, writable, protectedFiles, judging, layers: layersOnce },
        { content, changed },
      ),
  };
}

async function open(
  making: Making,
  shared: Shared,
  { content, changed }: { readonly content: Content; readonly changed: readonly ChangedFile[] },
): Promise<Workspace> {
  const { dependencies, writable, protectedFiles } = shared;
  const { tools, version, setUp } = making;
  const cell = await making.newCell();
  try {
    if (tools.sandbox.level !== 'none') {
      const close = (): Promise<void> => making.removeCell(cell);
      const own = { cell, content, changed, close };
      const layers = await shared.layers();
      return await openMountedCell({
        ...{ version, setUp, dependencies, writable, protectedFiles, layers, ...own },
      });
    }
    for (const name of ['reports', 'tmp']) mkdirSync(join(cell, name));
    await copyHome(setUp.home, setUp.homeParts, join(cell, 'home'));
    await writeCellTree(join(cell, 'tree'), {
      ...{ lay: setUp.lay, version, content, changed, protectedFiles, dependencies },
    });
    const isChangedIn = await shared.judging.look(join(cell, 'tree'), changed);
    const putTogether = setUp.inTurnsBecause === null ? linkDependencies : takeTurn;
    const laid = await putTogether(setUp, dependencies, cell);
    return openedWorkspace({
      root: laid.root,
      isJudgeChanged: () => isChangedIn(laid.root),
      directory: version.spec.directory,
      reports: join(cell, 'reports'),
      home: join(cell, 'home'),
      temporary: join(cell, 'tmp'),
      close: async () => {
        await laid.release();
        await making.removeCell(cell);
      },
    });
  } catch (error) {
    await removeFolder(cell);
    // Code that ran here before may have deleted our own folders.
    if (isErrno(error, ['ENOENT', 'ENOTDIR']))
      throw new WorkspaceLostError('a folder that workspaces are made from is gone', { cause: error });
    throw error;
  }
}

function notesOf(version: SpecVersion, setUp: SetUpTree, parted: SetupOutputByOwner): readonly string[] {
  const commit = version.commit.slice(0, 12);
  const notes: string[] = [...setUp.lacks];
  if (setUp.inTurnsBecause !== null)
    notes.push(
      `Test runs of ${commit} take turns at one path, because setup bound its dependencies to that path (${setUp.inTurnsBecause}).`,
    );
  const underWrites = parted.underWrites.map((entry) => entry.path);
  if (underWrites.length > 0)
    notes.push(
      `Setup of ${commit} made ${listed(underWrites)} under \`writes\`; test runs do not get to see them.`,
    );
  const emptied = new Set(version.emptied);
  for (const { path, oid } of setUp.tracked) {
    const copy = emptied.has(path) ? setUp.copies.get(oid) : undefined;
    if (copy !== undefined)
      notes.push(
        `Setup of ${commit} copied ${path} to ${copy}: tests that read the copy test committed, not generated, code.`,
      );
  }
  return notes;
}

function listed(paths: readonly string[]): string {
  return paths.length <= 3
    ? paths.join(', ')
    : `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`;
}
