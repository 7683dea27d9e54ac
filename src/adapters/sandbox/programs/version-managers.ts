import { access, constants, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inside } from '../../plain-files/inside.ts';

/** Where version managers keep the real programs, and what their stand-ins on PATH need to find them. */
export type FoundManagers = {
  /** Folders that must be shown. */
  readonly shown: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
};

type Manager = {
  /** Programs by which it is known that PATH leads to it. */
  readonly programs: readonly string[];
  /** The variable with its folder, and where that is without one, from HOME. */
  readonly variable: string;
  readonly folder: string;
  /** Part of the folder with the real programs; '' = all of it. */
  readonly shown: readonly string[];
};

// Their stand-ins look in HOME where no variable is set, and HOME of a command is an empty folder of its own.
const managers: readonly Manager[] = [
  {
    programs: ['rustup'],
    variable: 'RUSTUP_HOME',
    folder: '.rustup',
    shown: ['toolchains', 'settings.toml'],
  },
  { programs: ['pyenv'], variable: 'PYENV_ROOT', folder: '.pyenv', shown: [''] },
  { programs: ['rbenv'], variable: 'RBENV_ROOT', folder: '.rbenv', shown: [''] },
  {
    programs: ['volta', 'volta-shim'],
    variable: 'VOLTA_HOME',
    folder: '.volta',
    shown: ['bin', 'tools', 'hooks.json'],
  },
  { programs: ['asdf'], variable: 'ASDF_DATA_DIR', folder: '.asdf', shown: [''] },
  { programs: ['mise'], variable: 'MISE_DATA_DIR', folder: '.local/share/mise', shown: [''] },
];

/**
 * Folders of single tools in environments of their own. What `~/.local/bin` has of them are links, and a link without
 * its target is no program.
 */
const toolFolders = [
  '.local/share/pypoetry/venv',
  '.local/share/pipx/venvs',
  '.local/pipx/venvs',
  '.local/share/uv/tools',
  // Beside it lie the credentials of `uv auth`.
  '.local/share/uv/python',
];

/** Finds the version managers that PATH leads to. Nothing is shown that lies in a folder of `changeable`. */
export async function findManagers(of: {
  readonly path: string;
  readonly home: string;
  readonly changeable: readonly string[];
  readonly variable?: (name: string) => string | null;
}): Promise<FoundManagers> {
  const { home } = of;
  const entries = of.path.split(':').filter((entry) => entry.startsWith('/'));
  const isAllowed = async (folder: string): Promise<boolean> => {
    const real = await realpath(folder).catch(() => null);
    // A folder around HOME would show all that is in HOME.
    if (real === null || inside(real, home) !== null) return false;
    return of.changeable.every((changeable) => inside(changeable, real) === null);
  };
  const shown: string[] = [];
  const variables: Record<string, string> = {};
  for (const manager of managers) {
    const folder = of.variable?.(manager.variable) ?? join(home, manager.folder);
    if (!(await isOnPath(entries, manager, folder)) || !(await isAllowed(folder))) continue;
    variables[manager.variable] = folder;
    shown.push(...manager.shown.map((part) => join(folder, part)));
  }
  const hasOwnTools = entries.includes(join(home, '.local/bin'));
  const tools = hasOwnTools ? toolFolders.map((folder) => join(home, folder)) : [];
  for (const folder of tools) if (await isAllowed(folder)) shown.push(folder);
  return { shown, variables };
}

/**
 * What to tell about versions that asdf and mise would take from HOME: a command has a HOME of its own, and the file may
 * hold more than versions. `changeable` begins with the checkout; a file there is found, and nothing is told.
 */
export async function unseenVersions(of: Parameters<typeof findManagers>[0]): Promise<readonly string[]> {
  const [checkout = '/'] = of.changeable;
  const { variables } = await findManagers(of);
  const lines: string[] = [];
  for (const { name, variable, own, global, way } of versionFiles) {
    const isUsed = variables[variable] !== undefined && (await isThere(join(of.home, global)));
    if (!isUsed || (await anyThere(checkout, own))) continue;
    lines.push(
      `${name} on PATH takes its versions from ~/${global}, which no command sees. Commit a \`${own[0]}\`, or ${way}.`,
    );
  }
  return lines;
}

const versionFiles = [
  {
    name: 'asdf',
    variable: 'ASDF_DATA_DIR',
    own: ['.tool-versions'],
    global: '.tool-versions',
    way: 'begin `setup` and `test` with variables such as `ASDF_NODEJS_VERSION=24.1.0`',
  },
  {
    name: 'mise',
    variable: 'MISE_DATA_DIR',
    own: ['mise.toml', '.mise.toml', 'mise/config.toml', '.config/mise.toml', '.tool-versions'],
    global: '.config/mise/config.toml',
    way: 'begin `setup` and `test` with variables such as `MISE_NODE_VERSION=24.1.0`',
  },
] as const;

async function anyThere(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await isThere(join(folder, name))) return true;
  return false;
}

async function isOnPath(entries: readonly string[], manager: Manager, folder: string): Promise<boolean> {
  for (const entry of entries) {
    if (inside(folder, entry) !== null && (await isThere(entry))) return true;
    for (const program of manager.programs) if (await isProgram(join(entry, program))) return true;
  }
  return false;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
