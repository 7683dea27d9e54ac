import { atOnce } from '../../core/at-once.ts';
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  realpath,
  rm,
  unlink,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { SandboxError } from '../../errors.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { Bound, CommandRequest } from '../../ports/sandbox.ts';
import { runCommand } from '../process/run-command.ts';
import { bubblewrapArguments, limitArguments } from './bubblewrap-arguments.ts';
import { copyOutput } from './copy-output.ts';
import { closeDescriptors, innerProgram } from './inner-script.ts';
import { channelBytes } from './limits.ts';
import type { Machine } from './machine.ts';
import { readSandboxOutput } from './read-output.ts';

/** Bubblewrap on this machine, before the self-attack has tested it. */
export type Bubblewrap = {
  readonly machine: Machine;
  /** A folder of ours. If we are root, user 65534 may read it. */
  readonly folder: string;
  /** We are root. The kernel does not count the limits of other users for root, so commands run as nobody. */
  readonly isRoot: boolean;
  readonly path: string;
};

/**
 * Runs one command in its own sandbox and copies its report files out. Throws SandboxError when the command never
 * began.
 */
export async function runInBubblewrap(wrap: Bubblewrap, request: CommandRequest): Promise<CommandRun> {
  const { purpose, view } = request;
  if (request.signal.aborted) return cancelled;
  const environment = { ...wrap.machine.variables, ...caches(request), ...request.environment };
  const options = bubblewrapArguments({ purpose, view, environment }, wrap.machine);
  await using report = await openReport(wrap.folder);
  await using sealed = await sealedFile(wrap.folder, `${options.join('\0')}\0`);
  if (purpose === 'setup' && wrap.isRoot) await giveToNobody(wrap, request);
  const cpuSeconds = Math.ceil(request.timeoutMs / 1000) * Math.max(2, wrap.machine.cores);
  const run = await runCommand({
    argv: [
      ...closeDescriptors,
      ...(wrap.isRoot ? asNobody : []),
      ...['bwrap', '--args', '4', '--', 'prlimit', ...limitArguments({ purpose, view }, cpuSeconds), '--'],
      ...innerProgram(request),
    ],
    directory: '/',
    environment: { PATH: wrap.path },
    descriptors: [report.inside.fd, sealed.fd],
    timeoutMs: request.timeoutMs,
    signal: request.signal,
    graceMs: 10_000,
  });
  const output = readSandboxOutput(await report.read(channelBytes(view)), view.mostReportBytes);
  if (!output.begun && run.end.kind !== 'cancelled') throw new SandboxError(whyNotBegun(run));
  await copyOutput(view, output);
  return run;
}

const asNobody = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups', '--no-new-privs'];

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

// For tests only: at setup the compiled files would be lost.
function caches({ purpose, view }: CommandRequest): Readonly<Record<string, string>> {
  if (purpose === 'setup') return {};
  const at = (name: string): string => join(view.temporary, name);
  return { XDG_CACHE_HOME: at('cache'), GOCACHE: at('go-build'), CARGO_TARGET_DIR: at('cargo-target') };
}

function whyNotBegun(run: CommandRun): string {
  const said = run.stderr.text.trim().split('\n').slice(-3).join(' ').slice(0, 400);
  return `the sandbox could not be set up (${endOf(run)}): ${said}`;
}

function endOf({ end }: CommandRun): string {
  return end.kind === 'exited' ? `code ${end.code}` : end.kind;
}

type Report = AsyncDisposable & {
  readonly inside: FileHandle;
  readonly read: (mostBytes: number) => Promise<Buffer>;
};

/** The file has no name, so only the descriptors reach it. */
async function openReport(folder: string): Promise<Report> {
  const path = join(folder, `report-${randomUUID()}`);
  const outside = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, 0o600);
  const inside = await open(path, constants.O_WRONLY | constants.O_APPEND);
  await unlink(path);
  return {
    inside,
    read: async (mostBytes) => {
      const { size } = await outside.stat();
      const most = Math.min(size, mostBytes);
      const { buffer, bytesRead } = await outside.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.asyncDispose]: async () => {
      await atOnce([outside, inside], (file) => file.close());
    },
  };
}

async function sealedFile(folder: string, text: string): Promise<FileHandle> {
  const path = join(folder, `arguments-${randomUUID()}`);
  await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  const file = await open(path, constants.O_RDONLY);
  await unlink(path);
  return file;
}

/** The folder with the files that bubblewrap gets. */
export type SandboxFolder = AsyncDisposable & {
  readonly folder: string;
  readonly identity: readonly Bound[];
};

/**
 * Creates the folder, readable by the user that bubblewrap runs as, with the lists of users and hosts that tests may
 * see.
 */
export async function makeSandboxFolder(temporaryRoot: string): Promise<SandboxFolder> {
  await mkdir(temporaryRoot, { recursive: true });
  const folder = await mkdtemp(join(await realpath(temporaryRoot), 'spec-portability-sandbox-'));
  await chmod(folder, 0o755);
  const identity: Bound[] = [];
  for (const [name, text] of Object.entries(identityFiles)) {
    await writeFile(join(folder, name), text, { mode: 0o644 });
    identity.push({ from: join(folder, name), to: `/etc/${name}` });
  }
  return {
    folder,
    identity,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

const identityFiles = {
  passwd: 'sandbox:x:65534:65534:sandbox:/tmp:/bin/sh\n',
  group: 'sandbox:x:65534:\n',
  hosts: '127.0.0.1 localhost sandbox\n::1 localhost\n',
  'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
} as const;
