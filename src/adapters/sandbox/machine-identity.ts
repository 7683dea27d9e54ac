import { readFileSync, readlinkSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { arch, release, version } from 'node:os';
import { ownUser } from '../process/environment.ts';
import { realProgram } from './programs/find-programs.ts';

/** Programs that make the sandbox, or that its attacks start. */
const programs = ['bwrap', 'perl', 'setpriv', 'prlimit', 'slirp4netns', 'unshare', 'sudo', 'node'];

/**
 * What decides how bubblewrap works for us, besides what is shown in it: this start of this kernel, our user with its
 * rights, our namespaces, and the programs on PATH. JSON; different after any change of these.
 */
export async function machineIdentity(path: string): Promise<unknown> {
  const found = [];
  for (const name of programs) found.push(await identityOf(await realProgram(name, path)));
  return {
    boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
    kernel: [arch(), release(), version(), ...switches.map(textOf)],
    user: [ownUser(), rightsIn(textOf('/proc/self/status')), textOf('/proc/self/attr/current')],
    limits: textOf('/proc/self/limits'),
    namespaces: ['mnt', 'net', 'pid', 'user'].map((name) => readlinkSync(`/proc/self/ns/${name}`)),
    programs: [...found, await identityOf('/bin/bash')],
  };
}

const switches = [
  '/proc/sys/user/max_user_namespaces',
  '/proc/sys/kernel/unprivileged_userns_clone',
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
  '/proc/sys/kernel/yama/ptrace_scope',
];

/** What changes with every write to a file, and cannot be set back; null where there is no file. */
async function identityOf(path: string | null): Promise<readonly string[] | null> {
  if (path === null) return null;
  const { dev, ino, size, mtimeNs, ctimeNs, mode, uid } = await stat(path, { bigint: true });
  return [path, ...[dev, ino, size, mtimeNs, ctimeNs, mode, uid].map(String)];
}

// The other lines tell of this one process.
function rightsIn(status: string | null): readonly string[] {
  return (status ?? '').split('\n').filter((line) => /^(?:Groups|Cap|NoNewPrivs|Seccomp)/.test(line));
}

/** null where this kernel has no such file, or it cannot be read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
