import { readFileSync } from 'node:fs';
import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';
import type { RepositoryFiles } from '../temporary-repository.ts';

/** The smallest project with a spec that can be misread: three words decide how halves are rounded. */
export const halves = {
  spec: '# Halves\n\n`src/half.mjs` exports `half(n)`, n divided by two, a whole number.\n\nRound half up.\n',
  reworded:
    '# Halves\n\n`src/half.mjs` exports `half(n)`, n divided by two, a whole number.\n\nRound sensibly.\n',
  right: 'export const half = (n) => Math.floor(n / 2 + 0.5);\n',
  wrong: 'export const half = (n) => Math.floor(n / 2);\n',
  test: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half } from '../src/half.mjs';
test('halves even numbers', () => assert.equal(half(8), 4));
test('rounds half up', () => assert.equal(half(5), 3));
test('halves nothing', () => assert.equal(half(0), 0));
`,
} as const;

/** The project's files, without a config file. */
export const halvesFiles: RepositoryFiles = {
  'SPEC.md': halves.spec,
  'src/half.mjs': halves.right,
  'test/half.test.mjs': halves.test,
  'test/quick.sh': readFileSync(new URL('quick-tests.sh', import.meta.url), 'utf8'),
  'package.json': '{ "name": "halves", "private": true, "type": "module" }\n',
};

/** The project's tests as users run theirs, for tests in which the runner, its guard or its report matters. */
export const byNode = { test: 'node test/half.test.mjs' } as const;

/** The same tests, names and results without a start of Node, which takes twenty times as long: a check runs them 40 times. */
export const byShell = { test: 'sh test/quick.sh', results: 'report.xml' } as const;

/** A simulated model that writes the right code whenever the text or the sample allows it. */
export function reader(
  name: string,
  isRight: (reading: { readonly specText: string; readonly sample: number }) => boolean,
): SimulatedModel {
  return {
    name,
    // No two samples are the same text, as with a real model.
    write: (reading) => [
      {
        path: 'src/half.mjs',
        content: `// ${reading.sample}\n${isRight(reading) ? halves.right : halves.wrong}`,
      },
    ],
  };
}

/** Reads any wording correctly. */
export const careful: SimulatedModel = reader('simulated-careful', () => true);

/** Reads it correctly only if it says `half up`. */
export const hasty: SimulatedModel = reader('simulated-hasty', ({ specText }) =>
  specText.includes('half up'),
);

/**
 * A config file for the project: `careful` at Anthropic and `hasty` at OpenAI, its tests run by the shell, with any of it
 * replaced.
 */
export function halvesConfig(
  url: string,
  overrides: {
    readonly spec?: Readonly<Record<string, unknown>>;
    readonly specs?: unknown;
    readonly models?: unknown;
    readonly rest?: Readonly<Record<string, unknown>>;
  } = {},
): string {
  const spec = {
    name: 'halves',
    spec: ['SPEC.md'],
    writes: ['src/**'],
    ...(overrides.spec?.['test'] === undefined ? byShell : {}),
    ...overrides.spec,
  };
  // JSON is YAML.
  const config = {
    version: 1,
    specs: overrides.specs ?? [spec],
    models: overrides.models ?? bothModels(url),
    samples: { looks: [3, 5] },
    sandbox: 'none',
    // Words are looked for only where a test is about them: other tests count calls.
    bisect: 'never',
    ...overrides.rest,
  };
  return `${JSON.stringify(config, null, 1)}\n`;
}

/** `careful` and `hasty` as a config file lists them. */
export function bothModels(url: string): readonly Readonly<Record<string, unknown>>[] {
  const price = { input: 1, output: 5 };
  return [
    { id: 'careful', provider: 'anthropic', model: 'simulated-careful', 'base-url': url, price },
    { id: 'hasty', provider: 'openai', model: 'simulated-hasty', 'base-url': `${url}/v1`, price },
  ];
}
