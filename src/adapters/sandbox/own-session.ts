import { arch } from 'node:os';
import { findProgram } from '../process/find-program.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { closeDescriptorsAbove } from './inner-script.ts';
import { refusedCallNumbers } from './seccomp-filters.ts';

/** Words of a program that leaves things of our job behind and then becomes the program whose words follow. */
type Leaving = readonly [string, ...string[]];

/** What commands can leave on this machine. */
export const sessionWays = ['none', 'keyring', 'keyring and sockets'] as const;
export type SessionWays = (typeof sessionWays)[number];

/** How a command leaves our session; each is given the last descriptor that the command may have. */
export type OwnSession = {
  /** Closes all other descriptors, and leaves our session keyring for a new, empty one. */
  readonly apart: (lastDescriptor: number) => Leaving;
  /** Also leaves the abstract sockets of the machine, for commands that share its network; null where that is not possible. */
  readonly withoutSockets: ((lastDescriptor: number) => Leaving) | null;
};

/** How commands are started: with the programs of this PATH, and where we are root as user 65534. */
export type StartedAs = { readonly path: string; readonly asNobody: boolean };

/** Tries what works on this machine. Without perl only the filter of system calls guards the keyrings. */
export async function trySession(as: StartedAs): Promise<SessionWays> {
  const { path } = as;
  const { apart, withoutSockets } = ownSession('keyring and sockets', as);
  if (withoutSockets === null || !(await works(path, apart(2)))) return 'none';
  return (await works(path, withoutSockets(2))) ? 'keyring and sockets' : 'keyring';
}

/** How a command leaves it where this works. */
export function ownSession(ways: SessionWays, { path, asNobody }: StartedAs): OwnSession {
  const numbers = refusedCallNumbers[arch()];
  if (numbers === undefined || ways === 'none') {
    const apart: OwnSession['apart'] = (last) =>
      asNobody ? [...setpriv, ...closeDescriptorsAbove(last)] : closeDescriptorsAbove(last);
    return { apart, withoutSockets: null };
  }
  // KEYCTL_JOIN_SESSION_KEYRING without a name.
  const leave = `syscall(${numbers['keyctl']}, 1, 0) >= 0 or exit 97;`;
  const begin = asNobody ? becomeNobody(arch()) : '';
  const perl = (calls: string): Leaving => [
    findProgram('perl', path),
    '-e',
    `${begin} ${calls} exec { $ARGV[0] } @ARGV; exit 97`,
  ];
  return {
    apart: (last) => perl(`${closeAbove(last)} ${leave}`),
    withoutSockets:
      ways === 'keyring' ? null : (last) => perl(`${closeAbove(last)} ${leave} ${leaveSockets(arch())}`),
  };
}

const setpriv = [
  ...(['setpriv', '--reuid', '65534', '--regid', '65534'] as const),
  ...(['--clear-groups', '--no-new-privs'] as const),
] as const;

/** The same without a program of its own: setgroups, setresgid, setresuid and prctl(PR_SET_NO_NEW_PRIVS). */
function becomeNobody(machine: string): string {
  const [groups, group, user] = machine === 'arm64' ? [159, 149, 147] : [116, 119, 117];
  const calls = [
    `${groups}, 0, 0`,
    `${group}, 65534, 65534, 65534`,
    `${user}, 65534, 65534, 65534`,
    `${prctl(machine)}, 38, 1, 0, 0, 0`,
  ];
  return calls.map((call) => `syscall(${call}) == 0 or exit 97;`).join(' ');
}

function prctl(machine: string): number {
  return machine === 'arm64' ? 167 : 157;
}

/** close_range, which has one number on all machines. */
function closeAbove(last: number): string {
  return `syscall(436, ${last + 1}, 4294967295, 0) == 0 or exit 97;`;
}

/**
 * Landlock since Linux 6.12: a ruleset without files and ports whose scope is abstract sockets. The calls have the same
 * numbers on both machines, but for prctl(PR_SET_NO_NEW_PRIVS).
 */
function leaveSockets(machine: string): string {
  return `my $rules = pack("QQQ", 0, 0, 1); my $set = syscall(444, $rules, 24, 0); $set >= 0 or exit 97; syscall(${prctl(machine)}, 38, 1, 0, 0, 0) == 0 or exit 97; syscall(446, $set, 0) == 0 or exit 97;`;
}

async function works(path: string, words: Leaving): Promise<boolean> {
  try {
    const { end } = await runCommand({
      argv: [...words, 'true'],
      directory: '/',
      environment: { PATH: path },
      timeoutMs: 5000,
      signal: new AbortController().signal,
    });
    return end.kind === 'exited' && end.code === 0;
  } catch (error) {
    if (error instanceof CommandNotStartedError) return false;
    throw error;
  }
}
