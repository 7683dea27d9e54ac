import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile, lstat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskWorkspaces } from '../src/adapters/workspaces/workspaces.ts';
import { openRepository } from '../src/adapters/git/git-repository.ts';
import { cleanEnvironment, setVariable } from '../src/adapters/process/environment.ts';
import { removeFolder } from '../src/adapters/plain-files/remove-folder.ts';
import { openBubblewrap } from '../src/adapters/sandbox/open-bubblewrap.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import type { Workspace } from '../src/ports/workspace.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';
import type { Ran, SuiteName, World } from './hostile-case.ts';
import type { PreparedTree } from '../src/ports/workspace.ts';
import type { GeneratedFile } from '../src/core/generation/completion.ts';
import type { CodeJudge, JudgedCode } from '../src/testing/runs/code-judge.ts';
import { openJudge } from './judge-code.ts';
import { agentsIn } from './boxed-agent.ts';
import { suites } from './suites.ts';

const shownFiles = ['node-test-reporter.mjs', 'test-guard.cjs', 'test-guard-jest.cjs'];
const defaultTimeoutMs = 8000;

/** Makes the job, its secrets, its repository and its sandbox. `program` is this suite as one file. */
export async function makeWorld(of: {
  readonly program: string;
  readonly canary: string;
}): Promise<World & AsyncDisposable> {
  const stack = new AsyncDisposableStack();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'hostile-')));
  stack.defer(async () => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  stack.use(setVariable('API_KEY_CANARY', of.canary));
  const job = await makeJob(folder, of.canary);
  const services = await makeServices(stack, join(folder, 'service.sock'));
  const programs = process.env['HOSTILE_PROGRAMS'] ?? '';
  const path = `${dirname(process.execPath)}:${programs}:/usr/local/bin:/usr/bin:/bin`;
  const place = dirname(of.program);
  const visible = shownFiles.map((name) => join(place, name));
  const temporaryRoot = join(folder, 'work');
  const sandbox = stack.use(
    await openBubblewrap({
      temporaryRoot,
      path,
      home: job.home,
      changeable: [],
      warn: () => undefined,
      node: process.execPath,
      visible,
      setVariable,
    }),
  );
  const suite = suiteOpener({ stack, sandbox, temporaryRoot, path, reporter: visible[0] ?? '' });
  const before = await fingerprint(job.folder);
  return {
    ...{ sandbox, canary: of.canary },
    runnerFile: job.runnerFile,
    home: job.home,
    ...services,
    program: of.program,
    node: process.execPath,
    command: async (command, timeoutMs = defaultTimeoutMs) => {
      const { tree } = await suite('node-test');
      await using workspace = await tree.open({ kind: 'committed' });
      return await runIn(workspace, { sandbox, path, command, timeoutMs });
    },
    setup: async (command) =>
      asSetup(command, { sandbox, path, place: join(temporaryRoot, `setup-${randomUUID()}`) }),
    ...agentsIn({ sandbox, path, key: of.canary, folder: join(folder, 'agent'), place }),
    judge: async (name, code) => judged(await suite(name), { path: suites[name].generated, content: code }),
    isUntouched: async () => (await fingerprint(job.folder)) === before,
    [Symbol.asyncDispose]: async () => stack.disposeAsync(),
  };
}

async function judged(suite: Prepared, file: GeneratedFile): Promise<JudgedCode> {
  const judge = await suite.judge();
  return judge.judge([file]);
}

/** Services of the machine: on loopback, and at a unix socket with and without a file. */
async function makeServices(
  stack: AsyncDisposableStack,
  socket: string,
): Promise<Pick<World, 'port' | 'socket' | 'abstract'>> {
  const abstract = `\0${socket}`;
  const service = await listening({ port: 0, host: '127.0.0.1' });
  const local = [await listening({ path: socket }), await listening({ path: abstract })];
  stack.defer(() => [service, ...local].forEach((server) => void server.close()));
  return { port: portOf(service), socket, abstract };
}

/** A prepared suite; its judge measures the repository when it is first needed. */
type Prepared = { readonly tree: PreparedTree; readonly judge: () => Promise<CodeJudge> };

