import { setTimeout as sleep } from 'node:timers/promises';
import {
  endOfPids,
  lastPid,
  readProcess,
  readProcessTable,
  startsOfMachine,
  startVariable,
  type ProcessEntry,
} from './process-table.ts';

const lookEveryMs = 500;
const killForMs = 5000;

/** Variable with a value of its own for each command, in the environment of the command's first process. */
export const tagName = 'SPEC_PORTABILITY_RUN';

/**
 * All processes that a command started, so that none outlives it.
 *
 * Four traces are followed: the process group, the session, the chain of parents (sampled while the command runs, and
 * remembered), and a variable with a unique value in the environment of the first process, which setsid and double
 * forks inherit. What escapes: a program that clears its environment AND leaves the session AND loses its parent
 * between two samples. Only a pid namespace (bubblewrap, docker) holds that one. Without /proc (macOS) only the
 * process group is killed.
 *
 * Only processes whose ids may have been given out after that of the first one are looked at: the kernel gives ids out
 * upwards, from the start again after the last, says which was the last, and counts what it starts. Commands that run side
 * by side are sampled together.
 */
export class Descendants {
  readonly #root: number;
  readonly #tag: string;
  readonly #since: number;
  readonly #startsBefore: number;
  /** Pid → start time of every descendant that was ever seen. */
  readonly #seen = new Map<number, number>();

  /** Must be called right after the spawn, before the child can have been reaped. `tag` is the value of the variable. */
  constructor(root: number, tag: string) {
    this.#root = root;
    this.#tag = tag;
    this.#since = readProcess(root)?.startTicks ?? 0;
    this.#startsBefore = startsOfMachine();
    if (sampled.size === 0) sampling = setInterval(sampleAll, lookEveryMs).unref();
    sampled.set(root, this);
  }

  /** Whether an id may have been given out after the first process, now that the machine has given out these. */
  isLater(pid: number, given: GivenOut): boolean {
    const last = this.#distance(given.last);
    return !this.#isWithinOneRound(given) || !(this.#distance(pid) > last + startedMeanwhile);
  }

  /** Kills until none is left, for some seconds at most; false when some did not die. */
  async killAll(): Promise<boolean> {
    sampled.delete(this.#root);
    if (sampled.size === 0) clearInterval(sampling);
    const deadline = performance.now() + killForMs;
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 50)) {
      if (this.killOnce() === 0) return true;
      if (performance.now() > deadline) return false;
      await sleep(pauseMs);
    }
  }

  /** One round of SIGKILL; returns how many were alive. Synchronous, so that it can run while our own process exits. */
  killOnce(): number {
    const table = this.#startedSince();
    if (table === null) kill(-this.#root);
    const living = this.livingOf(table ?? [], startVariable(tagName));
    // The first process leads its own session, so every group that holds a descendant was made by a descendant. The
    // kernel kills a group in one step, which a fork bomb cannot outrun; it could outrun kills of single processes.
    for (const group of new Set(living.map((entry) => entry.group))) if (group > 1) kill(-group);
    for (const entry of living) kill(entry.pid);
    return living.length;
  }

  /**
   * The processes that may be descendants; null without /proc. Where few ids were given out since, each is looked at by
   * itself: a list of all processes of the machine takes longer, the more so the more there are. Threads have ids too and
   * are looked at like processes; what is said of one is said of its process.
   */
  #startedSince(): readonly ProcessEntry[] | null {
    const entries: ProcessEntry[] = [];
    let looked = 0;
    for (let given = givenOut(); ; given = { ...given, last: lastPid() }) {
      const due = this.#distance(given.last) + 1;
      if (!this.#isWithinOneRound(given) || !(due <= fewIds))
        return readProcessTable((pid) => this.isLater(pid, given));
      // None was given out while we looked.
      if (looked >= due) return entries;
      for (; looked < due; looked += 1) {
        const entry = readProcess((this.#root + looked) % endOfIds);
        if (entry !== null) entries.push(entry);
      }
    }
  }

  #distance(id: number): number {
    return (id - this.#root + endOfIds) % endOfIds;
  }

  // The kernel skips ids that are in use, nowhere half of all: with fewer starts it has not come round to the first.
  #isWithinOneRound({ starts }: GivenOut): boolean {
    return starts - this.#startsBefore < endOfIds / 2;
  }

  /** Those of the processes that are descendants, which are remembered. */
  livingOf(all: readonly ProcessEntry[], tagOf: (pid: number) => string | null): readonly ProcessEntry[] {
    // Nothing that started before the command can be its descendant.
    const table = all.filter((entry) => entry.startTicks >= this.#since);
    const found = new Set<number>();
    for (const entry of table) if (this.#bearsATrace(entry, tagOf)) found.add(entry.pid);
    for (let before = -1; before < found.size;) {
      before = found.size;
      for (const entry of table)
        if (found.has(entry.parent) || found.has(entry.session)) found.add(entry.pid);
    }
    const living = table.filter((entry) => found.has(entry.pid));
    for (const entry of living) this.#seen.set(entry.pid, entry.startTicks);
    return living;
  }

  #bearsATrace(entry: ProcessEntry, tagOf: (pid: number) => string | null): boolean {
    return (
      entry.group === this.#root ||
      entry.session === this.#root ||
      this.#seen.get(entry.pid) === entry.startTicks ||
      // Nobody can join a session: whoever is in that of another command was started by that one.
      (!sampled.has(entry.session) && tagOf(entry.pid) === this.#tag)
    );
  }
}

/** So many ids are looked at one by one: one that nobody has takes 3 µs, and to list 180 processes 80 to 300. */
const fewIds = 40;

/** So many ids may be given out while we look. */
const startedMeanwhile = 1000;

/** The last id that was given out, and how many processes and threads were ever started. */
type GivenOut = { readonly last: number; readonly starts: number };

// In this order: what is started between the two makes the round only longer.
function givenOut(): GivenOut {
  const starts = startsOfMachine();
  return { last: lastPid(), starts };
}

/** The commands that run, by their first process. */
const sampled = new Map<number, Descendants>();
let sampling: NodeJS.Timeout | undefined;
const endOfIds = endOfPids();

/** One look at the processes of this machine for all commands that run. */
function sampleAll(): void {
  const given = givenOut();
  const isLater = (pid: number): boolean =>
    [...sampled.values()].some((command) => command.isLater(pid, given));
  const table = readProcessTable(isLater) ?? [];
  const tagOf = startVariable(tagName);
  for (const command of sampled.values()) command.livingOf(table, tagOf);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, or (after a change of user) we may not kill it. The next round finds out which.
  }
}
