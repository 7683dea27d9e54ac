import type { CommandRequest, View } from '../../ports/sandbox.ts';
import type { Allowance } from './watch-memory.ts';

const mebibyte = 1024 * 1024;

/**
 * What a test command may use. The folders with a size limit lie in memory, so their sum is the most that a hostile
 * command can take.
 */
export const limits = {
  processes: 256,
  openFiles: 4096,
  fileBytes: 64 * mebibyte,
  /** Per process, through RLIMIT_DATA: Node reserves far more address space than it uses. */
  dataBytes: 2048 * mebibyte,
  treeBytes: 512 * mebibyte,
  /** Of a folder that is mounted only so that it cannot be renamed away from around a protected file. */
  folderBytes: 128 * mebibyte,
  homeBytes: 64 * mebibyte,
  sharedMemoryBytes: 64 * mebibyte,
  temporaryBytes: 256 * mebibyte,
  /** TMPDIR, where build caches (Go, Cargo) lie. */
  buildBytes: 1024 * mebibyte,
  reportsBytes: 64 * mebibyte,
  /** Number of files that are copied out after a command: each process that runs tests writes one. */
  outputFiles: 512,
} as const;

/** Where an agent may use more: Copilot unpacks itself into HOME, and opencode reserves about 2 GiB. */
const agentLimits = {
  fileBytes: 512 * mebibyte,
  dataBytes: 8192 * mebibyte,
  homeBytes: 512 * mebibyte,
} as const;

/** The limits of a command that is not a setup. */
export function limitsOf(purpose: CommandRequest['purpose']): Pick<
  typeof limits,
  'processes' | 'openFiles'
> & {
  readonly fileBytes: number;
  readonly dataBytes: number;
  readonly homeBytes: number;
} {
  return purpose === 'agent' ? { ...limits, ...agentLimits } : limits;
}

/** What all processes and folders of a test command may use together, on a machine with this much memory. */
export function allowanceOn(machineBytes: number): Allowance {
  return {
    memoryBytes: Math.min(4096 * mebibyte, Math.floor(0.6 * machineBytes)),
    files: 400_000,
    leftBytes: Math.min(512 * mebibyte, Math.floor(0.05 * machineBytes)),
  };
}

/** The largest file that a command may write; also through the channel, where a report is a third longer. */
export function largestFileBytes({ mostReportBytes }: Pick<View, 'mostReportBytes'>): number {
  return Math.max(limits.fileBytes, 2 * mostReportBytes);
}

/** Size of the folder for reports. */
export function reportsFolderBytes({ mostReportBytes }: Pick<View, 'mostReportBytes'>): number {
  return Math.max(limits.reportsBytes, 2 * mostReportBytes);
}

/** The most that is read of what a command sends out. */
export function channelBytes(view: Pick<View, 'mostReportBytes'>): number {
  return 2 * largestFileBytes(view);
}
