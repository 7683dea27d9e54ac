import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { fewSources, plantedCopy, type Ended, type PlantedCopy } from './planted-copy.ts';

const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)('../../.dependency-cruiser.cjs'))
  .forbidden.map(({ name }) => name);

// What each rule must catch: who imports what, in every way an import can be written.
const plants: Readonly<Record<string, readonly (readonly [from: string, text: string])[]>> = {
  'no-circular': [
    ['src/core/plan/planted-one.ts', "import type { Two } from './planted-two.ts';\nexport type One = Two;"],
  ],
  'core-layer': [
    ['src/core/plan/planted-type.ts', "import type { Check } from '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-mixed.ts', "import { type Check } from '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-value.ts', "import { check } from '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-bare.ts', "import '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-lazy.ts', "export const load = () => import('../../pipeline/check/check.ts');"],
    ['src/core/plan/planted-again.ts', "export { check } from '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-inline.ts', "export type P = import('../../pipeline/check/check.ts').Check;"],
    ['src/core/plan/planted-port.ts', "import type { Clock } from '../../ports/clock.ts';"],
  ],
  'ports-layer': [
    ['src/ports/planted-pipeline.ts', "import type { Ports } from '../pipeline/engine/engine.ts';"],
  ],
  'config-layer': [['src/config/planted-port.ts', "import type { Clock } from '../ports/clock.ts';"]],
  'pipeline-layer': [
    ['src/pipeline/planted-adapter.ts', "import { systemClock } from '../adapters/process/system-clock.ts';"],
    ['src/pipeline/planted-config.ts', "import type { C } from '../config/config-schema.ts';"],
  ],
  'adapters-layer': [
    ['src/adapters/records/planted-pipeline.ts', "import type { P } from '../../pipeline/engine/engine.ts';"],
  ],
  'inside-layer': [['src/inside/planted-core.cjs', "require('../core/digest.ts');"]],
  'core-is-pure': [
    ['src/core/plan/planted-node.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/core/plan/planted-old-node.ts', "import { readFile } from 'fs/promises';"],
    ['src/core/plan/planted-hash.ts', "import { createHash } from 'node:crypto';"],
    ['src/core/plan/planted-package.ts', "import { simpleGit } from 'simple-git';"],
    ['src/core/plan/planted-package-type.ts', "import type { SimpleGit } from 'simple-git';"],
    ['src/core/plan/planted-require.ts', "import { createRequire } from 'node:module';"],
  ],
  'digest-only-hashes': [['src/core/digest.ts', "import 'node:fs';"]],
  'ports-are-types': [['src/ports/planted-package.ts', "import { z } from 'zod';"]],
  'config-reads-text': [['src/config/planted-node.ts', "import { readFile } from 'node:fs/promises';"]],
  'pipeline-goes-through-ports': [
    ['src/pipeline/planted-node.ts', "import { spawn } from 'node:child_process';"],
    ['src/pipeline/planted-package.ts', "import { z } from 'zod';"],
  ],
  'adapters-are-strangers': [
    ['src/adapters/records/planted-git.ts', "import type { R } from '../git/git-repository.ts';"],
    ['src/adapters/anthropic/planted-openai.ts', "import { o } from '../openai/openai-client.ts';"],
  ],
  'fakes-only-in-tests': [
    ['src/entry/planted-fake.ts', "import { aSummary } from '../testing/builders/a-summary.ts';"],
    ['src/core/plan/planted-fake.ts', "import type { S } from '../../testing/builders/a-summary.ts';"],
    ['src/adapters/process/planted-test.ts', "import './run-command.test.ts';"],
  ],
  'anthropic-ai-stays-home': [
    ['src/adapters/api-client/planted-sdk.ts', "import type { Anthropic } from '@anthropic-ai/sdk';"],
    ['src/entry/planted-anthropic.ts', "export const sdk = () => import('@anthropic-ai/sdk');"],
  ],
  'openai-stays-home': [
    ['src/adapters/anthropic/planted-sdk.ts', "export const sdk = () => import('openai');"],
  ],
  'actions-core-stays-home': [
    ['src/adapters/process/planted-core.ts', "import { info } from '@actions/core';"],
  ],
  'actions-github-stays-home': [
    ['src/adapters/process/planted-github.ts', "import { getOctokit } from '@actions/github';"],
  ],
  'actions-cache-stays-home': [
    ['src/adapters/github/planted-cache.ts', "import { saveCache } from '@actions/cache';"],
  ],
  'simple-git-stays-home': [
    ['src/adapters/records/planted-git-sdk.ts', "import { simpleGit } from 'simple-git';"],
  ],
  'errors-stand-alone': [['src/errors.ts', "import 'node:fs';"]],
  'no-import-runs-back': [
    ['src/core/specs/planted-back.ts', "import type { Plan } from '../plan/plan.ts';"],
    ['src/core/report/words/planted-back.ts', "import { page } from '../html/page.ts';"],
    ['src/core/report/html/planted-beside.ts', "import { sarif } from '../machine/sarif.ts';"],
    ['src/core/planted-back.ts', "import type { Plan } from './plan/plan.ts';"],
    ['src/core/planted-room/planted.ts', "import { digest } from '../digest.ts';"],
    ['src/pipeline/engine/planted-back.ts', "import { check } from '../check/check.ts';"],
    ['src/entry/wiring/planted-back.ts', "import { runAction } from '../action/run-action.ts';"],
    ['src/adapters/process/planted-back.ts', "import { RecordStore } from '../records/record-store.ts';"],
  ],
  'no-re-exports': [
    ['src/core/plan/planted-type-again.ts', "export type { Check } from '../../pipeline/check/check.ts';"],
    ['src/core/plan/planted-all-again.ts', "export type * from '../../pipeline/check/check.ts';"],
    [
      'src/core/plan/planted-lines-again.ts',
      "export {\n  type Check,\n} from '../../pipeline/check/check.ts';",
    ],
  ],
};

let copy: PlantedCopy;
let ended: Ended = { code: 0, output: '' };
let lines: readonly string[] = [];

beforeAll(async () => {
  copy = await plantedCopy(fewSources);
  await copy.write(
    'src/core/plan/planted-two.ts',
    "import type { One } from './planted-one.ts';\nexport type Two = One | 2;\n",
  );
  for (let number = 0; number <= 30; number += 1)
    await copy.write(`src/core/planted-drawer/file-${number}.ts`, `export const planted = ${number};\n`);
  const files = Object.values(plants).flat();
  for (const [path, text] of files) await copy.append(path, `\n${text}\n`);
  for (const target of new Set(files.flatMap(([path, text]) => importedBy(path, text))))
    if (!existsSync(join(copy.directory, target))) await copy.write(target, await standInFor(target));
  ended = await copy.npmRun('check:layers');
  lines = ended.output.split('\n');
});
afterAll(async () => copy[Symbol.asyncDispose]());

/** Files of ours that a planted text imports. */
function importedBy(path: string, text: string): readonly string[] {
  return [...text.matchAll(/'(\.[^']+)'/g)].map(([, name = '']) => join(dirname(path), name));
}

// The rules look at where a file lies: what else it holds and imports would only be read for nothing.
async function standInFor(target: string): Promise<string> {
  await access(target);
  return 'export {};\n';
}

test('every rule has a planted violation, and they fail the check', () => {
  expect(ended.code).not.toBe(0);
  expect(Object.keys(plants).toSorted()).toEqual(
    [...rules, 'no-import-runs-back', 'no-re-exports'].toSorted(),
  );
});

test.each(
  Object.entries(plants).flatMap(([rule, files]) => files.map(([from, text]) => [rule, from, text] as const)),
)('%s is broken by %s: %s', (rule, from) => {
  expect(lines.filter((line) => line.startsWith(`${rule}: ${from} → `))).not.toEqual([]);
});

test('at-most-30-files is broken by a folder of 31', () => {
  expect(ended.output).toContain('at-most-30-files: src/core/planted-drawer → 31 files lie flat in it');
});

test('the number of arrows that run back is said of every wing', () => {
  expect(
    lines.filter((line) => /^\w+: [1-9]\d* of \d+ arrows between rooms run back$/.test(line)),
  ).toHaveLength(4);
});

test('the few sources of these copies pass as they are', async () => {
  await using other = await plantedCopy(fewSources);

  expect((await other.run('node', 'scripts/check-layers.ts')).code).toBe(0);
});

test('a cruiser without a compiler for TypeScript is not taken for success', async () => {
  await using other = await plantedCopy(fewSources);
  // What an install without the optional compiler looks like to the cruiser.
  const hook =
    "import { registerHooks } from 'node:module'; registerHooks({ resolve(name, context, next) { if (name.startsWith('@swc/core')) throw new Error('not installed'); return next(name, context); } });";
  await other.write('hide-compiler.mjs', hook);

  const { code, output } = await other.run(
    'node',
    '--import',
    './hide-compiler.mjs',
    'scripts/check-layers.ts',
  );

  expect(output).toMatch(/files were not seen/);
  expect(code).not.toBe(0);
});

test('files that the cruiser leaves out are not taken for clean', async () => {
  await using other = await plantedCopy(fewSources);
  await other.append(
    '.dependency-cruiser.cjs',
    "module.exports.options.exclude = { path: '^src/core/statistics/' };\n",
  );

  const { code, output } = await other.npmRun('check:layers');

  expect(output).toMatch(/files were not seen: src\/core\/statistics\//);
  expect(code).not.toBe(0);
});
