import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { CommandRun } from '../../core/results/test-report.ts';
import { SandboxError } from '../../errors.ts';
import type { Turn } from '../../ports/sandbox.ts';
import { Descendants, tagName } from './descendants.ts';
import { findProgram } from './find-program.ts';
import { startProcess } from './launcher.ts';
import type { StartedProcess } from './started-process.ts';
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
  /**
   * The program is started at once and waits for a line on its input. It gets the line when its turn has come, and its time
   * counts from then on. Missing: it has no input.
   */
  readonly turn?: Turn;
};

/** The program could not be started at all: it or the folder does not exist, or it may not be run. */
export class CommandNotStartedError extends Error {
  override readonly name = 'CommandNotStartedError';
}

const defaultCapBytes = 1024 * 1024;
const defaultGraceMs = 1000;
/** A longer timer would fire at once (Node keeps 31 bits). */
const longestTimerMs = 2 ** 31 - 1;
const lookEveryMs = 100;

/** Runs a program to its end. It ends in time and leaves no process behind, whatever its children do. */
export async function runCommand(command: Command): Promise<CommandRun> {
  if (command.signal.aborted) return cancelledBeforeStart();
  const tag = randomUUID();
  const child = await start(command, tag);
  const stdout = collect(child.stdout, command.outputCapBytes);
  const stderr = collect(child.stderr, command.outputCapBytes);
  const descendants = new Descendants(child.pid, tag);
  using _ = killWhenWeExit(descendants);
  const toTheEnd = async (): Promise<Ended> => {
    const begun = performance.now();
    if (command.turn !== undefined && !command.signal.aborted) child.begin();
    const end = await firstEnd(child, command);
    const durationMs = performance.now() - begun;
    return { end, durationMs, allDied: await descendants.killAll() };
  };
  const { turn = (task) => task() } = command;
  const { end, durationMs, allDied } = await turn(toTheEnd).catch(async (lost: unknown) => {
    await descendants.killAll();
    child.release();
    throw lost;
  });
  await closedOrGivenUp(child, command.graceMs ?? defaultGraceMs);
  const [said, saidWrong] = [stdout(), stderr()];
  if (!allDied) saidWrong.push(Buffer.from('\n[a process of this command could not be killed]\n'));
  return { end, stdout: said.clipped(), stderr: saidWrong.clipped(), durationMs };
}

type Ended = Pick<CommandRun, 'end' | 'durationMs'> & { readonly allDied: boolean };

function cancelledBeforeStart(): CommandRun {
  const nothing = { text: '', droppedBytes: 0 };
  return { end: { kind: 'cancelled' }, stdout: nothing, stderr: nothing, durationMs: 0 };
}

async function start(command: Command, tag: string): Promise<StartedProcess> {
  const [name, ...words] = command.argv;
  try {
    return await startProcess({
      ...{ name, words, program: findProgram(name, command.environment['PATH']) },
      directory: command.directory,
      environment: { ...command.environment, [tagName]: tag },
      descriptors: command.descriptors ?? [],
      waits: command.turn !== undefined,
    });
  } catch (cause) {
    if (cause instanceof SandboxError) throw cause;
    throw new CommandNotStartedError(`could not start ${name} in ${command.directory}`, { cause });
  }
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

function firstEnd(child: StartedProcess, command: Command): Promise<CommandRun['end']> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      clearInterval(looking);
      command.signal.removeEventListener('abort', cancel);
    };
    const settle = (end: CommandRun['end']): void => {
      stop();
      resolve(end);
    };
    const cancel = (): void => settle({ kind: 'cancelled' });
    const timer = setTimeout(
      () => settle({ kind: 'timed-out' }),
      Math.min(command.timeoutMs, longestTimerMs),
    );
    const look = (): void => {
      const end = command.watch?.(child.pid) ?? null;
      if (end !== null) settle(end);
    };
    const looking = command.watch === undefined ? undefined : setInterval(look, lookEveryMs);
    command.signal.addEventListener('abort', cancel, { once: true });
    if (command.signal.aborted) cancel();
    // `exited`, not `closed`: that waits for every grandchild that holds stdout.
    child.exited.then(
      ({ code, signal }) =>
        settle(code === null ? { kind: 'killed', signal: signal ?? 'unknown' } : { kind: 'exited', code }),
      (error: unknown) => {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

async function closedOrGivenUp({ closed, release }: StartedProcess, graceMs: number): Promise<void> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), graceMs);
  const aborted = new Promise<void>((resolve) => {
    giveUp.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.race([closed, aborted]);
  clearTimeout(timer);
  release();
}
