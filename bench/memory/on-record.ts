import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRepository } from '../../src/adapters/git/git-repository.ts';
import { hostEnvironment } from '../../src/adapters/process/environment.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import { planRun } from '../../src/pipeline/check/plan-run.ts';
import { findWork } from '../../src/pipeline/specs/find-work.ts';
import { temporaryRepository } from '../../src/testing/temporary-repository.ts';
import { benchPorts } from '../bench-ports.ts';
import { makeUpRecords, type CellSize, type MadeUp } from '../fan-out/made-up.ts';

/** A repository in which every spec changes. */
type Size = {
  readonly specs: number;
  readonly models: number;
  /** Samples of each side of a question. */
  readonly samples: number;
  readonly cell: CellSize;
};

/** A check that was made: `config` is the path of its config file. */
type OnRecord = MadeUp &
  AsyncDisposable & {
    readonly directory: string;
    readonly config: string;
    readonly base: string;
    readonly head: string;
  };

/** A repository with all records of a check, as if it had been made. Disposing removes it. */
export async function checkedOnRecord(size: Size): Promise<OnRecord> {
  const names = Array.from({ length: size.specs }, (_, index) => `s${String(index + 1).padStart(3, '0')}`);
  const texts = (verb: string): Record<string, string> =>
    Object.fromEntries(
      names.map((name) => [`specs/${name}.md`, `The module ${verb} values, one at a time.\n`.repeat(40)]),
    );
  const source = await temporaryRepository({
    ...texts('must add'),
    ...Object.fromEntries(names.map((name) => [`src/${name}/a.mjs`, 'export {};\n'])),
    '.gitignore': '.spec-portability\n',
  });
  const { directory } = source;
  const base = await source.git('rev-parse', 'HEAD');
  await source.write(texts('should add'));
  const head = await source.commit('head');
  const config = join(directory, '.git/bench.json');
  const text = configOf(names, size);
  await writeFile(config, text);

  const repository = await openRepository(directory, hostEnvironment());
  const { settings } = readSettings({ file: { path: config, text }, inputs: {} });
  const { signal } = new AbortController();
  await using ports = await benchPorts({ repository, sandbox: 'none', signal });
  const trigger = { kind: 'manual', base, head } as const;
  const plan = await planRun(ports, await findWork(repository, { trigger, settings }), {
    settings,
    isShownOnly: false,
  });
  const trees = new Map<string, string>();
  for (const commit of [base, head]) trees.set(commit, await repository.treeOf(commit));
  const share = { usd: null, usdPerPr: null, generations: 0, tokens: null, concurrency: 1 };
  const made = makeUpRecords({
    plan,
    shards: [{ id: '1', questions: plan.questions, share }],
    placeOf: () => join(directory, '.spec-portability'),
    treeOf: (commit) => trees.get(commit) ?? '',
    size: size.cell,
  });
  const dispose = async (): Promise<void> => source[Symbol.asyncDispose]();
  return { ...made, directory, config, base, head, [Symbol.asyncDispose]: dispose };
}

function configOf(names: readonly string[], { models, samples }: Size): string {
  return JSON.stringify({
    version: 1,
    specs: names.map((name) => ({
      name,
      spec: [`specs/${name}.md`],
      writes: [`src/${name}/**`],
      test: 'npm test',
      results: 'report.xml',
    })),
    models: Array.from({ length: models }, (_, index) => ({
      id: `model-${index + 1}`,
      provider: 'openai',
      model: `simulated-${index + 1}`,
      'base-url': 'http://127.0.0.1:9/v1',
      'api-key-env': 'none',
      price: { input: 1, output: 5 },
    })),
    samples: { looks: [samples] },
    gate: { 'fail-on': 'never' },
    budget: { usd: 'none', 'usd-per-pr': 'none', generations: 100_000 },
    sandbox: 'none',
  });
}
