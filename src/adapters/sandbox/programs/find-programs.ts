import { atOnce } from '../../../core/at-once.ts';
import { basename, dirname, join, resolve } from 'node:path';
import { constants } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { programOnPath } from '../../process/find-program.ts';

/** Where to look for programs, and for which user. */
export type ProgramSearch = {
  /** PATH of the commands. */
  readonly path: string;
  readonly home: string;
  /** Folders that others than the machine's owner can fill. */
  readonly changeable: readonly string[];
  /** Additional single paths that must be shown. */
  readonly besides: readonly string[];
  /** We are root and commands will run as nobody, who cannot enter every folder. */
  readonly asNobody: boolean;
};

/** Which folders outside the system's own must be shown so that the commands on PATH work. */
export type Programs = {
  readonly shown: readonly string[];
  /** Folders of PATH that user 65534 may not enter; their programs are not found. */
  readonly unreadable: readonly string[];
  /** Folders of PATH that a pull request can fill; their programs are not found. */
  readonly refused: readonly string[];
};

/** Programs whose real path is resolved, because the folder on PATH may hold only a link to them. */
const interpreters = [
  'node',
  'npm',
  'python3',
  'python',
  'pytest',
  'go',
  'cargo',
  'ruby',
  'java',
  'deno',
  'bun',
];

/** Finds the installations that PATH leads to; never HOME itself and never a folder around it. */
export async function findPrograms(search: ProgramSearch): Promise<Programs> {
  const { home, besides, asNobody } = search;
  const changeable = await atOnce(search.changeable, (folder) => realpath(folder).catch(() => folder));
  const entries = foldersOn(search.path);
  const folders = await filtered(entries, isBesideSystem);
  const unreadable = await filtered(folders, async (folder) => !(await isReadable(folder, asNobody)));
  const refused = await filtered(folders, async (folder) =>
    isWithinOneOf(changeable, await realpath(folder)),
  );
  const linked = await atOnce(interpreters, (name) => realProgram(name, search.path));
  const programs = [
    ...folders.filter((folder) => !unreadable.includes(folder) && !refused.includes(folder)),
    ...linked
      .filter((path) => path !== null)
      .filter((path) => !isOfSystem(path) && !isWithinOneOf(changeable, path))
      .map((path) => dirname(path)),
  ];
  const installations = await atOnce(programs, (folder) => installationsOf(folder, { home, changeable }));
  const places = [...besides, ...installations.flat()];
  const shown = await filtered(places, async (place) => (await exists(place)) && isReadable(place, asNobody));
  return {
    shown: outermost(shown),
    unreadable: await differentOnes(unreadable),
    refused: await differentOnes(refused),
  };
}

/** What to tell about folders of PATH whose programs tests do not see: one line for each reason. */
export function hiddenPrograms({ refused, unreadable }: Omit<Programs, 'shown'>): readonly string[] {
  const line = (folders: readonly string[], why: string): readonly string[] =>
    folders.length === 0 ? [] : [`tests see no program of ${listed(folders)} on PATH: ${why}`];
  return [
    ...line(refused, 'a pull request could change what is in there. Let `setup` install what they need.'),
    ...line(
      unreadable,
      'as root they run as another user, who may not enter there. Install the tools elsewhere, or run as a user of its own.',
    ),
  ];
}

function listed(paths: readonly string[]): string {
  return paths.length === 1 ? `${paths[0]}` : `${paths.slice(0, -1).join(', ')} and ${paths.at(-1)}`;
}

/** The folders of PATH, each once. */
function foldersOn(path: string): readonly string[] {
  const absolute = path.split(':').filter((entry) => entry.startsWith('/'));
  return [...new Set(absolute.map((entry) => resolve(entry)))];
}

