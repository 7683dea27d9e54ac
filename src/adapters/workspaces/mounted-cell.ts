import { chmod, copyFile, lstat, mkdir, readdir, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Bound } from '../../ports/sandbox.ts';
import type { Content, Workspace } from '../../ports/workspace.ts';
import { writeCellTree } from './cell-tree.ts';
import { copiedBytes } from './link-dependencies.ts';
import { inside } from '../plain-files/inside.ts';
import type { SetupOutput } from './setup-output.ts';
import { protectedPlaces } from './protected-places.ts';
import { readTextBelow } from '../plain-files/read-plain-file.ts';
import { makeRealFolder } from '../plain-files/safe-path.ts';
import { resultsIn } from './result-files.ts';
import type { SetUpTree } from './set-up-tree.ts';
import { openedWorkspace } from './opened-workspace.ts';

/** One workspace for a sandbox that shows the tree at the path where setup ran, whatever is at that path outside. */
export type MountedCell = {
  readonly version: SpecVersion;
  readonly setUp: SetUpTree;
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

/** Writes the tree's content, divided into what commands may change in a copy and what they may only read. */
export async function openMountedCell(mounted: MountedCell): Promise<Workspace> {
  const { version, setUp, dependencies, cell, content, changed } = mounted;
  const { lay, tracked } = setUp;
  const files = join(cell, 'tree');
  const kept = join(cell, 'kept');
  const result = join(cell, 'result');
  const root = setUp.place;
  await chmod(cell, 0o755);
  await writeCellTree(files, { lay, version, content, changed, tracked, dependencies });
  const inPlace = await copySmall(mounted, files);
  const places = await keepApart(mounted, { files, kept });
  const readOnly: readonly Bound[] = [
    ...places.map((path) => ({ from: join(kept, path), to: join(root, path) })),
    ...inPlace.map(({ path }) => ({ from: join(setUp.store, path), to: join(root, path) })),
    ...(await entriesOf(setUp.home))
      .filter((path) => !setUp.homeCopies.includes(path))
      .map((path) => ({ from: path, to: path })),
  ];
  const { home } = setUp;
  const reports = join(cell, 'reports');
  const temporary = join(cell, 'tmp');
  const ofTree = mounted.writable
    .map((path) => join(root, path))
    .filter((path) => readOnly.some(({ to }) => inside(to, path) !== null));
  const writable = [...ofTree, ...setUp.homeCopies];
  const view = { root, files, home, temporary, reports, readOnly, writable };
  const base = openedWorkspace({
    root,
    directory: version.spec.directory,
    reports,
    home,
    temporary,
    close: mounted.close,
  });
  const outside = (path: string): string =>
    inside(root, path) === null ? path : join(files, path.slice(root.length));
  return {
    ...base,
    view: async (wanted) => ({
      ...view,
      bring: wanted === null ? null : { directory: base.directory, files: wanted.files, to: result },
      mostReportBytes: wanted?.mostBytes ?? readCapBytes,
    }),
    readResults: (wanted) => resultsIn({ root: result, directory: result }, wanted),
    read: async (path) =>
      (await readTextBelow([files, reports], outside(path), readCapBytes)) ??
      readTextBelow([kept], join(kept, path.slice(root.length)), readCapBytes),
  };
}

/** Small files and links from setup become content of the tree; folders and large files are mounted read-only. */
async function copySmall(
  { setUp, dependencies }: MountedCell,
  files: string,
): Promise<readonly SetupOutput[]> {
  const shown: SetupOutput[] = [];
  for (const entry of dependencies) {
    const from = join(setUp.store, entry.path);
    const isShown =
      entry.kind === 'folder' || (entry.kind === 'file' && (await lstat(from)).size > copiedBytes);
    if (isShown) shown.push(entry);
    else {
      await makeRealFolder(files, dirname(entry.path));
      if (entry.kind === 'link') await symlink(await readlink(from), join(files, entry.path));
      else await copyFile(from, join(files, entry.path));
    }
  }
  return shown;
}

async function keepApart(
  { version, setUp, content, dependencies }: MountedCell,
  { files, kept }: { readonly files: string; readonly kept: string },
): Promise<readonly string[]> {
  const plain = new Set(
    setUp.tracked.filter(({ kind }) => kind === 'file' || kind === 'executable').map(({ path }) => path),
  );
  const emptied = new Set(content.kind === 'committed' ? [] : version.emptied);
  const generated = content.kind === 'generated' ? content.files : [];
  const paths = [
    ...setUp.tracked.map(({ path }) => path).filter((path) => !emptied.has(path)),
    ...[...generated, ...dependencies].map(({ path }) => path),
  ];
  const { isProtected } = pathRules(version.spec);
  const places = protectedPlaces(paths, (path) => plain.has(path) && isProtected(path));
  await mkdir(kept);
  for (const place of places) {
    await mkdir(dirname(join(kept, place)), { recursive: true });
    await rename(join(files, place), join(kept, place));
  }
  return places;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .map((entry) => join(folder, entry.name));
}
