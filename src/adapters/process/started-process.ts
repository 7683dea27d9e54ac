import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A program to start, as the kernel gets it. */
export type Start = {
  /** Path of the file. */
  readonly program: string;
  /** What the program sees as its own name. */
  readonly name: string;
  readonly words: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** File descriptors of ours that it inherits as 3, 4 and so on. */
  readonly descriptors: readonly number[];
  /** Whether it waits for a line on its input; otherwise it has none. */
  readonly waits: boolean;
};

/** How a process ended: exactly one of the two is not null. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A program that runs, as the leader of a session of its own. */
export type StartedProcess = {
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The end of the process itself. Rejects where nobody can know any more how it ended. */
  readonly exited: Promise<Exit>;
  /** The end of its output: every process that held it has ended. */
  readonly closed: Promise<void>;
  /** Gives a program that waits its line. */
  readonly begin: () => void;
  /** Nobody listens any more. */
  readonly release: () => void;
};

/** Starts a program as a child of this process. Throws what the system says where it cannot be started. */
export async function startChild(of: Start): Promise<StartedProcess> {
  const { program, name, words, directory, environment, descriptors, waits } = of;
  const child = spawn(program, words, {
    argv0: name,
    cwd: directory,
    env: environment,
    detached: true,
    stdio: [waits ? 'pipe' : 'ignore', 'pipe', 'pipe', ...descriptors],
  });
  // Whoever has ended before reads no line.
  child.stdin?.on('error', () => undefined);
  const { pid, stdout, stderr } = child;
  if (pid === undefined || stdout === null || stderr === null) throw (await once(child, 'error'))[0];
  return {
    ...{ pid, stdout, stderr },
    exited: new Promise((resolve) => void child.once('exit', (code, signal) => resolve({ code, signal }))),
    closed: new Promise((resolve) => void child.once('close', () => resolve())),
    begin: () => void child.stdin?.end('\n'),
    release: () => {
      child.stdin?.destroy();
      stdout.destroy();
      stderr.destroy();
      child.unref();
    },
  };
}
