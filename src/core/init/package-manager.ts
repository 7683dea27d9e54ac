import * as z from 'zod';
import { fromAbove, type Folder } from './around-folder.ts';

/** The package manager of a JavaScript package, and the folder that it installs from. */
export type PackageManager = {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Its lock file; null = none is committed. */
  readonly lock: string | null;
  readonly root: Folder;
  /** How many folders above the package that is. */
  readonly levels: number;
};

/** Found by the nearest lock file that covers the package, otherwise by what the manifests say. */
export function managerOf(folder: Folder): PackageManager {
  const chain = [folder, ...folder.around];
  const locked = chain.findIndex((at, levels) => lockOf(at) !== null && covers(at, { folder, levels }));
  const shared = chain.findIndex((at) => isWorkspace(at));
  const levels = Math.max(0, locked === -1 ? shared : locked);
  const root = chain[levels] ?? folder;
  const lock = locked === -1 ? null : lockOf(root);
  return {
    name: lock?.manager ?? namedIn(folder) ?? namedIn(root) ?? 'npm',
    lock: lock?.file ?? null,
    root,
    levels,
  };
}

/** What installs the packages, run in the package's own folder; null if there are none to install. */
export function setupBy(manager: PackageManager, folder: Folder): string | null {
  const { lock, root, levels } = manager;
  if (lock === null && !isWorkspace(root) && !needsPackages(folder)) return null;
  return fromAbove(levels, lock === null ? `${manager.name} install` : frozen(manager));
}

/** What a job on GitHub runs to have the manager: npm and yarn are on its machines. */
export function jobInstalls({ name, root }: PackageManager): string | null {
  if (name !== 'pnpm' && name !== 'bun') return null;
  const version = /@(\d+\.\d+\.\d+)/.exec(manifestOf(root)?.packageManager ?? '')?.[1];
  return `npm install --global ${name}${version === undefined ? '' : `@${version}`}`;
}

const locks = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
] as const;

const manifestSchema = z.object({
  packageManager: z.string().optional().catch(undefined),
  workspaces: z.unknown().optional(),
  dependencies: z.record(z.string(), z.unknown()).catch({}).default({}),
  devDependencies: z.record(z.string(), z.unknown()).catch({}).default({}),
});

/** What a package.json says; null if there is none that can be read. */
export function manifestOf(folder: Folder): z.output<typeof manifestSchema> | null {
  try {
    return manifestSchema.safeParse(JSON.parse(folder.text('package.json') ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

function lockOf(folder: Folder): { readonly file: string; readonly manager: PackageManager['name'] } | null {
  const [file, manager] = locks.find(([name]) => folder.has(name)) ?? [];
  return file === undefined || manager === undefined ? null : { file, manager };
}

/** A lock file further up is that of the package if it is one of a workspace, or has nothing of its own to install. */
function covers(at: Folder, of: { readonly folder: Folder; readonly levels: number }): boolean {
  return of.levels === 0 || isWorkspace(at) || !needsPackages(of.folder);
}

function isWorkspace(folder: Folder): boolean {
  return folder.has('pnpm-workspace.yaml') || manifestOf(folder)?.workspaces !== undefined;
}

function needsPackages(folder: Folder): boolean {
  const manifest = manifestOf(folder);
  return (
    manifest !== null && Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0
  );
}

/** `packageManager: pnpm@9.15.9`, as corepack reads it. */
function namedIn(folder: Folder): PackageManager['name'] | null {
  const name = /^(npm|pnpm|yarn|bun)@/.exec(manifestOf(folder)?.packageManager ?? '')?.[1];
  return locks.find(([, manager]) => manager === name)?.[1] ?? null;
}

function frozen({ name, root }: PackageManager): string {
  if (name === 'npm') return 'npm ci';
  return `${name} install ${name === 'yarn' && isModernYarn(root) ? '--immutable' : '--frozen-lockfile'}`;
}

// Yarn 1 takes no notice of options that it does not know, and Yarn 2 and later refuse the old one in CI.
function isModernYarn(root: Folder): boolean {
  const version = /^yarn@(\d+)/.exec(manifestOf(root)?.packageManager ?? '')?.[1];
  return version === undefined ? root.has('.yarnrc.yml') : Number(version) > 1;
}
