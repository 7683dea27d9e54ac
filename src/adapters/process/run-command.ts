import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { CommandRun } from '../../core/results/test-report.ts';
import { Descendants, tagName } from './descendants.ts';
import { findProgram } from './find-program.ts';
import { OutputRing } from './output-ring.ts';
import { killWhenWeExit } from './kill-when-we-exit.ts';
import { bytesWithoutSecrets } from './secrets.ts';

/** A program to run to its end. `environment` is complete; nothing is inherited. */
export type Command = {
  readonly argv: readonly [string, ...string[]];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** File descriptors of ours that it inherits as 3, 4 and so on. */
  readonly descriptors?: readonly number[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Bytes kept of each stream, half from its start and half from its end. Default: 1 MiB. */
  readonly outputCapBytes?: number;
  /** Looked at often while it runs: ends the command by what it says, unless that is null. */
  readonly watch?: (pid: number) => CommandRun['end'] | null;
  /** How long the pipes may take to close after every process is dead. Default: 1 s. */
  readonly graceMs?: number;
};

/** The program could not be started at all: it or the folder does not exist, or it may not be run. */
export class CommandNotStartedError extends Error {
  override readonly name = 'CommandNotStartedError';
}

type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

const defaultCapBytes = 1024 * 1024;
const defaultGraceMs = 1000;
/** A longer timer would fire at once (Node keeps 31 bits). */
const longestTimerMs = 2 ** 31 - 1;
const lookEveryMs = 100;

/** Runs a program without input. It ends in time and leaves no process behind, whatever its children do. */
export async function runCommand(command: Command): Promise<CommandRun> {
  const started = performance.now();
  if (command.signal.aborted) return cancelledBeforeStart();
  const tag = randomUUID();
  const child = start(command, tag);
  const stdout = collect(child.stdout, command.outputCapBytes);
  const stderr = collect(child.stderr, command.outputCapBytes);
  if (child.pid === undefined) throw await whyNotStarted(child, command);
  const closed = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const descendants = new Descendants(child.pid, tag);
  using _ = killWhenWeExit(descendants);
  const end = await firstEnd(child, command);
  const durationMs = performance.now() - started;
  const allDied = await descendants.killAll();
  await closedOrGivenUp(child, closed, command.graceMs ?? defaultGraceMs);
  const [said, saidWrong] = [stdout(), stderr()];
  if (!allDied) saidWrong.push(Buffer.from('\n[a process of this command could not be killed]\n'));
  return { end, stdout: said.clipped(), stderr: saidWrong.clipped(), durationMs };
}

function cancelledBeforeStart(): CommandRun {
  const nothing = { text: '', droppedBytes: 0 };
  return { end: { kind: 'cancelled' }, stdout: nothing, stderr: nothing, durationMs: 0 };
}

function start(command: Command, tag: string): Child {
  const [program, ...rest] = command.argv;
  try {
    const child = spawn(findProgram(program, command.environment['PATH']), rest, {
      argv0: program,
      cwd: command.directory,
      env: { ...command.environment, [tagName]: tag },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', ...(command.descriptors ?? [])],
    });
    if (!hasPipes(child)) throw new Error('a child was started without pipes');
    return child;
  } catch (cause) {
    throw new CommandNotStartedError(`could not start ${program}`, { cause });
  }
}

function hasPipes(child: ChildProcess): child is Child {
  return child.stdout !== null && child.stderr !== null;
}

async function whyNotStarted(child: Child, command: Command): Promise<CommandNotStartedError> {
  const [cause] = await once(child, 'error');
  return new CommandNotStartedError(`could not start ${command.argv[0]} in ${command.directory}`, { cause });
}

/** Keeps what the stream says; what it has said is given when nothing more will come. */
function collect(stream: Readable, capBytes = defaultCapBytes): () => OutputRing {
  const ring = new OutputRing(capBytes);
  // Before anything is cut: a half of a key would not be recognised.
  const cleaned = bytesWithoutSecrets();
  stream.on('data', (chunk: Buffer) => ring.push(cleaned.push(chunk)));
  // A stream reports an error when we destroy it or its writer is killed. What was read before counts.
  stream.on('error', () => undefined);
  return () => {
    ring.push(cleaned.end());
    return ring;
  };
}

function firstEnd(child: Child, command: Command): Promise<CommandRun['end']> {
  return new Promise((resolve) => {
    const settle = (end: CommandRun['end']): void => {
      clearTimeout(timer);
      clearInterval(looking);
      command.signal.removeEventListener('abort', cancel);
      resolve(end);
    };
    const cancel = (): void => settle({ kind: 'cancelled' });
    const timer = setTimeout(
      () => settle({ kind: 'timed-out' }),
      Math.min(command.timeoutMs, longestTimerMs),
    );
    const look = (): void => {
      const end = child.pid === undefined ? null : (command.watch?.(child.pid) ?? null);
      if (end !== null) settle(end);
    };
    const looking = command.watch === undefined ? undefined : setInterval(look, lookEveryMs);
    command.signal.addEventListener('abort', cancel, { once: true });
    // `exit`, not `close`: `close` waits for every grandchild that holds stdout.
    child.once('exit', (code, signal) =>
      settle(code === null ? { kind: 'killed', signal: signal ?? 'unknown' } : { kind: 'exited', code }),
    );
  });
}

async function closedOrGivenUp(child: Child, closed: Promise<void>, graceMs: number): Promise<void> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), graceMs);
  const aborted = new Promise<void>((resolve) => {
    giveUp.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([closed, aborted]);
  clearTimeout(timer);
  child.stdout.destroy();
  child.stderr.destroy();
  child.unref();
}
