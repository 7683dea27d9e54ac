import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyCopy } from './planted-copy.ts';
import type { PlantedCopy } from './planted-copy.ts';

let copy: PlantedCopy;
beforeAll(async () => {
  copy = await emptyCopy();
});
afterAll(async () => copy[Symbol.asyncDispose]());

test('a badly formatted file fails the format check, in each folder', async () => {
  for (const folder of ['src', 'scripts', 'bench'])
    await copy.write(`${folder}/planted.ts`, 'const  a = "b"');

  const { code, output } = await copy.npmRun('check:format');

  expect(code).not.toBe(0);
  for (const folder of ['src', 'scripts', 'bench']) expect(output).toContain(`${folder}/planted.ts`);
});

test('a wrong type, an unchecked index, a forgotten case and syntax that cannot be stripped fail the type check', async () => {
  await copy.write('src/planted.ts', "export const planted: number = 'text';\n");
  await copy.write('src/core/planted.ts', 'export const planted = (list: string[]): string => list[0];\n');
  await copy.write(
    'bench/planted.ts',
    "export function planted(word: 'a' | 'b'): string {\n  switch (word) {\n    case 'a':\n      return word;\n  }\n}\n",
  );
  await copy.write('scripts/planted.ts', 'export enum Planted {\n  one,\n}\n');
  // Node 20 has no Promise.withResolvers, and the bundle promises to run there.
  await copy.write('src/entry/planted.ts', 'export const planted = Promise.withResolvers();\n');

  const { code, output } = await copy.npmRun('check:types');

  expect(code).not.toBe(0);
  expect(output).toMatch(/src\/planted\.ts\(1,.*TS2322/);
  expect(output).toMatch(/src\/core\/planted\.ts\(1,.*TS2322/);
  expect(output).toMatch(/bench\/planted\.ts\(.*TS(?:2366|7030)/);
  expect(output).toMatch(/scripts\/planted\.ts\(.*TS1294/);
  expect(output).toMatch(/src\/entry\/planted\.ts\(.*TS2550/);
});
