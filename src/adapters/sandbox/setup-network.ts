import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandRun } from '../../core/results/test-report.ts';
import { CleanUp } from '../process/clean-up.ts';
import { CommandNotStartedError, runCommand } from '../process/run-command.ts';

/** Where a setup with a network of its own is started. */
export type NetworkPlace = {
  /** A folder of ours. */
  readonly folder: string;
  readonly path: string;
  readonly isRoot: boolean;
  readonly signal: AbortSignal;
};

/** Starts the sandbox behind these words, with these descriptors as 7 and 8; ends it when the signal says so. */
type Start = (
  words: readonly string[],
  descriptors: readonly number[],
  signal: AbortSignal,
) => Promise<CommandRun>;

/** The resolver of `slirp4netns`, which passes questions on to that of the machine. */
export const resolver = 'nameserver 10.0.2.3\n';

/**
 * Runs a command in a network namespace of its own, which a program of ours connects with the network but not with the
 * loopback address of the machine. Abstract sockets belong to a network namespace, so those of the machine are out of
 * reach too. Null if that does not work here; then the command did not begin.
 */
export async function inOwnNetwork(place: NetworkPlace, start: Start): Promise<CommandRun | null> {
  await using stack = new CleanUp();
  const files = await openFiles(place, stack);
  const given = new AbortController();
  const running = start(
    outerWords,
    [files.about.fd, files.gate.fd],
    AbortSignal.any([place.signal, given.signal]),
  );
  // Whatever happens below, the command has ended when we return.
  stack.defer(async () => {
    given.abort();
    await running.catch(() => undefined);
  });
  const pid = await orNull(running, () => childPid(files.aboutPath));
  if (pid === null) return null;
  const network = connect(place, { pid, ...files });
  stack.defer(async () => {
    network.stop();
    await network.ended;
  });
  if ((await orNull(network.ended, () => isReady(files.readyPath))) === null) return null;
  await files.gate.write('x');
  return await running;
}

/** A sandbox around the sandbox: its only purpose is the network namespace. It waits until it may go on. */
const outerWords = [
  ...['bwrap', '--unshare-user', '--unshare-net', '--die-with-parent', '--dev-bind', '/', '/'],
  ...['--info-fd', '7', '--block-fd', '8', '--'],
];

type Files = Awaited<ReturnType<typeof openFiles>>;

async function openFiles(place: NetworkPlace, stack: CleanUp) {
  const at = (name: string): string => join(place.folder, `${name}-${randomUUID()}`);
  const paths = {
    aboutPath: at('about'),
    readyPath: at('ready'),
    gatePath: at('gate'),
    holdPath: at('hold'),
  };
  stack.defer(async () => {
    for (const path of Object.values(paths)) await unlink(path).catch(() => undefined);
  });
  await runCommand({
    argv: ['mkfifo', '-m', '600', paths.gatePath, paths.holdPath],
    directory: '/',
    environment: { PATH: place.path },
    timeoutMs: 5000,
    signal: new AbortController().signal,
  });
  const about = stack.use(await open(paths.aboutPath, 'wx'));
  const ready = stack.use(await open(paths.readyPath, 'wx'));
  const gate = stack.use(await open(paths.gatePath, 'r+'));
  const held = stack.use(await open(paths.holdPath, constants.O_RDONLY | constants.O_NONBLOCK));
  // While we live there is somebody who could write; when there is none, the program of the network ends.
  stack.use(await open(paths.holdPath, 'w'));
  return { ...paths, about, ready, gate, held };
}

function connect(
  place: NetworkPlace,
  { pid, held, ready }: Files & { readonly pid: number },
): { readonly ended: Promise<unknown>; readonly stop: () => void } {
  const stopping = new AbortController();
  const ended = runCommand({
    argv: [
      ...(['slirp4netns', '--configure', '--mtu=65520', '--disable-host-loopback'] as const),
      // It reads what a setup sends, so as root it gives up all rights after its start. Another user has none to give
      // up, and could not: it would have to become root in a namespace that knows no root.
      ...(place.isRoot ? ['--enable-sandbox'] : []),
      ...['--exit-fd', '3', '--ready-fd', '4', String(pid), 'tap0'],
    ],
    directory: '/',
    environment: { PATH: place.path },
    descriptors: [held.fd, ready.fd],
    timeoutMs: Number.MAX_SAFE_INTEGER,
    signal: stopping.signal,
  }).catch((error: unknown) => {
    if (!(error instanceof CommandNotStartedError)) throw error;
  });
  return { ended, stop: () => stopping.abort() };
}

/** What is found in the end; null if the other one ends before. */
async function orNull<Value>(
  other: Promise<unknown>,
  find: () => Promise<Value | null>,
): Promise<Value | null> {
  let hasEnded = false;
  const end = (): void => void (hasEnded = true);
  other.then(end, end);
  for (;;) {
    const found = await find();
    if (found !== null || hasEnded) return found;
    await sleep(5);
  }
}

async function childPid(path: string): Promise<number | null> {
  const found = /"child-pid": (\d+)/.exec(await readFile(path, 'utf8'))?.[1];
  return found === undefined ? null : Number(found);
}

async function isReady(path: string): Promise<true | null> {
  return (await stat(path)).size > 0 ? true : null;
}
