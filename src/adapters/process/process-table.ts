import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** One living process as /proc shows it. `startTicks` tells it from a later process with the same id. */
export type ProcessEntry = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly startTicks: number;
};

/** Every living process that we may read; null without /proc (macOS). Zombies hold no resources and are left out. */
export function readProcessTable(): readonly ProcessEntry[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readProcess(Number(name)))
      .filter((entry) => entry !== null);
  } catch {
    return null;
  }
}

/** One process of the table; null when it is gone or a zombie. */
export function readProcess(pid: number): ProcessEntry | null {
  const stat = readStat(pid);
  if (stat === null) return null;
  // The name is in parentheses and may itself hold spaces and parentheses, so we split after the last one.
  const [state, parent, group, session, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || state === 'Z' || state === 'X') return null;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    startTicks: Number(rest[15]),
  };
}

// A table reads this file of every process of the machine, for every command: `readFileSync` takes twice as long, because
// it asks for a size that files of /proc do not have. One line of numbers and a name of at most 64 bytes fits in.
const statBytes = Buffer.alloc(1024);

function readStat(pid: number): string | null {
  let file: number;
  try {
    file = openSync(`/proc/${pid}/stat`, 'r');
  } catch {
    return null;
  }
  try {
    return statBytes.toString('latin1', 0, readSync(file, statBytes));
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** Whether the process was started with this `NAME=value` in its environment; false when we may not read that. */
export function startedWith(pid: number, variable: string): boolean {
  const environment = readProcFile(pid, 'environ');
  return environment !== null && `\0${environment}`.includes(`\0${variable}\0`);
}

function readProcFile(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return null;
  }
}

/** Whether any living process of this machine has the text in its command line. */
export function someProcessShows(text: string): boolean {
  return (readProcessTable() ?? []).some(({ pid }) => readProcFile(pid, 'cmdline')?.includes(text) === true);
}
