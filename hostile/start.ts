// `npm run test:hostile [-- WORD…]`: bundles the suite, creates a user and runs the suite as that user; if we are root, also
// as root. WORDs: only cases whose name holds one of them.
import { execFileSync, spawn } from 'node:child_process';
import { chmod, copyFile, mkdtemp, mkdir, readdir, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { PackageSets } from '../src/testing/runs/package-sets.ts';
import { packageSets } from './suites.ts';
import { newCanary } from './world.ts';

const started = performance.now();
await using suite = await bundled();
const programs = await installed();
const names = process.argv.slice(2);
const codes: (number | null)[] = [];
if (userInfo().uid === 0) {
  await using user = await madeUser();
  codes.push(await asUser(user, suite, names));
  const left = await survivorsOf(user.uid);
  console.log(`${left.length} processes of ${user.name} are left ${left.join(', ')}\n`);
  codes.push(
    left.length === 0 ? 0 : 1,
    await start(suite.node, [suite.program, '--root-only', ...names], suite.folder),
  );
} else {
  console.log('Not root: no user is made, and the cases that concern root are not run.');
  codes.push(await start(suite.node, [suite.program, ...names], suite.folder));
}
console.log(`took ${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

type Suite = AsyncDisposable & { readonly folder: string; readonly program: string; readonly node: string };
type User = AsyncDisposable & { readonly name: string; readonly uid: number };

/** A folder that every user may read, because other users cannot enter a checkout below /root. */
async function bundled(): Promise<Suite> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-suite-'));
  await chmod(folder, 0o755);
  const program = join(folder, 'run.js');
  await build({
    entryPoints: ['hostile/run.ts'],
    outfile: program,
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
  for (const name of await readdir('src/inside'))
    if (/\.(?:mjs|cjs)$/.test(name)) await cp(join('src/inside', name), join(folder, name));
  await mkdir(join(folder, 'bin'));
  const node = join(folder, 'bin/node');
  await copyFile(process.execPath, node);
  await chmod(node, 0o755);
  return { folder, program, node, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** The folders of the programs by which the setups of the suites install their runners. */
async function installed(): Promise<string> {
  const sets = new PackageSets('fixtures/wild/packages');
  const all = await Promise.all(packageSets.map((name) => sets.installed(name)));
  return all.map(({ bin }) => bin).join(':');
}

async function madeUser(): Promise<User> {
  const name = `hostile${process.pid}`;
  execFileSync('useradd', ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name]);
  const uid = Number(execFileSync('id', ['-u', name], { encoding: 'utf8' }));
  return {
    name,
    uid,
    [Symbol.asyncDispose]: async () => {
      execFileSync('userdel', [name], { stdio: 'ignore' });
    },
  };
}

async function asUser(
  user: User,
  { program, node, folder }: Suite,
  names: readonly string[],
): Promise<number | null> {
  const ids = ['--reuid', String(user.uid), '--regid', String(user.uid), '--clear-groups'];
  return start('setpriv', [...ids, node, program, ...names], folder);
}

/** Starts it with a secret in its environment and in descriptor 40, as a careless parent process would. */
async function start(command: string, words: readonly string[], folder: string): Promise<number | null> {
  const canary = newCanary();
  const secret = join(folder, 'secret');
  await writeFile(secret, canary, { mode: 0o644 });
  const opened = ['-c', `exec 40< '${secret}'; rm '${secret}'; exec "$@"`, 'bash', command, ...words];
  const child = spawn('bash', opened, {
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      HOSTILE_CANARY: canary,
      HOSTILE_PROGRAMS: programs,
      GITHUB_TOKEN: canary,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => void child.once('exit', (code) => resolve(code)));
}

/** The kernel needs a moment to end a namespace. A process that is there after three seconds has survived. */
async function survivorsOf(uid: number): Promise<readonly string[]> {
  let left = await processesOf(uid);
  for (let look = 0; look < 30 && left.length > 0; look += 1) {
    await sleep(100);
    left = await processesOf(uid);
  }
  return left;
}

async function processesOf(uid: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const isDead = /^State:\s+[ZX]/m.test(status);
    if (!isDead && new RegExp(`^Uid:\\s+${uid}\\b`, 'm').test(status))
      found.push(`${pid} ${/^Name:\s+(.*)$/m.exec(status)?.[1]}`);
  }
  return found;
}
