import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allWires } from '../../src/adapters/providers.ts';
import type { SimulatedModel } from '../../src/adapters/simulated/simulated-model.ts';
import { startSimulatedModels } from '../../src/adapters/simulated/simulated-server.ts';
import { startNode, type Ended } from '../../src/testing/runs/run-node.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';
import { harmful, harmless, type AdoptedRepository } from './adopted-repository.ts';
import { verdictsIn, type Verdicts } from './verdicts.ts';

/** Where the program is, and what is on PATH. */
export type Place = { readonly cli: string; readonly path: string };

/** One situation in which `doctor` and `check` are both asked. */
export type Asked = { readonly doctor: Ended; readonly check: Ended; readonly verdicts: Verdicts };

/** What happened on the way from nothing to two checked changes. */
export type Adoption = {
  readonly init: Ended;
  /** How the config file reads that `init` wrote. */
  readonly config: string;
  /** As `init` wrote it, with the harmless edit. */
  readonly asWritten: Asked;
  /** After the one line was changed; null = nothing had to be. */
  readonly edited: Asked | null;
  /** With a test command that is misspelt; null = what `init` wrote was already refused. */
  readonly misspelt: Asked | null;
  /** The planted regression, in a change on top of the harmless one. */
  readonly harmful: Pick<Asked, 'check' | 'verdicts'>;
};

const configPath = '.github/spec-portability.yml';

/** Adopts one repository as the README says, with two models on loopback in place of the vendors'. */
export async function adopt(of: AdoptedRepository, place: Place): Promise<Adoption> {
  await using stack = new AsyncDisposableStack();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'adopter-')));
  stack.defer(async () => rm(folder, { recursive: true, force: true }));
  const [home, temporary] = [join(folder, 'home'), join(folder, 'temporary')];
  for (const each of [home, temporary]) await mkdir(each);
  const models = stack.use(await startSimulatedModels(readersOf(of), { wires: await allWires() }));
  const repository = stack.use(await temporaryRepository(of.files));
  const desk: Desk = { of, place, home, temporary, repository, url: models.url };

  const init = await run(desk, ['init', '--cwd', repository.directory]);
  const config = await readFile(join(repository.directory, configPath), 'utf8').catch(() => '');
  const asWritten = await askBoth(desk, config);
  const usable = of.edit === undefined ? config : config.replace(of.edit.line, of.edit.by);
  const edited = of.edit === undefined ? null : await askBoth(desk, usable);
  const regression = await check(desk, await commitEdit(desk, harmful));
  const misspelt =
    edited === null ? await askBoth(desk, usable.replace(/^( {4}test: ")(\S+)/m, '$1$2-misspelt')) : null;
  return { init, config, asWritten, edited, misspelt, harmful: regression };
}

type Desk = {
  readonly of: AdoptedRepository;
  readonly place: Place;
  readonly home: string;
  readonly temporary: string;
  readonly repository: TemporaryRepository;
  readonly url: string;
};

async function askBoth(desk: Desk, config: string): Promise<Asked> {
  await commitConfig(desk, config);
  const range = await commitEdit(desk, harmless);
  return {
    doctor: await run(desk, ['doctor', '--cwd', desk.repository.directory]),
    ...(await check(desk, range)),
  };
}

/** A commit that adopts the action with this config file, and the spec as it was. */
async function commitConfig({ of, repository, url }: Desk, config: string): Promise<void> {
  await repository.write({
    [of.spec]: of.files[of.spec] ?? '',
    [configPath]: withModelsAt(url, config),
  });
  await commit(repository);
}

/** A commit that edits the spec. */
async function commitEdit(
  { of, repository }: Desk,
  edit: { readonly from: string; readonly to: string },
): Promise<readonly [base: string, head: string]> {
  const base = await repository.git('rev-parse', 'HEAD');
  const text = await readFile(join(repository.directory, of.spec), 'utf8');
  await repository.write({ [of.spec]: text.replace(edit.from, edit.to) });
  return [base, await commit(repository)];
}

// Records and reports stay where they are, and in no commit.
async function commit(repository: TemporaryRepository): Promise<string> {
  await repository.git('add', '--all', '--', '.', ':!.spec-portability');
  await repository.git('commit', '--quiet', '--allow-empty', '--message', 'commit');
  return repository.git('rev-parse', 'HEAD');
}

/** Whoever adopts the action keeps the vendors' models; nothing else of the file is touched. */
function withModelsAt(url: string, config: string): string {
  const models = [
    ['careful', 'anthropic', url],
    ['hasty', 'openai', `${url}/v1`],
  ].map(
    ([name, provider, at]) =>
      `  - { id: ${name}, provider: ${provider}, model: simulated-${name}, base-url: '${at}' }\n`,
  );
  return config.replace(/^models:\n(?: {2}- .*\n)+/m, `models:\n${models.join('')}`);
}

function readersOf({ right, wrong }: AdoptedRepository): readonly SimulatedModel[] {
  return [
    { name: 'simulated-careful', write: () => [right] },
    { name: 'simulated-hasty', write: ({ specText }) => [specText.includes('half up') ? right : wrong] },
  ];
}

async function check(
  desk: Desk,
  [base, head]: readonly [string, string],
): Promise<Pick<Asked, 'check' | 'verdicts'>> {
  const { directory } = desk.repository;
  const result = join(desk.home, 'result.json');
  await rm(result, { force: true });
  const ended = await run(desk, [
    'check',
    '--cwd',
    directory,
    '--base',
    base,
    '--head',
    head,
    '--result',
    result,
  ]);
  return { check: ended, verdicts: verdictsIn(await readFile(result, 'utf8').catch(() => '')) };
}

async function run({ place, home, temporary }: Desk, argv: readonly string[]): Promise<Ended> {
  // Not in the repository: the program is called by its path, and the repository by `--cwd`.
  return startNode([place.cli, ...argv], {
    cwd: home,
    env: {
      PATH: place.path,
      HOME: home,
      // Tests are shown no program that lies here, so it must not be the folder of all temporary files.
      RUNNER_TEMP: temporary,
      ANTHROPIC_API_KEY: 'sk-ant-of-nobody',
      OPENAI_API_KEY: 'sk-of-nobody',
    },
  }).ended;
}
