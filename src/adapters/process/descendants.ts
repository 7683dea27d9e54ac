import { setTimeout as sleep } from 'node:timers/promises';
import { readProcess, readProcessTable, startedWith, type ProcessEntry } from './process-table.ts';

const lookEveryMs = 500;
const killForMs = 5000;

/**
 * All processes that a command started, so that none outlives it.
 *
 * Four traces are followed: the process group, the session, the chain of parents (sampled while the command runs, and
 * remembered), and a variable with a unique value in the environment of the first process, which setsid and double
 * forks inherit. What escapes: a program that clears its environment AND leaves the session AND loses its parent
 * between two samples. Only a pid namespace (bubblewrap, docker) holds that one. Without /proc (macOS) only the
 * process group is killed.
 */
export class Descendants {
  readonly #root: number;
  readonly #variable: string;
  readonly #since: number;
  /** Pid → start time of every descendant that was ever seen. */
  readonly #seen = new Map<number, number>();
  readonly #timer: NodeJS.Timeout;

  /** Must be called right after the spawn, before the child can have been reaped. */
  constructor(root: number, variable: string) {
    this.#root = root;
    this.#variable = variable;
    this.#since = readProcess(root)?.startTicks ?? 0;
    this.#timer = setInterval(() => this.#livingOf(readProcessTable() ?? []), lookEveryMs);
    this.#timer.unref();
  }

  /** Kills until none is left, for some seconds at most; false when some did not die. */
  async killAll(): Promise<boolean> {
    clearInterval(this.#timer);
    const deadline = performance.now() + killForMs;
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 50)) {
      if (this.killOnce() === 0) return true;
      if (performance.now() > deadline) return false;
      await sleep(pauseMs);
    }
  }

  /** One round of SIGKILL; returns how many were alive. Synchronous, so that it can run while our own process exits. */
  killOnce(): number {
    const table = readProcessTable();
    if (table === null) kill(-this.#root);
    const living = this.#livingOf(table ?? []);
    // The first process leads its own session, so every group that holds a descendant was made by a descendant. The
    // kernel kills a group in one step, which a fork bomb cannot outrun; it could outrun kills of single processes.
    for (const group of new Set(living.map((entry) => entry.group))) if (group > 1) kill(-group);
    for (const entry of living) kill(entry.pid);
    return living.length;
  }

  #livingOf(all: readonly ProcessEntry[]): readonly ProcessEntry[] {
    // Nothing that started before the command can be its descendant.
    const table = all.filter((entry) => entry.startTicks >= this.#since);
    const found = new Set<number>();
    for (const entry of table) if (this.#bearsATrace(entry)) found.add(entry.pid);
    for (let before = -1; before < found.size;) {
      before = found.size;
      for (const entry of table)
        if (found.has(entry.parent) || found.has(entry.session)) found.add(entry.pid);
    }
    const living = table.filter((entry) => found.has(entry.pid));
    for (const entry of living) this.#seen.set(entry.pid, entry.startTicks);
    return living;
  }

  #bearsATrace(entry: ProcessEntry): boolean {
    return (
      entry.group === this.#root ||
      entry.session === this.#root ||
      this.#seen.get(entry.pid) === entry.startTicks ||
      startedWith(entry.pid, this.#variable)
    );
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, or (after a change of user) we may not kill it. The next round finds out which.
  }
}
