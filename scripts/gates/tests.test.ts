import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plantedCopy } from './planted-copy.ts';
import type { PlantedCopy } from './planted-copy.ts';

let copy: PlantedCopy;
beforeAll(async () => {
  copy = await plantedCopy();
});
afterAll(async () => copy[Symbol.asyncDispose]());

const head = "import { expect, test } from '@jest/globals';\n";

test.each([
  ['fails', `${head}test('planted', () => {\n  expect(1).toBe(2);\n});\n`, '1 failed'],
  ['dies at import', `${head}import './missing.ts';\ntest('planted', () => {});\n`, '1 failed'],
  ['holds no test', `${head}export {};\n`, 'must contain at least one test'],
])('`npm test` ends non-zero when a test file %s', async (situation, text, said) => {
  const path = `src/planted-${situation.replaceAll(' ', '-')}.test.ts`;
  await copy.write(path, text);

  const { code, output } = await copy.run('npm', 'test', '--silent', '--', path);

  expect(output).toContain(said);
  expect(code).not.toBe(0);
});

test('`npm test` ends non-zero when it finds no test at all', async () => {
  const { code } = await copy.run('npm', 'test', '--silent', '--', 'no-such-file');

  expect(code).not.toBe(0);
});

test('tests run on the Node of the action', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});
