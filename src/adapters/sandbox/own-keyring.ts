import { arch } from 'node:os';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';
import { refusedCallNumbers } from './seccomp-filters.ts';

/**
 * A program that leaves the session keyring of our job for a new, empty one, and then becomes the program whose words
 * follow. Empty where there is no perl: then the filter of system calls alone keeps keyrings out of reach.
 */
export async function ownKeyring(path: string): Promise<readonly string[]> {
  const number = refusedCallNumbers[arch()]?.['keyctl'];
  if (number === undefined) return [];
  // KEYCTL_JOIN_SESSION_KEYRING without a name.
  const words = ['perl', '-e', `syscall(${number}, 1, 0) >= 0 or exit 97; exec { $ARGV[0] } @ARGV`] as const;
  try {
    const { end } = await runCommand({
      argv: [...words, 'true'],
      directory: '/',
      environment: { PATH: path },
      timeoutMs: 5000,
      signal: new AbortController().signal,
    });
    return end.kind === 'exited' && end.code === 0 ? words : [];
  } catch (error) {
    if (error instanceof CommandNotStartedError) return [];
    throw error;
  }
}