/** Each suite is prepared when it is first needed, and removed together with the world. */
function suiteOpener(of: {
  readonly stack: AsyncDisposableStack;
  readonly sandbox: Sandbox;
  readonly temporaryRoot: string;
  readonly path: string;
  readonly reporter: string;
}): (name: SuiteName) => Promise<Prepared> {
  const { stack, sandbox, temporaryRoot, path, reporter } = of;
  const ready = new Map<SuiteName, Promise<Prepared>>();
  const prepare = async (name: SuiteName): Promise<Prepared> => {
    const made = stack.use(await temporaryRepository(suites[name].files));
    const commit = await made.git('rev-parse', 'HEAD');
    const repository = await openRepository(made.directory, { PATH: path });
    const workspaces = stack.use(diskWorkspaces({ repository, sandbox, temporaryRoot, path }));
    const tree = await workspaces.prepare({ ...suites[name].version, commit });
    const place = { suite: suites[name], commit, repository, workspaces, sandbox, path, reporter };
    let judge: Promise<CodeJudge> | null = null;
    const opened = async (): Promise<CodeJudge> => stack.use(await openJudge(place));
    return { tree, judge: () => (judge ??= opened()) };
  };
  return async (name) => {
    const suite = ready.get(name) ?? prepare(name);
    ready.set(name, suite);
    return suite;
  };
}

/** A secret value that no text contains by chance. */
export function newCanary(): string {
  return `canary-${randomBytes(16).toString('hex')}`;
}

async function makeJob(
  folder: string,
  canary: string,
): Promise<{ readonly folder: string; readonly home: string; readonly runnerFile: string }> {
  const job = join(folder, 'job');
  const home = join(job, 'home');
  await mkdir(join(home, '.ssh'), { recursive: true });
  await writeFile(join(home, '.ssh/id_ed25519'), canary);
  await writeFile(join(home, '.bashrc'), '');
  const runnerFile = join(job, `set_env_${randomUUID()}`);
  await writeFile(runnerFile, '');
  await chmod(runnerFile, 0o666);
  return { folder: job, home, runnerFile };
}

async function runIn(
  workspace: Workspace,
  of: {
    readonly sandbox: Sandbox;
    readonly path: string;
    readonly command: string;
    readonly timeoutMs: number;
  },
): Promise<Ran> {
  const run = await of.sandbox.run({
    purpose: 'test',
    command: of.command,
    directory: workspace.directory,
    environment: cleanEnvironment({ home: workspace.home, path: of.path, temporary: workspace.temporary }),
    view: await workspace.view(null),
    timeoutMs: of.timeoutMs,
    signal: new AbortController().signal,
    // As tests of cells begin: after a line on the input of the sandbox.
    turn: (task) => task(),
  });
  const reports = await workspace.listReports();
  return {
    run,
    said: run.stdout.text + run.stderr.text,
    reports,
    reportBytesOnDisk: await bytesOnDisk(reports.map((name) => join(workspace.reports, name))),
  };
}

async function asSetup(
  command: string,
  { sandbox, path, place }: { readonly sandbox: Sandbox; readonly path: string; readonly place: string },
): Promise<Ran> {
  const [files, home, temporary] = [join(place, 'tree'), join(place, 'home'), join(place, 'tmp')];
  for (const folder of [files, home, temporary]) await mkdir(folder, { recursive: true });
  const run = await sandbox.run({
    purpose: 'setup',
    command,
    directory: files,
    environment: cleanEnvironment({ home, path, temporary }),
    view: {
      ...{ root: files, files, home, temporary, reports: null, bring: null },
      ...{ mostReportBytes: 0, readOnly: [], writable: [] },
    },
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  await removeFolder(place);
  return { run, said: run.stdout.text + run.stderr.text, reports: [], reportBytesOnDisk: 0 };
}

async function bytesOnDisk(paths: readonly string[]): Promise<number> {
  let blocks = 0;
  for (const path of paths) blocks += (await lstat(path)).blocks;
  return blocks * 512;
}

async function listening(
  at: { readonly path: string } | { readonly port: number; readonly host: string },
): Promise<Server> {
  const server = createServer((socket) => {
    // Connection errors do not matter here; the attack itself reports that it arrived.
    socket.on('error', () => undefined);
    socket.end('service of the machine');
  });
  await new Promise<void>((resolve) => void server.listen(at, () => resolve()));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of names.toSorted((one, other) =>
    join(one.parentPath, one.name) < join(other.parentPath, other.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}
