import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SandboxError } from '../../errors.ts';
import type { CommandRun } from '../../core/results/test-report.ts';
import type { CommandRequest, Sandbox } from '../../ports/sandbox.ts';
import {
  createArguments,
  killArguments,
  removeArguments,
  startArguments,
  usersOf,
  type Container,
} from './docker-argv.ts';
import { copyOutput } from './copy-output.ts';
import { askEngine, type DockerClient } from './docker-client.ts';
import { knownEnd } from './known-end.ts';
import { channelBytes } from './limits.ts';
import { readSandboxOutput } from './read-output.ts';

/** Docker on this machine with its image fetched, before the self-attack has tested it. */
export type Docker = Omit<Container, 'name' | 'channel' | 'users'> & {
  readonly client: DockerClient;
  readonly temporaryRoot: string;
};

/** Whether docker can be used: the engine's version, or why not. */
export type DockerReadiness =
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'unusable'; readonly why: string };

const pullTimeoutMs = 600_000;
const clientTimeoutMs = 60_000;
const killTimeoutMs = 20_000;

/**
 * Asks the engine for its version and lets it fetch the image if it is missing, so that no container pulls one later.
 */
export async function readyDocker(client: DockerClient, image: string): Promise<DockerReadiness> {
  const engine = await askEngine(client);
  if (engine.kind !== 'answers') return { kind: 'unusable', why: engine.why };
  const inspected = await client.run({ words: ['image', 'inspect', image], timeoutMs: clientTimeoutMs });
  if (succeeded(inspected)) return { kind: 'ready', version: engine.version };
  const pulled = await client.run({ words: ['pull', '--quiet', image], timeoutMs: pullTimeoutMs });
  if (succeeded(pulled)) return { kind: 'ready', version: engine.version };
  return { kind: 'unusable', why: `its image could not be fetched: ${lastLine(pulled)}` };
}

/** Runs commands in containers. `isolation` is what the probes found. */
export function dockerSandbox(docker: Docker, isolation: Sandbox['isolation']): Sandbox {
  return { level: 'docker', isolation, run: (request) => runInDocker(docker, request) };
}

/**
 * Runs one command in its own container, which is removed afterwards. Throws SandboxError when the command never
 * began.
 */
export async function runInDocker(docker: Docker, request: CommandRequest): Promise<CommandRun> {
  const name = `spec-portability-${randomUUID()}`;
  const users = usersOf(request.view, docker.user);
  await using channel = await openChannel(docker.temporaryRoot, users);
  await create(docker, request, { ...docker, name, channel: channel.path, users: channel.users });
  using beginning = channel.watchBeginning();
  const { view, timeoutMs, signal, turn = (task) => task() } = request;
  const run = await turn(async () => {
    try {
      return await docker.client.run({ words: startArguments(name), timeoutMs, signal });
    } finally {
      await remove(docker.client, name);
    }
  });
  const output = readSandboxOutput(await channel.read(channelBytes(view)), view.mostReportBytes);
  if (!output.begun && !beginning.isSeen() && mayHaveFailedToBegin(run))
    throw new SandboxError(`the container did not begin (${run.end.kind}): ${lastLine(run)}`);
  await copyOutput(view, output);
  return { ...run, end: knownEnd(run.end, output) };
}

// A command can cut the channel, so that the sign of its beginning is gone. But of a code of its own only a command can be
// the cause: these three are the engine's and the script's.
function mayHaveFailedToBegin({ end }: CommandRun): boolean {
  if (end.kind === 'exited') return [125, 126, 127].includes(end.code);
  return end.kind !== 'cancelled';
}

async function create(docker: Docker, request: CommandRequest, container: Container): Promise<void> {
  const words = createArguments(request, container);
  const created = await docker.client.run({ words, timeoutMs: clientTimeoutMs });
  if (succeeded(created)) return;
  await remove(docker.client, container.name);
  throw new SandboxError(`the container could not be made: ${lastLine(created)}`);
}

// Killing the client does not stop the container, so it is killed by its name and then removed. Either may have
// nothing to do.
async function remove(client: DockerClient, name: string): Promise<void> {
  await client.run({ words: killArguments(name), timeoutMs: killTimeoutMs });
  const removed = await client.run({ words: removeArguments(name), timeoutMs: killTimeoutMs });
  if (!succeeded(removed) && !/no such container/i.test(removed.stderr.text))
    throw new SandboxError(`container ${name} could not be removed: ${lastLine(removed)}`);
}

type Channel = AsyncDisposable & {
  readonly path: string;
  /** Beside it: the list of users. */
  readonly users: string;
  readonly read: (mostBytes: number) => Promise<Buffer>;
  /** Looks whether the command began while it still runs. */
  readonly watchBeginning: () => Disposable & { readonly isSeen: () => boolean };
};

async function openChannel(temporaryRoot: string, userList: string): Promise<Channel> {
  const folder = await mkdtemp(join(temporaryRoot, 'spec-portability-channel-'));
  const path = join(folder, 'channel');
  await writeFile(path, '', { flag: 'wx' });
  // Any user inside the container must be able to write it. Outside, the folder keeps it private: only we may enter.
  await chmod(path, 0o622);
  const users = join(folder, 'users');
  await writeFile(users, userList, { flag: 'wx', mode: 0o644 });
  return {
    path,
    users,
    read: async (mostBytes) => ((await stat(path)).size > mostBytes ? Buffer.alloc(0) : readFile(path)),
    watchBeginning: () => {
      let isSeen = false;
      const file = openSync(path, 'r');
      const start = Buffer.alloc(6);
      const timer = setInterval(() => {
        readSync(file, start, 0, 6, 0);
        isSeen ||= start.equals(Buffer.from('begun\n'));
      }, 10);
      const close = (): void => {
        clearInterval(timer);
        closeSync(file);
      };
      return { isSeen: () => isSeen, [Symbol.dispose]: close };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function succeeded({ end }: CommandRun): boolean {
  return end.kind === 'exited' && end.code === 0;
}

function lastLine({ stderr, end }: CommandRun): string {
  return (stderr.text.trim().split('\n').at(-1) ?? '').slice(0, 300) || end.kind;
}
