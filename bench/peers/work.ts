/** The tests that a cell runs. `trivial`: a file is there; the other tool then only reads the answer and runs nothing. */
export type TestName = 'trivial' | 'sleep' | 'node';

/** One situation in which both tools and the floor are measured. */
export type Situation = { readonly latencyMs: number; readonly test: TestName };

/** The same work for everybody: models × specs × samples, and so many calls in flight. */
export const work = { models: 2, specs: 2, samples: 24, inFlight: 16, maxTokens: 4096 } as const;

/** Cells of one run. */
export const cells = work.models * work.specs * work.samples;

/** The commands of the tests, for a shell in the folder with the generated code. */
export const testCommands: Readonly<Record<TestName, string>> = {
  trivial: 'grep -q toLowerCase src/slug.mjs',
  sleep: 'sleep 0.1; grep -q toLowerCase src/slug.mjs',
  node: 'node --test',
};

/** The names of a situation in tables. */
export function situationText({ latencyMs, test }: Situation): string {
  const names = { trivial: 'no or a trivial test', sleep: '`sleep 0.1`', node: '`node --test`' };
  return `${latencyMs / 1000} s, ${names[test]}`;
}

/** What the models do besides answering: `drop`: the second model fails every other sample of the head. */
export type Habit = 'right' | 'drop' | 'flaky';

/** The names that both servers know their models by. */
export const modelNames = ['simulated-first', 'simulated-second'] as const;

const spec = `# Slugs

\`src/slug.mjs\` exports \`slug(title)\`.

- Letters become lower case.
- Each run of other signs than letters and digits becomes one hyphen.
- No hyphen stands at the beginning or at the end.
`;

/** The two texts of the spec. */
export const specs = {
  base: spec,
  head: spec.replace('Each run of other signs than', 'Whatever is not among'),
} as const;

const code = `export const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
`;

/** What a model writes; no two samples are the same text, so that each is tested. */
export function codeOf(note: string, isRight: boolean): string {
  return `// ${note}\n${isRight ? code : code.replace('    .toLowerCase()\n', '')}`;
}

/** The repository without a config file, before the edit of the spec. */
export const repositoryFiles: Readonly<Record<string, string>> = {
  'SPEC.md': specs.base,
  'package.json': '{ "name": "slug", "private": true, "type": "module" }\n',
  'src/slug.mjs': code,
  'test/slug.test.mjs': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slug } from '../src/slug.mjs';
test('lowers letters', () => assert.equal(slug('Title'), 'title'));
test('joins words', () => assert.equal(slug('one, two'), 'one-two'));
test('has no hyphen at its ends', () => assert.equal(slug('(one)'), 'one'));
`,
};
