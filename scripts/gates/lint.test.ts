import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { emptyCopy } from './planted-copy.ts';
import type { PlantedCopy } from './planted-copy.ts';

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string() })),
});

const pureLayers = ['core/planted', 'pipeline', 'config', 'ports'];
const worldly = {
  'the clock': 'Date.now()',
  'a clock made of Date': 'new Date()',
  'a timer': 'setTimeout(() => undefined, 1)',
  'a timer of AbortSignal': 'AbortSignal.timeout(1)',
  'the process clock': 'performance.now()',
  chance: 'Math.random()',
  'chance of crypto': 'crypto.randomUUID()',
  'the environment': "process.env['PATH']",
  'the network': "fetch('http://127.0.0.1')",
  'all of that by another name': 'globalThis',
};

const plants: readonly { readonly path: string; readonly rule: string; readonly text: string }[] = [
  at('src/adapters/records', 'no-restricted-globals', "export const planted = process.env['PATH'];"),
  at('src/core/report', 'no-console', "console.log('planted');"),
  at('src/core/report', 'eqeqeq', 'export const planted = (a: string, b: string) => a == b;'),
  at('src/core/report', 'no-unused-vars', 'const planted = 1;'),
  at('src/core/report', 'no-param-reassign', 'export const planted = (a: number) => (a = 1);'),
  at('src/core/report', 'no-explicit-any', 'export const planted = (a: any): string => String(a);'),
  at('src/core/report', 'no-non-null-assertion', 'export const planted = (a: string | null) => a!;'),
  at('src/core/report', 'no-default-export', 'export default 1;'),
  at('src/core/report', 'max-params', 'export const planted = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];'),
  at('src/core/report', 'complexity', `export const planted = (a: number) => [${'a ? 1 : 2, '.repeat(11)}];`),
  at('src/core/report', 'max-lines', `export const planted = 1;\n${'//\n'.repeat(250)}`),
  at(
    'src/core/report',
    'max-lines-per-function',
    `export function planted() {\n${'  void 0;\n'.repeat(51)}}`,
  ),
  at(
    'src/core/report',
    'consistent-type-imports',
    "import { Plan } from '../plan/plan.ts';\nexport type Planted = Plan;",
  ),
  at('src/pipeline', 'no-floating-promises', 'export function planted() {\n  Promise.resolve(1);\n}'),
  ...['src/core/report', 'src/pipeline', 'src/adapters/git', 'src/entry'].map((folder) =>
    at(folder, 'no-restricted-properties', 'export const planted = async () => Promise.all([]);'),
  ),
  at('src/pipeline', 'no-misused-promises', 'export const planted = () => (Promise.resolve(true) ? 1 : 2);'),
  at('src/pipeline', 'await-thenable', 'export const planted = async () => await 1;'),
  at('src/pipeline', 'only-throw-error', "export function planted() {\n  throw 'text';\n}"),
  at(
    'src/pipeline',
    'return-await',
    'export async function planted() {\n  try {\n    return Promise.resolve(1);\n  } catch {\n    return 2;\n  }\n}',
  ),
  at(
    'src/core/report',
    'switch-exhaustiveness-check',
    "export function planted(a: 'b' | 'c') {\n  switch (a) {\n    case 'b':\n      return 1;\n  }\n  return 2;\n}",
  ),
  ...['src/core/report', 'src/adapters/git', 'scripts', 'bench'].flatMap((folder) => [
    inTest(folder, 'no-focused-tests', "test.only('planted', () => expect(1).toBe(1));"),
    inTest(folder, 'no-disabled-tests', "test.skip('planted', () => expect(1).toBe(1));"),
    inTest(folder, 'expect-expect', "test('planted', () => undefined);"),
    inTest(folder, 'valid-expect', "test('planted', () => {\n  expect(1);\n});"),
    inTest(
      folder,
      'no-identical-title',
      "test('planted', () => expect(1).toBe(1));\ntest('planted', () => expect(1).toBe(1));",
    ),
  ]),
  at('src/core/planted-cycle', 'no-cycle', "export { planted } from './other.ts';\nexport const other = 1;"),
];

let copy: PlantedCopy;
let found: { readonly code: string; readonly filename: string }[] = [];

beforeAll(async () => {
  copy = await emptyCopy();
  await copy.write('src/core/plan/plan.ts', 'export type Plan = 1;\n');
  await Promise.all(plants.map(async ({ path, text }) => copy.write(path, `${text}\n`)));
  await copy.write(
    'src/core/planted-cycle/other.ts',
    "import { other } from './no-cycle.ts';\nexport const planted = other;\n",
  );
  for (const layer of pureLayers) {
    const writes = Object.values(worldly).map(async (expression, index) =>
      copy.write(`src/${layer}/worldly-${index}.ts`, `export const planted = () => ${expression};\n`),
    );
    await Promise.all(writes);
  }
  const { output } = await copy.npmRun('check:lint', '--format=json');
  const { diagnostics } = report.parse(JSON.parse(output.slice(output.indexOf('{'))));
  found = diagnostics.map(({ code = '', filename }) => ({ code, filename }));
});
afterAll(async () => copy[Symbol.asyncDispose]());

test.each(plants)('$rule is reported at $path', ({ path, rule }) => {
  const codes = found.filter(({ filename }) => filename.endsWith(path)).map(({ code }) => code);

  expect(codes.join(' ')).toContain(`(${rule})`);
});

describe.each(pureLayers)('%s cannot reach', (layer) => {
  test.each(Object.keys(worldly).map((name, index) => [name, index] as const))('%s', (_, index) => {
    const codes = found
      .filter(({ filename }) => filename.endsWith(`src/${layer}/worldly-${index}.ts`))
      .map(({ code }) => code);

    expect(codes.join(' ')).toMatch(/\(no-restricted-(?:globals|properties)\)/);
  });
});

test('a warning fails the lint as an error does', async () => {
  await using other = await emptyCopy();
  await other.write('src/core/report/planted.ts', 'export function planted() {\n  debugger;\n}\n');

  const { code, output } = await other.npmRun('check:lint');

  // The sign before it depends on the terminal.
  expect(output).toContain('eslint(no-debugger)');
  expect(code).not.toBe(0);
});

function at(folder: string, rule: string, text: string) {
  return { path: `${folder}/${rule}.ts`, rule, text };
}

function inTest(folder: string, rule: string, text: string) {
  const head = "import { expect, test } from '@jest/globals';\n";
  return { path: `${folder}/planted-${rule}.test.ts`, rule, text: `${head}${text}` };
}
