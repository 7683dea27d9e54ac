import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** How a command ended, and all that it printed. */
export type Ended = { readonly code: number; readonly output: string };

/** A throw-away copy of this repository for planting violations; disposing removes it. */
export interface PlantedCopy extends AsyncDisposable {
  readonly directory: string;
  write(path: string, text: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  /** Runs a script of package.json as a developer would. */
  npmRun(script: string, ...rest: readonly string[]): Promise<Ended>;
  run(command: string, ...rest: readonly string[]): Promise<Ended>;
}

const sources = ['src', 'e2e', 'scripts', 'bench', 'hostile'];
const configurations = [
  ...['package.json', 'tsconfig.json', 'jest.config.js', 'knip.json', 'action.yml', 'README.md'],
  ...['.gitignore', '.oxfmtrc.json', '.oxlintrc.json', '.dependency-cruiser.cjs'],
];
const all = [...sources, 'schema', 'docs', 'dist', '.github', 'fixtures', ...configurations];

const ofCore = [
  ...['statistics', 'agent.ts', 'generation/completion.ts', 'headers.ts', 'providers.ts'],
  ...['results/outcome.ts', 'settings.ts', 'specs/spec.ts', 'stored.ts'],
];
/** What gates about imports need, and few of the sources that they judge: the statistics and what these import. */
export const fewSources: readonly string[] = [
  ...['scripts', '.dependency-cruiser.cjs', 'package.json'],
  ...ofCore.map((name) => `src/core/${name}`),
];

/** Copies what is named, by default all sources and configurations; the installed packages are linked. */
export async function plantedCopy(names: readonly string[] = all): Promise<PlantedCopy> {
  const root = resolve(import.meta.dirname, '../..');
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'planted-copy-')));
  // Two thousand files: Node's own `cp` takes four times as long.
  await promisify(execFile)('cp', ['-r', '--parents', ...names, directory], { cwd: root });
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
  const run = async (command: string, ...rest: readonly string[]) => ended({ directory, command, rest });
  return {
    directory,
    run,
    npmRun: async (script, ...rest) => run('npm', 'run', '--silent', script, '--', ...rest),
    write: async (path, text) => {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    },
    append: async (path, text) => {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await appendFile(join(directory, path), text);
    },
    [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }),
  };
}

/**
 * The folders of the sources, empty, and all configurations, for gates that judge each file by itself: what stands here is
 * read by the gate itself, and need not be read once more beside a planted file.
 */
export async function emptyCopy(): Promise<PlantedCopy> {
  const copy = await plantedCopy(configurations);
  for (const folder of sources) await mkdir(join(copy.directory, folder));
  return copy;
}

async function ended(of: {
  readonly directory: string;
  readonly command: string;
  readonly rest: readonly string[];
}): Promise<Ended> {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const options = { cwd: of.directory, env, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await promisify(execFile)(of.command, [...of.rest], options);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw new Error(`${of.command} did not run`, { cause: error });
    return { code, output: stdout + stderr };
  }
}
