import type { SandboxLevel } from '../../src/core/settings.ts';
import { temporaryRepository, type TemporaryRepository } from '../../src/testing/temporary-repository.ts';

/** What is measured: cells of two arms on each of these models, with one test run of 0.1 s. */
export const modelNames = ['simulated-one', 'simulated-two'] as const;

const wanted = '{ "expected": 42 }';

/** Code that passes the test; no two texts are tested as one. */
export function answerOf(text: string): string {
  return `${wanted}\n${text}\n`;
}

/** A repository in which the spec changes, and its commits. */
export type Source = {
  readonly repository: TemporaryRepository;
  readonly base: string;
  readonly head: string;
};

/** How a run is set up. `controls`: whether its tests ask for something that can be changed. */
export type Setup = {
  readonly cells: number;
  readonly slots: number;
  readonly sandbox: SandboxLevel;
  readonly controls: boolean;
  /** Whether input costs something, so that the first sample of an arm goes first. Default: it does not. */
  readonly leads?: boolean;
};

/** Makes the repository of a run. Disposing of `repository` removes it. */
export async function makeSource(): Promise<Source> {
  const repository = await temporaryRepository({
    'SPEC.md': 'Write an answer.\n',
    'src/answer.txt': answerOf('committed'),
    // Values in a file of data can be changed, and then the test must fail. A list of lines has nothing to change.
    'tests/want.json': `${wanted}\n`,
    'tests/want.txt': `${wanted}\n`,
    '.gitignore': '.spec-portability\n',
  });
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write({ 'SPEC.md': 'Write the answer.\n' });
  return { repository, base, head: await repository.commit('head') };
}

/** The test command of a setup. */
export function testOf({ controls }: Pick<Setup, 'controls'>): string {
  return `sleep 0.1; grep -qxFf tests/want.${controls ? 'json' : 'txt'} src/answer.txt`;
}

/** The config file of a setup, for models at this address. */
export function configOf(setup: Setup, url: string): string {
  const price = { input: setup.leads === true ? 1 : 0, output: 0 };
  return JSON.stringify({
    version: 1,
    specs: [
      {
        name: 'answer',
        spec: ['SPEC.md'],
        writes: ['src/**'],
        tests: [`tests/want.${setup.controls ? 'json' : 'txt'}`],
        test: testOf(setup),
        results: 'exit-code',
      },
    ],
    models: modelNames.map((name) => ({
      ...{ id: name, provider: 'openai', model: name, 'base-url': `${url}/v1`, 'api-key-env': 'none' },
      ...{ 'max-output-tokens': 1000, price },
    })),
    samples: { looks: [setup.cells / 2 / modelNames.length] },
    budget: { concurrency: setup.slots, generations: 2 * setup.cells },
    gate: { 'fail-on': 'never' },
    sandbox: setup.sandbox,
    controls: setup.controls ? 'auto' : 'off',
  });
}
