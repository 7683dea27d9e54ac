import { mkdirSync, symlinkSync, unlinkSync, writeFileSync, type Stats } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { WorkspaceLostError } from '../../errors.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { removeEmptyFolders } from './remove-empty-folders.ts';
import { parentsOf } from './setup-output.ts';
import { runCommand } from '../process/run-command.ts';

/** One thing of a tree, by its path from the top. Names are bytes: git knows names that are not UTF-8. */
type Laid =
  | { readonly kind: 'folder'; readonly path: Buffer }
  | { readonly kind: 'link'; readonly path: Buffer; readonly target: Buffer }
  | { readonly kind: 'file'; readonly path: Buffer; readonly mode: number; readonly content: Buffer };

/**
 * Lays a tree in an empty folder, without the files at these paths and the folders that hold nothing else. It can be called
 * often, and at the same time.
 */
export type LayTree = (folder: string, without: readonly string[]) => Promise<void>;

/** Up to this size a tree is kept in memory; a larger one is copied by one process for each folder. */
const most = { entries: 1000, bytes: 8 * 1024 * 1024 };

/**
 * How to lay what is in a folder of ours into other, empty ones. What a command may change is always a new file: one that
 * is linked would be changed for everybody. The folder itself is removed where it is not needed any more.
 */
export async function layAgain(from: string, path: string): Promise<LayTree> {
  const laid = await readLaid(from);
  if (laid === null)
    return async (folder, without) => {
      await copyWithOneProcess({ from, folder, path });
      for (const file of without) unlinkSync(join(folder, file));
      removeEmptyFolders(folder, without);
    };
  await removeFolder(from);
  const parts = new Map<readonly string[], readonly Laid[]>();
  return async (folder, without) => {
    if (without.length > 0 && !parts.has(without)) parts.set(without, withoutFiles(laid, without));
    await writeLaid(parts.get(without) ?? laid, folder);
  };
}

// What is in a folder comes after it, so the last is looked at first: whether a folder keeps anything is known then.
function withoutFiles(laid: readonly Laid[], without: readonly string[]): readonly Laid[] {
  const gone = new Set(without);
  const around = new Set(without.flatMap((path) => parentsOf(path)));
  const kept = new Set<string>();
  const left: Laid[] = [];
  for (const one of laid.toReversed()) {
    const path = one.path.toString();
    const isGone = one.kind === 'folder' ? around.has(path) && !kept.has(path) : gone.has(path);
    if (isGone) continue;
    left.push(one);
    kept.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  }
  return left.toReversed();
}

async function readLaid(from: string): Promise<readonly Laid[] | null> {
  const laid: Laid[] = [];
  let bytes = 0;
  const waiting: Buffer[] = [Buffer.alloc(0)];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    for (const name of await readdir(below(Buffer.from(from), folder), { encoding: 'buffer' })) {
      const path = below(folder, name);
      const at = below(Buffer.from(from), path);
      const status = await lstat(at);
      if (status.isFile()) bytes += status.size;
      if (laid.length >= most.entries || bytes > most.bytes) return null;
      if (status.isDirectory()) waiting.push(path);
      laid.push(await readOne(status, { at, path }));
    }
  }
  return laid;
}

async function readOne(
  status: Stats,
  { at, path }: { readonly at: Buffer; readonly path: Buffer },
): Promise<Laid> {
  if (status.isDirectory()) return { kind: 'folder', path };
  if (status.isSymbolicLink())
    return { kind: 'link', path, target: await readlink(at, { encoding: 'buffer' }) };
  return { kind: 'file', path, mode: status.mode & 0o777, content: await readFile(at) };
}

/** So many are written before others have their turn: about 2 ms. */
const atOnce = 40;

// Without promises: for each of these small calls the pool of threads would take more time than the call itself.
async function writeLaid(laid: readonly Laid[], folder: string): Promise<void> {
  const top = Buffer.from(folder);
  for (const [index, one] of laid.entries()) {
    if (index % atOnce === atOnce - 1) await nextTurn();
    const place = below(top, one.path);
    switch (one.kind) {
      case 'folder':
        mkdirSync(place);
        break;
      case 'link':
        symlinkSync(one.target, place);
        break;
      case 'file':
        writeFileSync(place, one.content, { flag: 'wx', mode: one.mode });
        break;
    }
  }
}

function below(folder: Buffer, name: Buffer): Buffer {
  if (name.length === 0) return folder;
  return folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);
}

async function copyWithOneProcess(of: {
  readonly from: string;
  readonly folder: string;
  readonly path: string;
}): Promise<void> {
  const { end, stderr } = await runCommand({
    argv: ['cp', '-RP', '--', `${of.from}/.`, of.folder],
    directory: '/',
    environment: { PATH: of.path, LC_ALL: 'C' },
    timeoutMs: 300_000,
    signal: new AbortController().signal,
  });
  if (end.kind !== 'exited' || end.code !== 0)
    throw new WorkspaceLostError(`a tree could not be copied (${stderr.text.trim().slice(0, 200)})`);
}
