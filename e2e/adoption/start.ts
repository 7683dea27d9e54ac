// `npm run test:adoption [-- WORD…]`: bundles the program and the script, and adopts repositories as a user who is not
// root. A name of a user is not needed: a uid without one is what many containers have.
import { execFile, spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { buildInto } from '../../scripts/build.ts';
import { PackageSets } from '../../src/testing/runs/package-sets.ts';
import type { Places } from './places.ts';
import { repositoriesOn } from './repositories.ts';

// Nobody else's processes count against the limits of this user.
const uid = String(20_000 + (process.pid % 10_000));

await using suite = await bundled();
const registry = await fillNpmCache(suite.folder);
const places: Places = { cli: join(suite.folder, 'dist/cli.js'), registry, programs: await installed() };
const words = [join(suite.folder, 'run.js'), JSON.stringify(places), ...process.argv.slice(2)];
const asUser = ['--reuid', uid, '--regid', uid, '--clear-groups', '--no-new-privs', suite.node, ...words];
process.exitCode = userInfo().uid === 0 ? await start('setpriv', asUser) : await start(suite.node, words);

type Suite = AsyncDisposable & { readonly folder: string; readonly node: string };

/** A folder that every user may read, because other users may not enter the checkout. */
async function bundled(): Promise<Suite> {
  const folder = await mkdtemp(join(tmpdir(), 'adoption-suite-'));
  await chmod(folder, 0o755);
  await buildInto(join(folder, 'dist'));
  await build({
    entryPoints: ['e2e/adoption/run.ts'],
    outfile: join(folder, 'run.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  const node = join(folder, 'bin/node');
  await mkdir(join(folder, 'bin'));
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  return { folder, node, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Downloads what vitest needs once; the npm of the copied Node is set to take it from there, as a setup would otherwise
 * download it for each commit. Returns the address of the registry.
 */
async function fillNpmCache(folder: string): Promise<string> {
  const from = 'fixtures/wild/packages/vitest-3';
  const [cache, made] = [join(folder, 'npm-cache'), join(folder, 'made')];
  await mkdir(made);
  for (const name of ['package.json', 'package-lock.json']) await cp(join(from, name), join(made, name));
  const npm = async (...words: readonly string[]): Promise<string> =>
    (await promisify(execFile)('npm', words, { cwd: made, env: { ...process.env, NODE_OPTIONS: '' } }))
      .stdout;
  await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--cache', cache);
  await mkdir(join(folder, 'etc'));
  await writeFile(join(folder, 'etc/npmrc'), `cache=${cache}\noffline=true\naudit=false\nfund=false\n`);
  await promisify(execFile)('chmod', ['-R', 'a+rX', folder]);
  return (await npm('config', 'get', 'registry')).trim().replace(/\/$/, '');
}

/** The folders of the programs that a repository has on PATH and the machine has not. */
async function installed(): Promise<Readonly<Record<string, string>>> {
  const sets = new PackageSets('fixtures/wild/packages');
  const names = repositoriesOn('').flatMap(({ programs }) => programs ?? []);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await sets.installed(name)).programs] as const)),
  );
}

async function start(command: string, words: readonly string[]): Promise<number> {
  const child = spawn(command, words, {
    cwd: '/',
    env: { PATH: process.env['PATH'], ...(process.env['CI'] === undefined ? {} : { CI: process.env['CI'] }) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => void child.once('exit', (code) => resolve(code ?? 1)));
}
