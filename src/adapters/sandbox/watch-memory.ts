import type { CommandRun } from '../../core/results/test-report.ts';
import {
  childrenOf,
  familyOf,
  machineMemory,
  memoryFolderUse,
  roughMemory,
  sharedMemory,
} from '../process/memory-use.ts';
import type { ReportChannel } from './report-channel.ts';

/** What the processes of one command may use together. */
export type Allowance = {
  readonly memoryBytes: number;
  readonly files: number;
  /** Below this, the machine itself is about to run out of memory. */
  readonly leftBytes: number;
};

/**
 * Says whether a command that has begun must end because of what its processes and its folders in memory use together.
 * The kernel limits each of them, but only control groups, which belong to the machine's owner, limit their sum.
 */
export function watchMemory(
  folders: readonly string[],
  allowed: Allowance,
  channel: Pick<ReportChannel, 'isEmpty'>,
): (pid: number) => CommandRun['end'] | null {
  let hasBegun = false;
  return (pid) => {
    // Only what is ours runs before the command begins, and at first it sees the machine's own folders, which may hold much.
    hasBegun ||= !channel.isEmpty();
    if (!hasBegun) return null;
    // Nobody knows who took it: so this looks like what the kernel does then, and is not yet held against the code.
    const machine = machineMemory();
    if (machine.leftBytes < allowed.leftBytes) return { kind: 'killed', signal: 'SIGKILL' };
    const inFolders = useOf(pid, folders);
    if (inFolders.files > allowed.files) return { kind: 'over-limit', limit: 'files' };
    // So one command cannot have more; to ask each of its processes takes far longer.
    if (machine.takenBytes <= allowed.memoryBytes) return null;
    const held = inFolders.bytes + inFolders.files * bytesOfOneFile;
    const family = familyOf(pid);
    const isOver =
      held + roughMemory(family) > allowed.memoryBytes && held + sharedMemory(family) > allowed.memoryBytes;
    return isOver ? { kind: 'over-limit', limit: 'memory' } : null;
  };
}

/** An empty file takes about this much of the kernel's own memory, which the size of its folder does not show. */
const bytesOfOneFile = 1024;

// Bubblewrap's child is the first process that sees the folders of the sandbox.
function useOf(pid: number, folders: readonly string[]): { readonly bytes: number; readonly files: number } {
  let [bytes, files] = [0, 0];
  const [first] = childrenOf(pid);
  for (const folder of first === undefined ? [] : folders) {
    const use = memoryFolderUse(`/proc/${first}/root${folder}`);
    bytes += use?.bytes ?? 0;
    files += use?.files ?? 0;
  }
  return { bytes, files };
}
