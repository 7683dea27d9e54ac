import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { questionsOf } from '../../core/plan/questions-of.ts';
import type { Model, SpecEntry } from '../../core/settings.ts';
import { aModel } from '../../testing/builders/a-question.ts';
import { anEntry } from '../../testing/builders/an-entry.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { findChanges } from './find-changes.ts';
import { verdictIdOf } from './verdict-id.ts';

const before = {
  'SPEC.md': 'Round half up.\n',
  'src/a.mjs': '1\n',
  'test/a.test.mjs': 'test\n',
  'lib.mjs': '1\n',
};
const after = { 'SPEC.md': 'Round sensibly.\n' };
const entry = anEntry({ name: 'a', spec: ['SPEC.md'], writes: ['src/**'] });
const rules = {
  decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
  samples: { looks: [3, 5], base: 20, confirm: 5 },
  gate: { failOn: 'regressed', minPortability: 0 },
} as const;

let repository: TemporaryRepository;
beforeAll(async () => {
  repository = await temporaryRepository(before);
});
afterAll(async () => repository[Symbol.asyncDispose]());

type Situation = {
  readonly base?: Readonly<Record<string, string>>;
  readonly head?: Readonly<Record<string, string>>;
  readonly models?: readonly Model[];
  readonly entry?: Partial<SpecEntry>;
  readonly rules?: Partial<typeof rules> | object;
};

/** Id of the verdicts on two commits of their own. */
async function idOf(situation: Situation = {}): Promise<string> {
  await repository.git('rm', '-rf', '--quiet', '.');
  await repository.write({ ...before, ...situation.base });
  const base = await repository.commit('base');
  await repository.write({ ...after, ...situation.head });
  const head = await repository.commit('head');
  const opened = await openRepository(repository.directory, { PATH: gitEnvironment['PATH'] ?? '' });
  const entries = [{ ...entry, ...situation.entry }];
  const { changes } = await findChanges({ repository: opened, entries, base, head });
  const models = situation.models ?? [aModel()];
  // Only models and looks are read.
  const settings = Object.assign(Object.create(null), { models, ...rules });
  const questions = questionsOf({ changes, unchanged: [], switches: [], settings });
  return verdictIdOf(opened, questions, { ...rules, ...situation.rules });
}

test('commits of their own with all the same in them share one id', async () => {
  expect(await idOf()).toBe(await idOf());
});

test.each<[string, Situation]>([
  ['code that is emptied anyway', { base: { 'src/a.mjs': '2\n' } }],
  ['a file that is neither text nor test', { base: { 'README.md': 'new\n' }, head: { 'lib.mjs': '2\n' } }],
  ['the price of a model', { models: [aModel({ price: { input: 1, output: 2 } })] }],
])('%s does not count', async (_, situation) => {
  expect(await idOf(situation)).toBe(await idOf());
});

test.each<[string, Situation]>([
  ['another text of the base', { base: { 'SPEC.md': 'Round up.\n' } }],
  ['another text of the head', { head: { 'SPEC.md': 'Round as you like.\n' } }],
  ['another test of both sides', { base: { 'test/a.test.mjs': 'other\n' } }],
  ['another test of the head', { head: { 'test/a.test.mjs': 'other\n' } }],
  ['one more test', { head: { 'test/b.test.mjs': 'other\n' } }],
  ['a file that is shown', { entry: { context: ['lib.mjs'] } }],
  ['another test command', { entry: { test: 'true' } }],
  ['another setup', { entry: { setup: 'npm ci' } }],
  ['one more model', { models: [aModel(), aModel({ id: 'b', name: 'b' })] }],
  ['another effort', { models: [aModel({ effort: 'high' })] }],
  ['another gate', { rules: { gate: { failOn: 'never', minPortability: 0 } } }],
  ['other looks', { rules: { samples: { ...rules.samples, looks: [3] } } }],
  ['another alpha', { rules: { decide: { ...rules.decide, alpha: 0.1 } } }],
])('%s makes another id', async (_, situation) => {
  expect(await idOf(situation)).not.toBe(await idOf());
});
