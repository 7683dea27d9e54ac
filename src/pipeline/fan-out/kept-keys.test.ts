import type { SpecVersion } from '../../core/specs/spec.ts';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { openRecordStore } from '../../adapters/records/record-store.ts';
import { readSettings } from '../../config/read-settings.ts';
import { digest } from '../../core/digest.ts';
import { divided } from '../../core/fan-out/plan-of-file.ts';
import { armsOf } from '../../core/plan/question.ts';
import { testRunKey, type ReaderVersion } from '../../core/records/test-run-key.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { planDrifts, planNight } from '../audit/plan-night.ts';
import { seriesAt } from '../audit/series-at.ts';
import { planRun } from '../check/plan-run.ts';
import { findWork } from '../specs/find-work.ts';

// What earlier versions stored is found only by these keys. The version of 2026-07 computed them, and they must never
// change: a changed key makes every stored answer a miss, and the user pays for it again.

const before = {
  'specs/duration/SPEC.md': '# Durations\n\nRound half up.\n',
  'specs/money/SPEC.md': '# Money\n\nTwo digits.\n',
  'AGENTS.md': 'Use spaces.\n',
  'lib/shown.mjs': 'export const one = 1;\n',
  'src/duration.mjs': 'export const duration = 1;\n',
  'test/duration.test.mjs': 'test\n',
};
const after = {
  'specs/duration/SPEC.md': '# Durations\n\nRound to the nearest minute.\n',
  'specs/new/SPEC.md': '# New\n\nSay hello.\n',
};

const config = `version: 1
specs:
  - { spec: [specs/*/SPEC.md], instructions: [AGENTS.md], context: [lib/shown.mjs], writes: ["src/**"], test: npm test }
models:
  - { id: old, provider: anthropic, model: claude-old, effort: low, price: { input: 1, output: 5 } }
  - { id: new, provider: openai, model: gpt-new, max-output-tokens: 9000, price: { input: 1, output: 5 } }
sandbox: none
`;

let repository: TemporaryRepository;
let records: string;
let commits: { readonly base: string; readonly head: string };
beforeAll(async () => {
  repository = await temporaryRepository(before);
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write(after);
  commits = { base, head: await repository.commit('head') };
});
beforeEach(async () => {
  records = await mkdtemp(join(tmpdir(), 'kept-keys-'));
});
afterEach(async () => rm(records, { recursive: true }));
afterAll(async () => repository[Symbol.asyncDispose]());

async function opened() {
  const { settings } = readSettings({ file: { path: 'portability.yml', text: config }, inputs: {} });
  const [from, to] = settings.models;
  if (from === undefined || to === undefined) throw new Error('two models');
  const git = await openRepository(repository.directory, { PATH: gitEnvironment['PATH'] ?? '' });
  const trigger = { kind: 'manual', ...commits } as const;
  const work = await findWork(git, { trigger, settings, switches: [{ from, to }] });
  const ports = Object.assign(Object.create(null), {
    records: await openRecordStore({ directory: records, tracks: async () => false }),
    reader: { event: 'local', ref: null, pullRequest: null },
    clock: { now: () => 1_800_000_000_000 },
  });
  return { settings, git, work, ports };
}

async function recordsOf(kind: string): Promise<readonly string[]> {
  const names = await readdir(join(records, kind), { recursive: true });
  return names.filter((name) => name.endsWith('.json')).toSorted();
}

test('the keys of answers', async () => {
  const { work } = await opened();
  const keys = work.questions.flatMap((question) =>
    armsOf(question).map((arm) => [
      question.asks,
      question.change.name,
      arm.model.id,
      arm.prompt.nonce,
      arm.keyOf(0),
      arm.keyOf(7),
    ]),
  );
  expect(digest(keys)).toBe('322038f67bd3c4ed98d0b4c9e2c4b3bd60fa25e50c8811c2e26763df68c89944');
  expect(keys[0]).toEqual([
    'regression',
    'duration',
    'old',
    'ST8QUR',
    'a9bc1b3cc180588671a379bf192c5e46bf1dc9e435d5510f3279c2abbdc08aab',
    '1a4295115314ae9bba03b4605c12e35dac878fe00b7583c60b828433f8a7ec15',
  ]);
});

