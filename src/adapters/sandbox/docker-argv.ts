import { dirname, join } from 'node:path';
import { SandboxError } from '../../errors.ts';
import type { Bound, CommandRequest, View } from '../../ports/sandbox.ts';
import { cacheVariables, sourcesOf, writableBytes, writablePath } from './bubblewrap-arguments.ts';
import { innerProgram } from './inner-script.ts';
import { largestFileBytes, limits, reportsFolderBytes } from './limits.ts';

/** One container to be created, besides what the command itself requests. */
export type Container = {
  readonly name: string;
  /** Pinned by its digest. */
  readonly image: string;
  /** Our user on this machine. A setup runs as this user, so that its output belongs to us. */
  readonly user: { readonly uid: number; readonly gid: number };
  /** Absolute path of an empty file that everybody may write; report files are copied out through it. */
  readonly channel: string;
  /** Absolute path of the list of users for this container. */
  readonly users: string;
  /** Absolute path of the runner's tool cache, where setup-node and similar actions install; null elsewhere. */
  readonly toolCache: string | null;
  /** Single files of this machine that commands need (the reporter of node:test). */
  readonly visible: readonly string[];
};

/**
 * Arguments of `docker` that create the container for a command. It is started separately, so that there is always a
 * container to kill.
 */
export function createArguments(request: CommandRequest, container: Container): readonly string[] {
  return [
    ...['create', '--init', '--name', container.name, '--pull', 'never', '--hostname', 'sandbox'],
    // By default the engine would store everything that a command prints on the disk of the host.
    ...['--log-driver', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--cpus', '2', '--ulimit', 'core=0', '--ulimit', `nofile=${limits.openFiles}`],
    ...(request.purpose === 'setup' ? setupArguments(request, container) : testArguments(request)),
    ...[container.toolCache, ...container.visible].flatMap((path) =>
      path === null ? [] : readOnly({ from: path, to: path }),
    ),
    ...readOnly({ from: container.users, to: '/etc/passwd' }),
    ...bind({ from: container.channel, to: channelPath }),
    ...Object.entries({
      ...inHome(request.view),
      ...cacheVariables(request),
      ...request.environment,
    }).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...['--entrypoint', '/bin/bash', container.image],
    ...[
      '-c',
      `exec 3>>${channelPath}; exec "$@"`,
      'sandbox',
      ...innerProgram(request, { shell: '/bin/bash' }),
    ],
  ];
}

// Images of Rust and Go name folders outside of HOME, from which tests would find nothing that setup fetched.
function inHome({ home }: View): Readonly<Record<string, string>> {
  return { CARGO_HOME: join(home, '.cargo'), GOPATH: join(home, 'go') };
}

/** The list of users in a container. Java takes `user.home` from it and not from HOME. */
export function usersOf({ home }: View, { uid, gid }: Container['user']): string {
  const ids = new Map([
    [0, 0],
    [uid, gid],
    [65534, 65534],
  ]);
  return [...ids].map(([id, group]) => `user${id}:x:${id}:${group}::${home}:/bin/sh\n`).join('');
}

/** Arguments of `docker` that start the container and wait for its output. */
export function startArguments(name: string): readonly string[] {
  return ['start', '--attach', name];
}

/** Arguments of `docker` that stop a container at once. */
export function killArguments(name: string): readonly string[] {
  return ['kill', name];
}

/** Arguments of `docker` that remove a container. */
export function removeArguments(name: string): readonly string[] {
  return ['rm', '--force', '--volumes', name];
}

const channelPath = '/.channel';

function testArguments({ view, timeoutMs }: CommandRequest): readonly string[] {
  return [
    ...['--network', 'none', '--read-only', '--user', '65534:65534', '--pids-limit', `${limits.processes}`],
    ...['--memory', '2g', '--memory-swap', '2g', '--shm-size', `${limits.sharedMemoryBytes}`],
    ...['--ulimit', `fsize=${largestFileBytes(view)}`, '--ulimit', `data=${limits.dataBytes}`],
    // If our own process is killed the engine keeps the container, so each of its processes gets a limit on CPU time.
    ...['--ulimit', `cpu=${Math.ceil(timeoutMs / 1000) * 2}`],
    ...memory('/tmp', limits.temporaryBytes),
    ...treeMounts(view),
    ...sourcesOf(view).flatMap((bound) => readOnly(bound)),
    ...view.writable.flatMap((path, index) =>
      readOnly({ from: outsideOf(path, view), to: writablePath(index) }),
    ),
  ];
}

/** As at level `bubblewrap`: a folder around a protected file is a mount, so that it cannot be renamed. */
function treeMounts(view: View): readonly string[] {
  const around = new Set(view.readOnly.flatMap(({ to }) => foldersAround(to, view.root)));
  return [
    ...memory(view.root, limits.treeBytes),
    ...memory(view.home, limits.homeBytes),
    ...memory(view.temporary, limits.buildBytes),
    ...(view.reports === null ? [] : memory(view.reports, reportsFolderBytes(view))),
    ...[...around].toSorted().flatMap((path) => memory(path, limits.folderBytes)),
    // The engine refuses two mounts at one path.
    ...view.readOnly.filter(({ to }) => !view.writable.includes(to)).flatMap((bound) => readOnly(bound)),
    ...view.writable.flatMap((path) => memory(path, writableBytes(path, view))),
  ];
}

function setupArguments({ view }: CommandRequest, { user }: Container): readonly string[] {
  return [
    ...['--user', `${user.uid}:${user.gid}`, '--pids-limit', '1024', '--memory', '4g', '--memory-swap', '4g'],
    ...memory('/tmp', limits.buildBytes),
    ...bind({ from: view.files, to: view.root }),
    ...bind({ from: view.home, to: view.home }),
    ...bind({ from: view.temporary, to: view.temporary }),
  ];
}

function foldersAround(path: string, root: string): readonly string[] {
  const folder = dirname(path);
  return folder.startsWith(`${root}/`) ? [folder, ...foldersAround(folder, root)] : [];
}

function outsideOf(path: string, { readOnly: bounds }: View): string {
  const around = bounds.find(({ to }) => `${path}/`.startsWith(`${to}/`));
  return around === undefined ? path : `${around.from}${path.slice(around.to.length)}`;
}

function memory(path: string, bytes: number): readonly string[] {
  if (path.includes(':')) throw new SandboxError(`docker cannot mount at a path with a colon: ${path}`);
  return ['--tmpfs', `${path}:rw,exec,nosuid,nodev,size=${bytes},uid=65534,gid=65534,mode=755`];
}

function readOnly(bound: Bound): readonly string[] {
  return mount(bound, ['readonly']);
}

function bind(bound: Bound): readonly string[] {
  return mount(bound, []);
}

function mount({ from, to }: Bound, more: readonly string[]): readonly string[] {
  const fields = ['type=bind', `source=${from}`, `target=${to}`, ...more];
  return ['--mount', fields.map((field) => asField(field)).join(',')];
}

// Docker reads the value of `--mount` as one record of CSV.
function asField(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
