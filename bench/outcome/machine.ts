import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, release, tmpdir, totalmem, type } from 'node:os';
import { basename } from 'node:path';
import type { OutcomeFile } from './outcome-file.ts';

/** The machine on which a bench runs, as far as figures depend on it. */
export function machine(): OutcomeFile['machine'] {
  return {
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    // What follows is the provider's own.
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    ...filesOf(tmpdir()),
  };
}

/**
 * The file system of a folder; nothing where `findmnt` is missing. ext4 is named with its journal: without one it looks at every
 * inode that was deleted in the last minutes before it makes a file, which can cost more than all else.
 */
function filesOf(folder: string): { readonly files?: string } {
  try {
    const words = ['--noheadings', '--first-only', '--output', 'FSTYPE,SOURCE', '--target', folder];
    const [kind = '', source = ''] = execFileSync('findmnt', words, { encoding: 'utf8' }).trim().split(/\s+/);
    if (kind !== 'ext4') return { files: kind };
    const device = basename(source.replace(/\[.*$/, ''));
    const hasJournal = readdirSync('/proc/fs/jbd2').some((name) => name.startsWith(`${device}-`));
    return { files: `ext4 ${hasJournal ? 'with' : 'without'} a journal` };
  } catch {
    return {};
  }
}
