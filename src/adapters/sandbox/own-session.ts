import { arch } from 'node:os';
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

/** Tries what works on this machine. Without perl only the filter of system calls guards the keyrings. */
export async function trySession(path: string): Promise<SessionWays> {
  const { apart, withoutSockets } = ownSession('keyring and sockets');
  if (withoutSockets === null || !(await works(path, apart(2)))) return 'none';
  return (await works(path, withoutSockets(2))) ? 'keyring and sockets' : 'keyring';
}

/** How a command leaves it where this works. */
export function ownSession(ways: SessionWays): OwnSession {
  const numbers = refusedCallNumbers[arch()];
  if (numbers === undefined || ways === 'none') return { apart: closeDescriptorsAbove, withoutSockets: null };
  // KEYCTL_JOIN_SESSION_KEYRING without a name.
  const leave = `syscall(${numbers['keyctl']}, 1, 0) >= 0 or exit 97;`;
  return {
    apart: (last) => perl(`${closeAbove(last)} ${leave}`),
    withoutSockets:
      ways === 'keyring' ? null : (last) => perl(`${closeAbove(last)} ${leave} ${leaveSockets(arch())}`),
  };
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
  const prctl = machine === 'arm64' ? 167 : 157;
  return `my $rules = pack("QQQ", 0, 0, 1); my $set = syscall(444, $rules, 24, 0); $set >= 0 or exit 97; syscall(${prctl}, 38, 1, 0, 0, 0) == 0 or exit 97; syscall(446, $set, 0) == 0 or exit 97;`;
}

function perl(calls: string): Leaving {
  return ['perl', '-e', `${calls} exec { $ARGV[0] } @ARGV; exit 97`];
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
