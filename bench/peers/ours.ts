import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultFile } from '../../src/core/report/machine/result-schema.ts';
import { runMeasured, type Measured } from './measured-process.ts';
import type { Places } from './places.ts';
import { startServer } from './start-server.ts';
import { modelNames, work } from './work.ts';

/** The parts of our check that the other tool has no counterpart for. */
export type Variant = {
  readonly sandbox: 'none' | 'bubblewrap';
  /** Whether passes are proved by changed tests; else there are none, and only the exit code counts, as for the other tool. */
  readonly controls: boolean;
};

/** As the other tool: no sandbox, and a pass is an exit code. */
export const plain: Variant = { sandbox: 'none', controls: false };

/** What one check is given. */
export type Check = {
  readonly url: string;
  readonly command: string;
  readonly samples: number;
  readonly variant?: Variant;
  readonly withTree?: boolean;
  readonly failOn?: 'never' | 'regressed';
};

/** Runs one check through the shipped bundle; what is on record stays and is added to. */
export async function runOurs(places: Places, of: Check): Promise<Measured> {
  const config = join(places.folder, 'spec-portability.yml');
  await writeFile(config, configFor({ ...of, maxTokens: work.maxTokens }));
  return runCheck(places, { config, withTree: of.withTree ?? false });
}

/** Records as any pull request after the first has them: own and emptied runs of both commits, and no answer. */
export async function warmRecords(places: Places, of: Omit<Check, 'url' | 'samples'>): Promise<void> {
  await using server = await startServer(0);
  await forgetRecords(places);
  const config = join(places.folder, 'warm.yml');
  // Another limit of tokens is another question to the model, whose answers the measured run cannot use again.
  await writeFile(
    config,
    configFor({ ...of, url: server.url, samples: 1, maxTokens: work.maxTokens + 1, failOn: 'never' }),
  );
  const warm = await runCheck(places, { config, withTree: false });
  if (warm.code !== 0) throw new Error(`the check to warm up ended with ${warm.code}: ${warm.output}`);
  await rm(join(places.folder, 'records'), { recursive: true, force: true });
  await cp(recordsOf(places), join(places.folder, 'records'), { recursive: true });
}

/** Puts the records back that `warmRecords` kept. */
export async function restoreRecords(places: Places): Promise<void> {
  await forgetRecords(places);
  await cp(join(places.folder, 'records'), recordsOf(places), { recursive: true });
}

/** Leaves nothing on record: a cold run. */
export async function forgetRecords(places: Places): Promise<void> {
  await rm(join(places.repository, '.spec-portability'), { recursive: true, force: true });
  await mkdir(join(places.repository, '.spec-portability'));
}

/** What the last check concluded. */
export async function lastResult(places: Places): Promise<ResultFile> {
  return JSON.parse(await readFile(join(places.folder, 'result.json'), 'utf8'));
}

function recordsOf(places: Places): string {
  return join(places.repository, '.spec-portability/records');
}

async function runCheck(
  places: Places,
  { config, withTree }: { readonly config: string; readonly withTree: boolean },
): Promise<Measured> {
  return runMeasured({
    argv: [
      ...[process.execPath, places.cli, 'check', '--config', config],
      ...['--base', places.base, '--head', places.head],
      ...['--cwd', places.repository, '--result', join(places.folder, 'result.json')],
    ],
    cwd: places.repository,
    env: places.env,
    withTree,
  });
}

function configFor(of: Check & { readonly maxTokens: number }): string {
  const { sandbox, controls } = of.variant ?? plain;
  const model = {
    'api-key-env': 'none',
    'max-output-tokens': of.maxTokens,
    price: { input: 0, output: 0 },
  };
  // JSON is YAML.
  return JSON.stringify({
    version: 1,
    specs: [
      {
        name: 'slug',
        spec: ['SPEC.md'],
        writes: ['src/**'],
        test: of.command,
        results: controls ? 'auto' : 'exit-code',
      },
    ],
    models: [
      { id: 'first', provider: 'anthropic', model: modelNames[0], 'base-url': of.url, ...model },
      {
        id: 'second',
        provider: 'openai-compatible',
        model: modelNames[1],
        'base-url': `${of.url}/v1`,
        ...model,
      },
    ],
    samples: { looks: [of.samples] },
    budget: { concurrency: work.inFlight },
    gate: { 'fail-on': of.failOn ?? 'never' },
    bisect: 'never',
    sandbox,
    controls: controls ? 'auto' : 'off',
  });
}
