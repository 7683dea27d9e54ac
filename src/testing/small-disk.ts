import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory that is soon full, or read-only; disposing removes it. */
export function smallDisk(kilobytes: number): { readonly path: string; makeReadOnly(): void } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path], { stdio: 'pipe' });
  return {
    path,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
    [Symbol.dispose]: () => {
      // Lazily, because a process that has just ended may still hold it.
      execFileSync('umount', ['-l', path]);
      rmdirSync(path);
    },
  };
}

/** Why there can be no such disk here, or null: only root may mount one, and not in every container. */
export function whyNoSmallDisk(): string | null {
  try {
    using _disk = smallDisk(64);
    return null;
  } catch (error) {
    return `no disk can be mounted here (${String(error).split('\n')[0]})`;
  }
}
