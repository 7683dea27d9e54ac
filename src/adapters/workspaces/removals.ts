import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isErrno } from '../plain-files/safe-path.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { runCommand } from '../process/run-command.ts';

/** How long a folder may wait for others, so that one process removes all of them. */
const waitMs = 1000;

/** With so many waiting, a folder waits for those that are being removed: a disk is finite. */
const mostWaiting = 50;

/**
 * Removes folders that nobody needs any more, many with one process: to remove a small tree takes our own process as long as
 * to lay it. A folder is gone from its place at once; what it held is gone soon after, and at the latest at `end`.
 */
export class Removals {
  readonly #path: string;
  #waiting: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  #going: Promise<void> = Promise.resolve();

  /** `path`: PATH of programs of this machine. */
  constructor(path: string) {
    this.#path = path;
  }

  async add(folder: string): Promise<void> {
    const to = join(dirname(folder), 'gone', randomUUID());
    try {
      moveAway(folder, to);
    } catch {
      // Without a sandbox a command may have removed it, or put something in our way.
      await removeFolder(folder);
      return;
    }
    this.#waiting.push(to);
    this.#timer ??= setTimeout(() => this.#start(), waitMs).unref();
    if (this.#waiting.length > mostWaiting) await this.#going;
  }

  /** Waits until nothing is being removed; what waits is left where it is. */
  async end(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#going;
  }

  #start(): void {
    this.#timer = null;
    const folders = this.#waiting;
    this.#waiting = [];
    this.#going = this.#going.then(() => this.#remove(folders));
  }

  async #remove(folders: readonly string[]): Promise<void> {
    await runCommand({
      argv: ['rm', '-rf', '--', ...folders],
      directory: '/',
      environment: { PATH: this.#path, LC_ALL: 'C' },
      timeoutMs: 600_000,
      signal: new AbortController().signal,
    }).catch(() => null);
    // What a process like this cannot remove, such as what was made read-only.
    for (const folder of folders) if (isLeft(folder)) await removeFolder(folder).catch(() => undefined);
  }
}

// Without promises: in the pool of threads each of these small calls would take more time than by itself.
function isLeft(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
}

function moveAway(folder: string, to: string): void {
  try {
    renameSync(folder, to);
  } catch (error) {
    if (!isErrno(error, ['ENOENT'])) throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(folder, to);
  }
}
