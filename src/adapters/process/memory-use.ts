import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Memory that a process and all its descendants hold, each page counted for each process that has it; in bytes. */
export function roughMemory(pids: readonly number[]): number {
  return sum(pids, (pid) => kibibytesIn(`/proc/${pid}/status`, ['RssAnon', 'RssShmem', 'VmSwap']) * 1024);
}

/** The same with each page divided among those who share it. It takes far longer to find out. */
export function sharedMemory(pids: readonly number[]): number {
  return sum(pids, (pid) => {
    const share = kibibytesIn(`/proc/${pid}/smaps_rollup`, ['Pss_Anon', 'Pss_Shmem', 'SwapPss']) * 1024;
    // Nobody may look into a process that cannot be read.
    return share === 0 ? roughMemory([pid]) : share;
  });
}

/** What a file system in memory holds; null where the path leads to none. */
export function memoryFolderUse(path: string): { readonly bytes: number; readonly files: number } | null {
  try {
    const { type, bsize, blocks, bfree, files, ffree } = statfsSync(path);
    return type === tmpfs ? { bytes: (blocks - bfree) * bsize, files: files - ffree } : null;
  } catch {
    return null;
  }
}

/** TMPFS_MAGIC of linux/magic.h. */
const tmpfs = 0x0102_1994;

/** The process and all that it started, also what lost its parent in a namespace below it. The process comes first. */
export function familyOf(pid: number): readonly number[] {
  const family = [pid];
  for (const member of family) for (const child of childrenOf(member)) family.push(child);
  return family;
}

/** Each thread has its own list of children. */
export function childrenOf(pid: number): readonly number[] {
  return namesIn(`/proc/${pid}/task`).flatMap((thread) =>
    textOf(`/proc/${pid}/task/${thread}/children`)
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

/** Memory that this machine, or the container that we are in, has at all; in bytes. */
export function memoryOfMachine(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** The machine's memory as it is now. */
export type MachineMemory = {
  /** What programs could still get; infinite where nobody says. */
  readonly leftBytes: number;
  /** What nobody could get any more, also what was swapped out: no program holds more than this. */
  readonly takenBytes: number;
};

export function machineMemory(): MachineMemory {
  const text = textOf('/proc/meminfo');
  const kibibytes = (name: string): number => kibibytesOf(text, [name]);
  const left = kibibytes('MemAvailable');
  if (left === 0) return { leftBytes: Number.POSITIVE_INFINITY, takenBytes: Number.POSITIVE_INFINITY };
  const swapped = kibibytes('SwapTotal') - kibibytes('SwapFree');
  return { leftBytes: left * 1024, takenBytes: (kibibytes('MemTotal') - left + swapped) * 1024 };
}

function kibibytesIn(file: string, names: readonly string[]): number {
  return kibibytesOf(textOf(file), names);
}

function kibibytesOf(text: string, names: readonly string[]): number {
  return sum(names, (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0));
}

function sum<Value>(values: readonly Value[], of: (value: Value) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}

// What has ended meanwhile has no file any more.
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
