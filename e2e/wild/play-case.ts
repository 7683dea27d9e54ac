import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerAdapters } from '../../src/adapters/providers.ts';
import type { Bundle } from '../../src/testing/runs/make-bundle.ts';
import { vendorKeys } from '../../src/testing/runs/action-world.ts';
import { GithubDouble } from '../../src/testing/doubles/github-double.ts';
import { pullRequestEvent, pullRequestNumber } from '../../src/testing/builders/pull-request-event.ts';
import { runAction, runnerPath } from '../../src/testing/runs/run-action.ts';
import { startNode } from '../../src/testing/runs/run-node.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';
import type { PackageSets } from '../../src/testing/runs/package-sets.ts';
import { servedName, startScriptedModels, type ScriptedModels } from './scripted-models.ts';
import type { WildCase } from './wild-case.ts';

/** What a run of the program shows to its user. */
export type Played = {
  readonly exit: number | null;
  readonly log: string;
  /** The comment on the pull request; empty where there is none. */
  readonly comment: string;
  /** result.json; null where there is none. */
  readonly result: unknown;
  /** Calls that reached each model. */
  readonly calls: Readonly<Record<string, number>>;
  readonly sentMegabytes: number;
};

const mostMs = 480_000;

/** Makes the repository, the models and a GitHub on loopback, and runs the bundle on the last two commits. */
export async function playCase(
  of: WildCase,
  { bundle, sets, compileCache }: Program & { readonly sets: PackageSets },
): Promise<Played> {
  await using stack = new AsyncDisposableStack();
  const temporary = await realpath(await mkdtemp(join(tmpdir(), 'wild-')));
  stack.defer(async () => rm(temporary, { recursive: true, force: true }));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
  const models = stack.use(await startScriptedModels(of));
  const repository = stack.use(await temporaryRepository());
  const github = stack.use(await GithubDouble.start());
  const path = await pathOf(of, sets);
  const place: Place = { of, bundle, compileCache, models, repository, github, temporary, path };

  const base = await commitBase(place);
  for (const earlier of of.before) await runOnHead(place, base, earlier);
  const asked = models.requests.length;
  const ended = await runOnHead(place, base, of.head);
  const calls = models.requests.slice(asked);
  const report = join(repository.directory, '.spec-portability/report/result.json');
  const text = await readFile(report, 'utf8').catch(() => 'null');
  return {
    ...ended,
    comment: github.comments(pullRequestNumber).at(-1)?.body ?? '',
    result: JSON.parse(text),
    calls: Object.fromEntries(
      Object.keys(of.models).map((id) => [id, calls.filter(({ model }) => model === servedName(id)).length]),
    ),
    sentMegabytes: models.sent.bytes / 1024 / 1024,
  };
}

/** `compileCache`: a folder in which Node keeps the compiled bundle from start to start. */
type Program = { readonly bundle: Bundle; readonly compileCache: string };

type Place = Program & {
  readonly of: WildCase;
  readonly models: ScriptedModels;
  readonly repository: TemporaryRepository;
  readonly github: GithubDouble;
  readonly temporary: string;
  readonly path: string;
};

async function pathOf({ installs, programs }: WildCase, sets: PackageSets): Promise<string> {
  const own = installs === undefined ? [] : [(await sets.installed(installs)).bin];
  const others = await Promise.all(programs.map(async (name) => (await sets.installed(name)).programs));
  return [...own, ...others, runnerPath].join(':');
}

async function commitBase({ of, models, repository }: Place): Promise<string> {
  const config = `${JSON.stringify(await configOf(of, models.url), null, 1)}\n`;
  await repository.write({ ...of.files, '.github/spec-portability.yml': config });
  return repository.commit('base');
}

/** JSON is YAML. */
async function configOf(of: WildCase, url: string): Promise<unknown> {
  const setup = of.installs === undefined ? {} : { setup: `install-${of.installs}` };
  return {
    version: 1,
    specs: [{ name: 'halves', spec: ['SPEC.md'], ...setup, ...of.spec }],
    models: await Promise.all(
      Object.entries(of.models).map(async ([id, { provider, config }]) => ({
        id,
        provider,
        model: servedName(id),
        'base-url': `${url}${(await providerAdapters[provider].wire()).basePath}`,
        price: { input: 1, output: 5 },
        ...config,
      })),
    ),
    samples: { looks: [3, 5] },
    // The cases count calls; those about words say so.
    bisect: 'never',
    ...of.config,
  };
}

/** Commits the change on top of the base commit and runs the program there. */
async function runOnHead(
  place: Place,
  base: string,
  changes: WildCase['head'],
): Promise<Pick<Played, 'exit' | 'log'>> {
  const { repository, github } = place;
  await repository.git('checkout', '--quiet', '--detach', base);
  const gone = Object.keys(changes).filter((path) => changes[path] === null);
  await repository.remove(gone);
  await repository.write(
    Object.fromEntries(
      Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
    ),
  );
  const head = await commitHead(repository);
  github.push(pullRequestNumber, head);
  return place.of.run === 'action' ? runAsAction(place, base, head) : runAsCommand(place, base, head);
}

// Records and report of an earlier run are in the folder, but in no commit.
async function commitHead(repository: TemporaryRepository): Promise<string> {
  await repository.git('add', '--all', '--force', '--', '.', ':!.spec-portability');
  await repository.git('commit', '--quiet', '--allow-empty', '--message', 'head');
  return repository.git('rev-parse', 'HEAD');
}

async function runAsAction(
  { bundle, compileCache, repository, github, temporary, path }: Place,
  base: string,
  head: string,
): Promise<Pick<Played, 'exit' | 'log'>> {
  let timer: NodeJS.Timeout | undefined;
  const { code, log } = await runAction({
    action: bundle.action,
    workspace: repository.directory,
    apiUrl: github.url,
    event: await pullRequestEvent('pull-request-opened', { base, head }),
    path,
    env: { ...vendorKeys, RUNNER_TEMP: temporary, NODE_COMPILE_CACHE: compileCache },
    onStarted: (kill) => void (timer = setTimeout(kill, mostMs)),
  });
  clearTimeout(timer);
  return { exit: code, log };
}

async function runAsCommand(
  { of, bundle, compileCache, repository, temporary, path }: Place,
  base: string,
  head: string,
): Promise<Pick<Played, 'exit' | 'log'>> {
  const argv = of.run === 'doctor' ? ['doctor'] : ['check', '--base', base, '--head', head, '--dry-run'];
  const running = startNode([bundle.cli, ...argv], {
    cwd: repository.directory,
    env: {
      PATH: path,
      HOME: '/nonexistent',
      RUNNER_TEMP: temporary,
      NODE_COMPILE_CACHE: compileCache,
      ...vendorKeys,
    },
  });
  const timer = setTimeout(() => running.child.kill('SIGKILL'), mostMs);
  const { code, stdout, stderr } = await running.ended;
  clearTimeout(timer);
  return { exit: code, log: `${stdout}${stderr}` };
}
