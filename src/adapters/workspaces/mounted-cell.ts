import { chmodSync, mkdirSync, renameSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Bound } from '../../ports/sandbox.ts';
import type { Content, Workspace } from '../../ports/workspace.ts';
import { changeTests, writeGenerated } from './cell-tree.ts';
import { inside } from '../plain-files/inside.ts';
import type { SetupOutput } from './setup-output.ts';
import { foldersAround, protectedPlaces } from './protected-places.ts';
import { readTextBelow } from '../plain-files/read-plain-file.ts';
import { resultsIn } from './result-files.ts';
import type { SetUpTree } from './set-up-tree.ts';
import type { SharedLayers } from './shared-layers.ts';
import { openedWorkspace } from './opened-workspace.ts';

/** One workspace for a sandbox that shows the tree at the path where setup ran, whatever is at that path outside. */
export type MountedCell = {
  readonly version: SpecVersion;
  readonly setUp: SetUpTree;
  readonly layers: SharedLayers;
  readonly protectedFiles: readonly string[];
  readonly dependencies: readonly SetupOutput[];
  /** Folders that commands may write into although what is around them is read-only. */
  readonly writable: readonly string[];
  /** An empty folder for this workspace. */
  readonly cell: string;
  readonly content: Content;
  readonly changed: readonly ChangedFile[];
  readonly close: () => Promise<void>;
};

const readCapBytes = 16 * 1024 * 1024;

/**
 * Lays what is this workspace's own: its protected files, which commands may only read, and the generated ones, which they
 * may change in a copy like everything in the shared layers.
 */
export async function openMountedCell(mounted: MountedCell): Promise<Workspace> {
  const { version, setUp, cell, content, layers } = mounted;
  const files = join(cell, 'tree');
  const kept = join(cell, 'kept');
  const result = join(cell, 'result');
  const root = setUp.place;
  const shared = [layers.rest, ...(content.kind === 'committed' ? [layers.committed] : [])];
  chmodSync(cell, 0o755);
  await writeOwn(mounted, files);
  const places = keepApart(mounted, { files, kept });
  const readOnly: readonly Bound[] = [
    ...places.map((path) => ({ from: join(kept, path), to: join(root, path) })),
    ...(await sharedBounds(mounted)),
  ];
  const { home } = setUp;
  const reports = join(cell, 'reports');
  const temporary = join(cell, 'tmp');
  const ofTree = mounted.writable
    .map((path) => join(root, path))
    .filter((path) => readOnly.some(({ to }) => inside(to, path) !== null));
  const writable = [...ofTree, ...setUp.homeCopies];
  const view = { root, files, shared, home, temporary, reports, readOnly, writable };
  const base = openedWorkspace({
    root,
    directory: version.spec.directory,
    reports,
    home,
    temporary,
    close: mounted.close,
  });
  return {
    ...base,
    view: async (wanted) => ({
      ...view,
      bring: wanted === null ? null : { directory: base.directory, files: wanted.files, to: result },
      mostReportBytes: wanted?.mostBytes ?? readCapBytes,
    }),
    readResults: (wanted) => resultsIn({ root: result, directory: result }, wanted),
    read: async (path) => {
      const way = inside(root, path);
      return way === null
        ? readTextBelow([reports], path, readCapBytes)
        : readFirst([kept, files, ...shared], way);
    },
  };
}

/** What setup left and every workspace reads where it is: in the tree, and in HOME. */
async function sharedBounds({ setUp, layers }: MountedCell): Promise<readonly Bound[]> {
  const { store, place, home, homeCopies } = setUp;
  const ofHome = (await entriesOf(home)).filter((path) => !homeCopies.includes(path));
  return [
    ...layers.mounted.map(({ path }) => ({ from: join(store, path), to: join(place, path) })),
    ...ofHome.map((path) => ({ from: path, to: path })),
  ];
}

/** The text of the file in the first folder that has it; a file is in one of them at most. */
async function readFirst(folders: readonly string[], path: string): Promise<string | null> {
  for (const folder of folders) {
    const text = await readTextBelow([folder], join(folder, path), readCapBytes);
    if (text !== null) return text;
  }
  return null;
}

async function writeOwn(mounted: MountedCell, files: string): Promise<void> {
  const { layers, content, dependencies } = mounted;
  mkdirSync(files);
  await layers.layProtected(files);
  if (content.kind === 'generated')
    await writeGenerated(files, { files: content.files, dependencies, under: layers.rest });
  await changeTests(files, mounted);
}

// Without promises, as everything that is done for one workspace: each call is small.
function keepApart(
  { version, layers, protectedFiles, content }: MountedCell,
  { files, kept }: { readonly files: string; readonly kept: string },
): readonly string[] {
  const generated = content.kind === 'generated' ? content.files.map(({ path }) => path) : [];
  const own = content.kind === 'committed' ? version.emptied : generated;
  const mixed = new Set([...layers.mixed, ...foldersAround(own)]);
  const places = protectedPlaces(protectedFiles, mixed);
  mkdirSync(kept);
  for (const place of places) {
    if (place.includes('/')) mkdirSync(dirname(join(kept, place)), { recursive: true });
    renameSync(join(files, place), join(kept, place));
  }
  return places;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .map((entry) => join(folder, entry.name));
}
