import { arch } from 'node:os';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { refusedCallNumbers } from './seccomp-filters.ts';

/** Words of a program that leaves something of our job behind and then becomes the program whose words follow. */
export type OwnSession = {
  /** Leaves our session keyring for a new, empty one. */
  readonly keyring: readonly string[];
  /** Also leaves the abstract sockets of the machine, for commands that share its network; null where that is not possible. */
  readonly keyringAndSockets: readonly string[] | null;
};

/** What works on this machine. Without perl nothing does: then only the filter of system calls guards the keyrings. */
export async function ownSession(path: string): Promise<OwnSession> {
  const numbers = refusedCallNumbers[arch()];
  if (numbers === undefined) return { keyring: [], keyringAndSockets: null };
  // KEYCTL_JOIN_SESSION_KEYRING without a name.
  const join = `syscall(${numbers['keyctl']}, 1, 0) >= 0 or exit 97;`;
  const [keyring, both] = [perl(join), perl(`${join} ${leaveSockets(arch())}`)];
  const [hasKeyring, hasBoth] = [await works(path, keyring), await works(path, both)];
  return { keyring: hasKeyring ? keyring : [], keyringAndSockets: hasBoth ? both : null };
}

/**
 * Landlock since Linux 6.12: a ruleset without files and ports whose scope is abstract sockets. The calls have the same
 * numbers on both machines, but for prctl(PR_SET_NO_NEW_PRIVS).
 */
function leaveSockets(machine: string): string {
  const prctl = machine === 'arm64' ? 167 : 157;
  return `my $rules = pack("QQQ", 0, 0, 1); my $set = syscall(444, $rules, 24, 0); $set >= 0 or exit 97; syscall(${prctl}, 38, 1, 0, 0, 0) == 0 or exit 97; syscall(446, $set, 0) == 0 or exit 97;`;
}

function perl(calls: string): readonly [string, ...string[]] {
  return ['perl', '-e', `${calls} exec { $ARGV[0] } @ARGV; exit 97`];
}

async function works(path: string, words: readonly [string, ...string[]]): Promise<boolean> {
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
