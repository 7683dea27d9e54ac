import { SandboxError } from '../../errors.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest } from '../../ports/sandbox.ts';
import { findProgram } from '../process/find-program.ts';
import { runCommand } from '../process/run-command.ts';
import {
  bubblewrapArguments,
  cacheVariables,
  limitWords,
  memoryFolders,
  shellPath,
} from './bubblewrap-arguments.ts';
import { copyOutput } from './copy-output.ts';
import { closeDescriptorsAbove, innerProgram } from './inner-script.ts';
import { channelBytes } from './limits.ts';
import { knownEnd } from './known-end.ts';
import type { Machine } from './machine.ts';
import { readSandboxOutput } from './read-output.ts';
import type { OwnSession } from './own-session.ts';
import { openReportChannel, openToRead, sealedFile, type ReportChannel } from './report-channel.ts';
import { inOwnNetwork } from './setup-network.ts';
import { watchMemory, type Allowance } from './watch-memory.ts';

/** Bubblewrap on this machine, before the self-attack has tested it. */
export type Bubblewrap = {
  readonly machine: Machine;
  /** A folder of ours. If we are root, user 65534 may read it. */
  readonly folder: string;
  /** We are root. The kernel does not count the limits of other users for root, so commands run as nobody. */
  readonly isRoot: boolean;
  readonly path: string;
  /** Absolute path of the filter of system calls. */
  readonly filter: string;
  readonly session: OwnSession;
  /** Options that show a setup the resolver of its own network. */
  readonly resolver: readonly string[];
  /** Told when a setup had to share the network of the machine, and what it can reach there. */
  readonly onSharedNetwork: (reaches: string) => void;
  /** What the processes of a test may use together. */
  readonly allowance: Allowance;
};

/**
 * Runs one command in its own sandbox and copies its report files out. Throws SandboxError when the command never
 * began.
 */
export async function runInBubblewrap(wrap: Bubblewrap, request: CommandRequest): Promise<CommandRun> {
  const { purpose, view } = request;
  if (request.signal.aborted) return cancelled;
  using report = openReportChannel(wrap.folder);
  if (purpose === 'setup' && wrap.isRoot) await giveToNobody(wrap, request);
  const cell: Cell = { wrap, request, report };
  const run =
    purpose === 'setup'
      ? await runSetup(cell)
      : await start(cell, { ...alone, leave: wrap.session.apart, signal: request.signal });
  const output = readSandboxOutput(await report.read(channelBytes(view)), view.mostReportBytes);
  if (!output.begun && run.end.kind !== 'cancelled') throw new SandboxError(whyNotBegun(run));
  await copyOutput(view, output);
  return { ...run, end: knownEnd(run.end, output) };
}

type Cell = {
  readonly wrap: Bubblewrap;
  readonly request: CommandRequest;
  readonly report: ReportChannel;
};

/** What is around bubblewrap: words before it, and the descriptors that they get as 7 and following. */
type Around = {
  readonly words: readonly string[];
  readonly descriptors: readonly number[];
  readonly leave: OwnSession['apart'];
  /** More options for bubblewrap. */
  readonly options: readonly string[];
  readonly signal: AbortSignal;
};

const alone = { words: [], descriptors: [], options: [] } as const;

/** In a network of its own where that works; otherwise in that of the machine, which is said aloud. */
async function runSetup(cell: Cell): Promise<CommandRun> {
  const { wrap, request } = cell;
  const { apart: leave, withoutSockets } = wrap.session;
  const apart = await inOwnNetwork({ ...wrap, signal: request.signal }, (words, descriptors, signal) =>
    start(cell, { words, descriptors, signal, leave, options: wrap.resolver }),
  );
  if (apart !== null && (apart.end.kind === 'cancelled' || (await hasBegun(cell)))) return apart;
  wrap.onSharedNetwork(withoutSockets === null ? 'services and abstract sockets' : 'services');
  return start(cell, { ...alone, leave: withoutSockets ?? leave, signal: request.signal });
}

// A machine may allow one sandbox and refuse one within it.
async function hasBegun({ report, request: { view } }: Cell): Promise<boolean> {
  return readSandboxOutput(await report.read(100), view.mostReportBytes).begun;
}

async function start({ wrap, request, report }: Cell, around: Around): Promise<CommandRun> {
  const { purpose, view } = request;
  const environment = { ...wrap.machine.variables, ...cacheVariables(request), ...request.environment };
  const options = [...bubblewrapArguments({ purpose, view, environment }, wrap.machine), ...around.options];
  using sealed = sealedFile(wrap.folder, `${options.join('\0')}\0`);
  using bash = openToRead('/bin/bash');
  using filter = openToRead(wrap.filter);
  const own = [report.inside.fd, sealed.fd, bash.fd, filter.fd];
  const cpuSeconds = Math.ceil(request.timeoutMs / 1000) * Math.max(2, wrap.machine.cores);
  const words = [
    ...(around.words.length === 0 ? [] : [...around.words, ...closeDescriptorsAbove(6)]),
    ...[findProgram('bwrap', wrap.path), '--args', '4', '--'],
    ...innerProgram(request, {
      shell: shellPath,
      limits: limitWords({ purpose, view }, cpuSeconds),
      waits: request.turn !== undefined,
    }),
  ];
  return await runCommand({
    argv: [...around.leave(6 + around.descriptors.length), ...words],
    directory: '/',
    environment: { PATH: wrap.path },
    descriptors: [...own, ...around.descriptors],
    timeoutMs: request.timeoutMs,
    signal: around.signal,
    graceMs: 10_000,
    ...(request.turn === undefined ? {} : { turn: request.turn }),
    ...(purpose !== 'setup' ? { watch: watchMemory(memoryFolders(view), wrap.allowance, report) } : {}),
  });
}

/** A setup runs as nobody, so what it writes into must belong to nobody. */
async function giveToNobody(wrap: Bubblewrap, { view, signal }: CommandRequest): Promise<void> {
  await runCommand({
    argv: ['chown', '-R', '-h', '65534:65534', '--', view.files, view.home, view.temporary],
    directory: '/',
    environment: { PATH: wrap.path },
    timeoutMs: 60_000,
    signal,
  });
}

const nothing = { text: '', droppedBytes: 0 };
const cancelled: CommandRun = {
  end: { kind: 'cancelled' },
  stdout: nothing,
  stderr: nothing,
  durationMs: 0,
};

function whyNotBegun(run: CommandRun): string {
  const said = run.stderr.text.trim().split('\n').slice(-3).join(' ').slice(0, 400);
  return `the sandbox could not be set up (${endOf(run)}): ${said}`;
}

function endOf({ end }: CommandRun): string {
  return end.kind === 'exited' ? `code ${end.code}` : end.kind;
}