/** The first name of each folder: `/bin` may be a link to another one of them. */
async function differentOnes(folders: readonly string[]): Promise<readonly string[]> {
  const real = await atOnce(folders, (folder) => realpath(folder));
  return folders.filter((_, index) => real.indexOf(real[index] ?? '') === index);
}

async function filtered(
  paths: readonly string[],
  isWanted: (path: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const wanted = await atOnce(paths, (path) => isWanted(path));
  return paths.filter((_, index) => wanted[index]);
}

async function isBesideSystem(folder: string): Promise<boolean> {
  const real = await realpath(folder).catch(() => null);
  return real !== null && !isOfSystem(real);
}

/** Real path of the program that a name stands for on PATH; null if there is none. */
export async function realProgram(name: string, path: string): Promise<string | null> {
  const file = programOnPath(name, path);
  return file === null ? null : realpath(file);
}

function isOfSystem(path: string): boolean {
  return /^\/(?:usr|bin|sbin|lib|lib32|lib64|libx32)(?:\/|$)/.test(path);
}

/** Whether a path is one of the folders or lies in one. */
export function isWithinOneOf(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => `${path}/`.startsWith(`${folder}/`));
}

/** Whether the user that commands run as can read a path: its folders may keep user 65534 out. */
export async function isReadable(path: string, asNobody: boolean): Promise<boolean> {
  if (!asNobody) return true;
  for (let place = await realpath(path); place !== '/'; place = dirname(place)) {
    const status = await stat(place);
    const needed = status.isDirectory() ? constants.S_IXOTH : constants.S_IROTH;
    if ((status.mode & needed) === 0) return false;
  }
  return true;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

function outermost(paths: readonly string[]): readonly string[] {
  const sorted = [...new Set(paths)].toSorted();
  return sorted.filter((path) => !sorted.some((other) => other !== path && path.startsWith(`${other}/`)));
}

/** What must be shown so that the programs in a folder work: their whole installation, if it holds nothing else. */
async function installationsOf(
  folder: string,
  { home, changeable }: Pick<ProgramSearch, 'home' | 'changeable'>,
): Promise<readonly string[]> {
  if (isAround(folder, home)) return [];
  const around = dirname(folder);
  // The programs in it are links to rustup, which looks for the toolchains here.
  if (folder === join(home, '.cargo/bin')) return [folder, join(home, '.rustup')];
  if (basename(folder) === '.bin' && basename(around) === 'node_modules') return [around];
  // Its trees and reports would lie in what is shown read-only.
  const holdsWork = changeable.some((place) => isWithinOneOf([around], place));
  if (holdsWork || !isInstallation(folder, home)) return [folder];
  return (await holdsCredentials(around)) ? [folder, ...parts.map((part) => join(around, part))] : [around];
}

// What programs need of an installation besides `bin`.
const parts = ['lib', 'lib64', 'libexec', 'share', 'include'];

/** Whether a folder holds what only its owner should read, as CARGO_HOME does wherever it is, beside its `bin`. */
async function holdsCredentials(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => credentials.test(name));
}

const credentials =
  /^(?:config\.toml|credentials(?:\.(?:toml|json))?|\.crates\.toml|auth\.(?:json|toml)|\.(?:netrc|npmrc|pypirc|git-credentials|ssh|aws|docker|gnupg))$/;

const ownFolders = ['.venv', '.pyenv', '.asdf', '.bun'];

function isInstallation(folder: string, home: string): boolean {
  if (!['bin', 'shims'].includes(basename(folder))) return false;
  const around = dirname(folder);
  // ~/.local and /opt hold more than programs: keyrings, and a runner's credentials.
  if (isAround(around, home) || around.split('/').length <= 2) return false;
  const isHidden = dirname(around) === home && basename(around).startsWith('.');
  return !isHidden || ownFolders.includes(basename(around));
}

/** Whether the folder is HOME or lies around it. */
function isAround(folder: string, home: string): boolean {
  return folder === '/' || `${home}/`.startsWith(`${folder}/`);
}
