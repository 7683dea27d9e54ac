import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

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

// The bundle is started hundreds of times by the suites under e2e/; what V8 compiled of it once is kept beside it, which saves a
// tenth of the processor time of a check.
const dist = process.env['SPEC_PORTABILITY_TEST_BUNDLE'];
const compiled = dist === undefined ? {} : { NODE_COMPILE_CACHE: join(dist, '../compiled') };

/** Starts a program with this Node, or another one, with exactly this environment, and a place for compiled code in e2e/. */
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
    env: { ...compiled, ...options.env },
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
