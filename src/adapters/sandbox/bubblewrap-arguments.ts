import { dirname, join } from 'node:path';
import { keptGradle, type Bound, type CommandRequest, type View } from '../../ports/sandbox.ts';
import { largestFileBytes, limits, limitsOf, reportsFolderBytes } from './limits.ts';
import type { Machine } from './machine.ts';

/**
 * Paths inside the sandbox from which the script copies the content of the tree, out of one or more folders, and of each
 * writable folder.
 */
export const sourcePath = '/.source';
export const sourcesOf = ({ files, shared = [] }: View): readonly Bound[] =>
  [files, ...shared].map((from, index) => ({ from, to: `${sourcePath}/${index}` }));
/** The shell around the command. */
export const shellPath = '/.shell';
/** A link to HOME of the command: its path is the same in every sandbox, so that one list of users serves all. */
export const homePath = '/.home';
export const writablePath = (index: number): string => `/.writable/${index}`;

/**
 * Bubblewrap's options for one command, without the command. They are passed through a descriptor, so no process list
 * shows them.
 */
export function bubblewrapArguments(
  request: Pick<CommandRequest, 'purpose' | 'view' | 'environment'>,
  machine: Machine,
): readonly string[] {
  const { purpose, view } = request;
  return [
    ...['--unshare-user', '--unshare-all', ...(purpose === 'setup' ? ['--share-net'] : [])],
    ...['--disable-userns', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ...['--uid', '65534', '--gid', '65534', '--hostname', 'sandbox', '--clearenv'],
    ...Object.entries(request.environment).flatMap(([name, value]) => ['--setenv', name, value]),
    // Of a program that may be started and not read, nobody sees the descriptors in /proc, also not the same user: so the
    // command cannot open the channel through which its reports leave.
    ...['--perms', '0111', '--ro-bind-data', '5', shellPath, '--seccomp', '6'],
    ...['--symlink', view.home, homePath],
    ...system(machine),
    ...(purpose === 'setup' ? networkFiles : []),
    ...machine.files.filter(({ to }) => purpose !== 'setup' || usersFiles.has(to)).flatMap(readOnly),
    ...machine.programs.flatMap((path) => readOnly({ from: path, to: path })),
    ...(purpose === 'setup' ? setupTree(view) : testTree(view, limitsOf(purpose).homeBytes)),
    // Bubblewrap's own root lies in memory without a limit, so it is made read-only at the end.
    ...['--remount-ro', '/', '--chdir', '/'],
  ];
}

/** Where tools keep what they build, and where they find what setup fetched. */
export function cacheVariables({
  purpose,
  view,
}: Pick<CommandRequest, 'purpose' | 'view'>): Readonly<Record<string, string>> {
  const gradle = { GRADLE_USER_HOME: join(view.home, '.gradle') };
  // Kept from setup: the compiled files would be lost.
  if (purpose === 'setup') return gradle;
  const at = (name: string): string => join(view.temporary, name);
  return {
    ...{ XDG_CACHE_HOME: at('cache'), GOCACHE: at('go-build'), CARGO_TARGET_DIR: at('cargo-target') },
    ...{ ...gradle, GRADLE_RO_DEP_CACHE: join(view.home, keptGradle, 'caches') },
  };
}

/** The folders in memory of a test, as it sees them. */
export function memoryFolders(view: View): readonly string[] {
  const around = new Set(view.readOnly.flatMap(({ to }) => foldersAround(to, view.root)));
  const own = [view.root, view.home, view.temporary, ...(view.reports === null ? [] : [view.reports])];
  return ['/tmp', '/dev/shm', ...own, ...around, ...view.writable];
}

/**
 * The limits that the kernel enforces for each process, as words of bash's `ulimit`. A setup may use much; only its time is
 * limited.
 */
export function limitWords(
  { purpose, view }: Pick<CommandRequest, 'purpose' | 'view'>,
  cpuSeconds: number,
): readonly string[] {
  if (purpose === 'setup') return ['-c', '0'];
  const { processes, openFiles, fileBytes, dataBytes } = limitsOf(purpose);
  return [
    ...['-u', `${processes}`, '-n', `${openFiles}`],
    ...['-f', kibibytes(Math.max(fileBytes, largestFileBytes(view))), '-d', kibibytes(dataBytes)],
    ...['-t', `${cpuSeconds}`, '-c', '0'],
  ];
}

function kibibytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024));
}

