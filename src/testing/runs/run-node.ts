import { spawn, type ChildProcess } from 'node:child_process';

/** How a program ended and what it printed. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
};

/** A Node program that is running; `startedAt` is the moment of `performance.now()` just before it was started. */
export type Running = {
  readonly child: ChildProcess;
  readonly startedAt: number;
  readonly ended: Promise<Ended>;
};

/** Starts a program with this Node, or another one, with exactly this environment. */
export function startNode(
  argv: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly node?: string;
  },
): Running {
  const startedAt = performance.now();
  const child = spawn(options.node ?? process.execPath, argv, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, ...said, ms: performance.now() - startedAt }),
    );
  });
  return { child, startedAt, ended };
}