test('the keys of test runs', async () => {
  const { work } = await opened();
  const [change] = work.changes;
  if (change?.base === null || change?.base === undefined) throw new Error('a change');
  const at = { tree: 'f'.repeat(40), version: change.base, sandbox: 'bubblewrap', repeat: 0 };
  const files = [{ path: 'src/duration.mjs', content: 'export const duration = 2;\n' }];
  const keysOf = (reader: ReaderVersion): readonly string[] => [
    testRunKey({ ...at, files: null, mode: 'plain', reader }),
    testRunKey({ ...at, files: [], mode: 'plain', reader }),
    testRunKey({ ...at, files, mode: 'forced-failure', reader }),
  ];
  expect(keysOf(1)).toEqual([
    '54b5da10bf3d302805e1a3ea5c21f16619d83721191ad8616c62c3c1c84690bc',
    '6478556ba295f1b29c28cc23b6cec6bcc56b3260237afab2beafda04e4b06141',
    'b5c0ff780f9a1b9a9c15c3df3c6dc7aa0475c9fcd2c0cd50326d59ad0c60148b',
  ]);
  expect(keysOf(2)).toEqual([
    '21224adb4691019e9cb8007cb8986eb93a22e6d92e217fb2578023841ecdb4d3',
    '8f06230659d5111e44d2c5621ac864d56ff7effd2e14d9580ebbb35dc93fbac1',
    '20a8c95876a5b538a398f9c9aaf414fd3e2328f102a0f5ba2e3ce46caad3e6d0',
  ]);
});

test('a run without a guard, and one with changed tests, is never taken for another one', async () => {
  const { work } = await opened();
  const [change] = work.changes;
  if (change?.base === null || change?.base === undefined) throw new Error('a change');
  const at = { tree: 'f'.repeat(40), version: change.base, sandbox: 'bubblewrap', repeat: 0 };
  const plain = { ...at, files: null, mode: 'plain', reader: 2 } as const;
  const changed = ['1', '2'].map((text) => ({ changed: [{ path: 'test/duration.test.mjs', text }] }));
  const others = [{}, { isGuarded: false }, ...changed, { isGuarded: false, ...changed[0] }];
  const keys = others.map((other) => testRunKey({ ...plain, ...other }));
  expect(new Set(keys).size).toBe(others.length);
  expect(testRunKey({ ...plain, isGuarded: true, changed: [] })).toBe(keys[0]);
});

test('a run whose setup found a repository is that of its commit, and of no run without one', async () => {
  const { work } = await opened();
  const [change] = work.changes;
  if (change?.base === null || change?.base === undefined) throw new Error('a change');
  const keyOf = (version: SpecVersion): string =>
    testRunKey({
      ...{ tree: 'f'.repeat(40), version, sandbox: 'bubblewrap', repeat: 0 },
      ...({ files: null, mode: 'plain', reader: 2 } as const),
    });
  const plain = change.base;
  const withGit = { ...plain, spec: { ...plain.spec, git: true } } as const;
  const elsewhere = { ...withGit, commit: 'e'.repeat(40) };
  expect(new Set([plain, withGit, elsewhere].map(keyOf)).size).toBe(3);
  expect(keyOf({ ...plain, commit: 'e'.repeat(40) })).toBe(keyOf(plain));
});

test('the key of a plan, of a verdict, and the file of a plan', async () => {
  const { settings, work, ports } = await opened();
  const plan = await planRun(ports, work, { settings, isShownOnly: false });
  const { file } = divided(plan, { settings, spentUsd: null, wanted: null });
  expect({
    verdict: work.verdictId,
    onRecord: await recordsOf('plan'),
    key: file.key,
    file: digest(JSON.stringify(file)),
    questions: digest(JSON.stringify(file.questions)),
  }).toEqual({
    verdict: '7b8ee550a486f2faa4ade072a706277f0cad499c347b61ab27f537f4b02e3df0',
    onRecord: ['cb/cb42cbefc2f98a80e6608d59805a9bda543a5dabc7782a131626187a59edf375.json'],
    key: 'cb42cbefc2f98a80e6608d59805a9bda543a5dabc7782a131626187a59edf375',
    file: '0d2630a118e04cd7c91f3343aa5436e462af67627b7deb55580d7be64caaa222',
    questions: '2f4e10959db250d4fb65ff492751098108b109661db93d937d0c0e0f50ce748c',
  });
});

test('the keys of the plans of a night', async () => {
  const { settings, git, ports } = await opened();
  const all = await seriesAt(git, settings, { head: commits.head, anchor: commits.base });
  const night = '2026-09-01';
  const planned = await planNight(ports, all, { night, settings });
  await planDrifts(ports, [...planned.nights.values()], { night, settings, series: all.length });
  expect(all.map(({ spec, model, texts }) => [spec, model.id, texts.anchor, texts.head])).toEqual([
    ['duration', 'old', 'a9bc1b3cc1805886', 'fa7a5bbef4f95620'],
    ['duration', 'new', '253e91fcfb26f921', '156043f614be1e77'],
    ['money', 'old', '6700679bcd451745', '6700679bcd451745'],
    ['money', 'new', '5cde044cf58cf693', '5cde044cf58cf693'],
    ['new', 'old', 'bb7ece23714a99ee', 'bb7ece23714a99ee'],
    ['new', 'new', '3379f7cd78ac5871', '3379f7cd78ac5871'],
  ]);
  expect(digest(await recordsOf('plan'))).toBe(
    '3777f73e7e4c3693bebf17e82845347d16ea77346ca507a85de4ca39445d2104',
  );
  expect(await recordsOf('plan')).toHaveLength(14);
});
