// What the sandbox adds to a test run, and what a workspace costs beside 200 MB of node_modules.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskWorkspaces } from '../src/adapters/workspaces/workspaces.ts';
import { openRepository } from '../src/adapters/git/git-repository.ts';
import {
  cleanEnvironment,
  hostEnvironment,
  hostPath,
  ownNode,
  setVariable,
} from '../src/adapters/process/environment.ts';
import { bareSandbox } from '../src/adapters/sandbox/bare.ts';
import { openBubblewrap } from '../src/adapters/sandbox/open-bubblewrap.ts';
import type { SpecVersion } from '../src/core/specs/spec.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import type { PreparedTree, Workspace } from '../src/ports/workspace.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';
import { startOutcome } from './outcome.ts';

const addedMsAtMost = 25;
const workspaceMsAtMost = 60;
const rounds = 30;
const dependencyFiles = 20_000;
const dependencyFileBytes = 10 * 1024;

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const temporaryRoot = await realpath(await mkdtemp(join(tmpdir(), 'bench-sandbox-')));
await chmod(temporaryRoot, 0o755);
const version = (commit: string, setup: string | null): SpecVersion => ({
  spec: {
    name: 'code',
    files: ['SPEC.md'],
    instructions: [],
    writes: ['src/**'],
    tests: [],
    context: [],
    directory: '.',
    setup,
    setupEnv: [],
    writableDeps: [],
    test: 'node --test',
    results: { kind: 'exit-code' },
    timeoutMs: null,
  },
  commit,
  files: [],
  instructions: [],
  context: [],
  emptied: ['src/code.mjs'],
});
const answer = {
  kind: 'generated',
  files: [{ path: 'src/code.mjs', content: 'export const two = 2;' }],
} as const;

await using source = await temporaryRepository({
  'SPEC.md': 'Two.\n',
  'src/code.mjs': 'export const two = 2;\n',
  'tests/code.test.mjs': `import assert from 'node:assert'; import { test } from 'node:test'; import { two } from '../src/code.mjs';
test('one', () => assert.equal(two, 2)); test('two', () => assert.equal(two + two, 4));\n`,
  'install.mjs': `import { mkdirSync, writeFileSync } from 'node:fs';
const bytes = Buffer.alloc(${dependencyFileBytes}, 'x');
for (let file = 0; file < ${dependencyFiles}; file += 1) {
  const folder = 'node_modules/package-' + Math.floor(file / 20);
  if (file % 20 === 0) mkdirSync(folder, { recursive: true });
  writeFileSync(folder + '/file-' + file + '.js', bytes);
}\n`,
});
const commit = await source.commit('base');
const repository = await openRepository(source.directory, hostEnvironment());
await using bubblewrap = await openBubblewrap({
  temporaryRoot,
  path: hostPath(),
  home: homedir(),
  changeable: [],
  warn: () => undefined,
  node: ownNode(),
  visible: [],
  setVariable,
});
const tools = { repository, temporaryRoot, path: hostPath() };
await using wrapped = diskWorkspaces({ ...tools, sandbox: bubblewrap });
await using bare = diskWorkspaces({ ...tools, sandbox: bareSandbox() });

async function testIn(sandbox: Sandbox, workspace: Workspace): Promise<void> {
  const { end, stderr, stdout } = await sandbox.run({
    purpose: 'test',
    command: 'node --test',
    directory: workspace.directory,
    environment: cleanEnvironment({ ...workspace, path: hostPath() }),
    view: await workspace.view(null),
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });
  if (end.kind !== 'exited' || end.code !== 0) throw new Error(`${stdout.text}${stderr.text}`);
}

async function addedByTheSandbox(): Promise<void> {
  const trees = {
    bare: await bare.prepare(version(commit, null)),
    wrapped: await wrapped.prepare(version(commit, null)),
  };
  const times = { bare: [] as number[], wrapped: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    await using plain = await trees.bare.open(answer);
    await using held = await trees.wrapped.open(answer);
    times.bare.push(await timed(() => testIn(bareSandbox(), plain)));
    times.wrapped.push(await timed(() => testIn(bubblewrap, held)));
  }
  const [without, within] = [median(times.bare), median(times.wrapped)];
  outcome.add(
    { what: 'two-test `node --test`, bare', figure: without, unit: 'ms' },
    { what: 'the same in bubblewrap', figure: within, unit: 'ms' },
    { what: 'added by the sandbox', figure: within - without, unit: 'ms', atMost: addedMsAtMost },
  );
}

async function workspaceBesideLargeDependencies(): Promise<void> {
  const tree: PreparedTree = await wrapped.prepare(version(commit, 'node install.mjs'));
  const times: number[] = [];
  let dependencies = '';
  for (let round = 0; round < rounds; round += 1) {
    times.push(
      await timed(async () => {
        await using workspace = await tree.open(answer);
        dependencies =
          (await workspace.view(null)).readOnly.find(({ to }) => to.endsWith('/node_modules'))?.from ?? '';
      }),
    );
  }
  const size = execFileSync('du', ['-sm', dependencies], { encoding: 'utf8' }).split('\t')[0] ?? '?';
  const copy = join(temporaryRoot, 'copy');
  const copied = await timed(async () => spawnSync('cp', ['-r', dependencies, copy]));
  const own = median(times);
  outcome.add(
    {
      ...{ what: `workspace beside ${size} MB of node_modules, opened and removed` },
      ...{ figure: own, unit: 'ms', atMost: workspaceMsAtMost },
    },
    { what: 'a copy of these node_modules in its place', figure: copied, unit: 'ms' },
  );
}

const outcome = startOutcome({ name: 'sandbox', command: 'npm run bench:sandbox' });
console.log(
  `isolation: bubblewrap ${bubblewrap.isolation.version}, ${bubblewrap.isolation.probes?.passed}/${bubblewrap.isolation.probes?.total} probes`,
);
console.log(`medians of ${rounds}, bare and in bubblewrap by turns`);
await addedByTheSandbox();
await workspaceBesideLargeDependencies();
await rm(temporaryRoot, { recursive: true, force: true });
outcome.end();
