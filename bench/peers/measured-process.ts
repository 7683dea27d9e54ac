import { spawn } from 'node:child_process';
import { peakResident, proportionalSet, statOf, treeOf, waitedCpuMs } from './proc.ts';

/** One run of a program, seen from outside. */
export type Measured = {
  readonly code: number | null;
  readonly output: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly wallMs: number;
  /** User and system time of all its processes. */
  readonly cpuMs: number;
  /** The most memory of any one of its processes, in bytes. */
  readonly largestBytes: number;
  /** The most proportional memory of all of them together, in bytes; 0 where it was not looked at. */
  readonly treeBytes: number;
};

/** What to start, and how closely to look at its memory. */
export type Program = {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Adds up the tree's memory. That takes time, so no clock counts in such a run. */
  readonly withTree: boolean;
};

/** Runs a program to its end. One at a time: its CPU is what this process has waited for in the meantime. */
export async function runMeasured({ argv, cwd, env, withTree }: Program): Promise<Measured> {
  const [program = '', ...rest] = argv;
  const cpuBefore = waitedCpuMs();
  const startedAt = Date.now();
  const begun = performance.now();
  const child = spawn(program, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => void output.push(text));
  const tree = watchTree(child.pid ?? 0, withTree);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  const wallMs = performance.now() - begun;
  const waitedMs = waitedCpuMs() - cpuBefore;
  const { leftMs, seenMs } = tree.stop();
  // What ended as an orphan is in no sum any more, so the last look at all of them together counts.
  const cpuMs = Math.max(waitedMs + leftMs, seenMs);
  return { code, output: output.join(''), startedAt, wallMs, cpuMs, ...tree.peaks() };
}

/** Looks at a process and all below it from time to time. */
function watchTree(
  pid: number,
  withTree: boolean,
): {
  /**
   * Ends it. Processor time of what outlives the program, which nobody here waits for, and of all of them at the last
   * look.
   */
  readonly stop: () => { readonly leftMs: number; readonly seenMs: number };
  readonly peaks: () => Pick<Measured, 'largestBytes' | 'treeBytes'>;
} {
  const peaks = { largestBytes: 0, treeBytes: 0 };
  let last: readonly number[] = [];
  let seenMs = 0;
  const look = (): void => {
    last = treeOf(pid);
    seenMs = Math.max(seenMs, cpuOf(last));
    peaks.largestBytes = Math.max(peaks.largestBytes, ...last.map(peakResident));
    if (!withTree) return;
    const tree = last.reduce((sum, each) => sum + proportionalSet(each), 0);
    peaks.treeBytes = Math.max(peaks.treeBytes, tree);
  };
  const timer = setInterval(look, withTree ? 50 : 200);
  return {
    stop: () => {
      clearInterval(timer);
      return { leftMs: cpuOf(last.filter((each) => each !== pid)), seenMs };
    },
    peaks: () => peaks,
  };
}

function cpuOf(pids: readonly number[]): number {
  return pids.map(statOf).reduce((sum, stat) => sum + (stat === null ? 0 : stat.own + stat.children), 0);
}