function system(machine: Machine): readonly string[] {
  return [
    ...['--ro-bind', '/usr', '/usr'],
    ...machine.systemFolders.flatMap(({ path, link }) =>
      link === null ? ['--ro-bind', path, path] : ['--symlink', link, path],
    ),
    ...['/etc/alternatives', '/etc/ssl', '/etc/ld.so.cache', '/etc/localtime'].flatMap(ifThere),
    // Of Debian's Maven. The settings beside them may hold passwords of servers.
    ...['/etc/maven/m2.conf', '/etc/maven/logging'].flatMap(ifThere),
    ...['--proc', '/proc', '--dev', '/dev'],
    ...machine.hidden.flatMap((path) => ['--ro-bind', '/dev/null', path]),
    ...[...memory('/dev/shm', limits.sharedMemoryBytes), '--remount-ro', '/dev'],
    ...memory('/tmp', limits.temporaryBytes),
  ];
}

const networkFiles: readonly string[] = [
  '/etc/resolv.conf',
  '/etc/hosts',
  '/etc/nsswitch.conf',
  '/etc/pki',
  '/etc/ca-certificates',
].flatMap(ifThere);

const usersFiles: ReadonlySet<string> = new Set(['/etc/passwd', '/etc/group']);

function setupTree(view: View): readonly string[] {
  return [
    ...['--bind', view.files, view.root],
    ...['--bind', view.home, view.home],
    ...['--bind', view.temporary, view.temporary],
  ];
}

function testTree(view: View, homeBytes: number): readonly string[] {
  const folders = new Set(view.readOnly.flatMap(({ to }) => foldersAround(to, view.root)));
  const mounts = new Map<string, readonly string[]>([
    [view.root, memory(view.root, limits.treeBytes)],
    [view.home, memory(view.home, homeBytes)],
    [view.temporary, memory(view.temporary, limits.buildBytes)],
    ...[...folders].map((path): [string, readonly string[]] => [path, memory(path, limits.folderBytes)]),
    ...view.readOnly.map((bound): [string, readonly string[]] => [bound.to, readOnly(bound)]),
    ...view.writable.map((path): [string, readonly string[]] => [
      path,
      memory(path, writableBytes(path, view)),
    ]),
  ]);
  if (view.reports !== null) mounts.set(view.reports, memory(view.reports, reportsFolderBytes(view)));
  // A folder is mounted before anything that lies in it.
  const inOrder = [...mounts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...inOrder.flatMap(([, options]) => options),
    ...sourcesOf(view).flatMap((bound) => readOnly(bound)),
    ...view.writable.flatMap((path, index) =>
      readOnly({ from: outsideOf(path, view), to: writablePath(index) }),
    ),
  ];
}

/** In HOME such a folder holds build caches. */
export function writableBytes(path: string, { home }: View): number {
  return path.startsWith(`${home}/`) ? limits.buildBytes : limits.folderBytes;
}

/** A folder around a protected path could be renamed and replaced, unless it is a mount itself. */
function foldersAround(path: string, root: string): readonly string[] {
  const folder = dirname(path);
  return folder.startsWith(`${root}/`) ? [folder, ...foldersAround(folder, root)] : [];
}

function outsideOf(path: string, view: View): string {
  const around = view.readOnly.find(({ to }) => `${path}/`.startsWith(`${to}/`));
  return around === undefined ? path : `${around.from}${path.slice(around.to.length)}`;
}

function readOnly({ from, to }: Bound): readonly string[] {
  return ['--ro-bind', from, to];
}

function ifThere(path: string): readonly string[] {
  return ['--ro-bind-try', path, path];
}

function memory(path: string, bytes: number): readonly string[] {
  return ['--size', String(bytes), '--tmpfs', path];
}
