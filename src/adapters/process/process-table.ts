import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';

/** One living process as /proc shows it. `startTicks` tells it from a later process with the same id. */
export type ProcessEntry = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly startTicks: number;
};

/**
 * Every living process that we may read, or only those whose id is wanted; null without /proc (macOS). Zombies hold no
 * resources and are left out.
 */
export function readProcessTable(
  isWanted: (pid: number) => boolean = () => true,
): readonly ProcessEntry[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isWanted(Number(name)))
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

function readStat(pid: number): string | null {
  try {
    // Most ids that are looked at have nobody, and an error that is thrown takes three times as long as this.
    if (statSync(`/proc/${pid}`, { throwIfNoEntry: false }) === undefined) return null;
  } catch {
    return null;
  }
  return readFile(`/proc/${pid}/stat`);
}

/** How many processes and threads this machine has ever started; infinite where nobody says. */
export function startsOfMachine(): number {
  const count = /^processes (\d+)$/m.exec(readFile('/proc/stat') ?? '')?.[1];
  return count === undefined ? Number.POSITIVE_INFINITY : Number(count);
}

/** The id that was given out last in our namespace; not a number where nobody says. */
export function lastPid(): number {
  return Number((readFile('/proc/loadavg') ?? '').trim().split(' ').at(-1) || Number.NaN);
}

/** Ids of processes end below this one and then begin anew with low ones. */
export function endOfPids(): number {
  return Number(readFile('/proc/sys/kernel/pid_max') ?? 0);
}

/** Reads the value that a variable had when a process was started, of each process once. */
export function startVariable(name: string): (pid: number) => string | null {
  const known = new Map<number, string | null>();
  return (pid) => {
    const found = known.get(pid);
    if (found !== undefined) return found;
    const environment = `\0${readFile(`/proc/${pid}/environ`) ?? ''}`;
    const at = environment.indexOf(`\0${name}=`);
    const value = at === -1 ? null : (environment.slice(at + name.length + 2).split('\0', 1)[0] ?? null);
    known.set(pid, value);
    return value;
  };
}

/** Whether the process was started with this `NAME=value` in its environment; false when we may not read that. */
export function startedWith(pid: number, variable: string): boolean {
  const environment = readFile(`/proc/${pid}/environ`);
  return environment !== null && `\0${environment}`.includes(`\0${variable}\0`);
}

// Such files are read for every command: `readFileSync` takes twice as long, because it asks for a size that files of /proc
// do not have.
const pieceBytes = Buffer.alloc(16 * 1024);

function readFile(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    let text = '';
    for (let read = -1; read !== 0;) {
      read = readSync(file, pieceBytes);
      text += pieceBytes.toString('latin1', 0, read);
    }
    return text;
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/** Whether any living process of this machine has the text in its command line. */
export function someProcessShows(text: string): boolean {
  return (readProcessTable() ?? []).some(
    ({ pid }) => readFile(`/proc/${pid}/cmdline`)?.includes(text) === true,
  );
}
