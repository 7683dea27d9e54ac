import { readdirSync, readFileSync } from 'node:fs';

/** Processor milliseconds of all processes that this one has waited for, and of those that they waited for. */
export function waitedCpuMs(): number {
  const stat = statOf('self');
  return stat === null ? 0 : stat.children;
}

/** Processor milliseconds of one process: its own, and of those that it waited for. Null when it is gone. */
export function statOf(pid: number | 'self'): { readonly own: number; readonly children: number } | null {
  const text = readOrNull(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The name in parentheses may hold anything.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = fields.slice(11, 15);
  return { own: (user + system) * tickMs, children: (waitedUser + waitedSystem) * tickMs };
}

// Linux counts in hundredths of a second on every machine that Node runs on.
const tickMs = 10;

/** A process and all below it. */
export function treeOf(pid: number): readonly number[] {
  const found = [pid];
  for (const each of found) found.push(...childrenOf(each));
  return found;
}

function childrenOf(pid: number): readonly number[] {
  return tasksOf(pid).flatMap((task) =>
    (readOrNull(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  );
}

function tasksOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** The most memory that one process ever had resident, in bytes. */
export function peakResident(pid: number): number {
  return bytesIn(readOrNull(`/proc/${pid}/status`), 'VmHWM');
}

/** The memory of a process in which each shared page counts in parts, in bytes. */
export function proportionalSet(pid: number): number {
  return bytesIn(readOrNull(`/proc/${pid}/smaps_rollup`), 'Pss');
}

/** A line such as `Pss:  12 kB` of a file in /proc, in bytes; 0 without it. */
export function bytesIn(text: string | null, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text ?? '')?.[1] ?? 0) * 1024;
}

// A process may end between two reads.
function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
