import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plantedCopy } from '../gates/planted-copy.ts';
import type { PlantedCopy } from '../gates/planted-copy.ts';
import { applied, checkTypes, notAskedFor, sourceFilesOf } from './prove-recipe.ts';
import { readRecipes } from './read-recipes.ts';

/** How many source files each recipe may touch, besides tests, documents and what is generated. */
const most: Readonly<Record<string, number>> = {
  provider: 5,
  'report-format': 3,
  'question-kind': 8,
  'report-field': 5,
};
const recipes = readRecipes(readFileSync('docs/extending.md', 'utf8'));
// A hang guard, no measure: the compiler is started once for each block.
const patience = 30 * 60_000;

let copy: PlantedCopy;
beforeAll(async () => {
  copy = await plantedCopy();
  await checkTypes(copy);
}, patience);
afterAll(async () => copy[Symbol.asyncDispose]());

for (const { name, blocks, commands } of recipes) {
  describe(`the recipe ${name}`, () => {
    test(
      'touches few source files, and the compiler asks for each of its blocks',
      async () => {
        const files = sourceFilesOf(blocks);
        process.stdout.write(`recipe ${name}: ${files.length} source files (at most ${most[name]})\n`);

        expect(files.length).toBeLessThanOrEqual(most[name] ?? 0);
        expect(await notAskedFor(copy, blocks)).toEqual([]);
      },
      patience,
    );

    test(
      'works as it is written: types, layers and every command that it names',
      async () => {
        await using _whole = await applied(copy, blocks);

        expect(await checkTypes(copy)).toEqual({ code: 0, output: '' });
        for (const command of ['npm run check:layers', ...commands]) {
          const { code, output } = await copy.run('bash', '-c', command);
          expect(code === 0 ? '' : `${command}\n${output}`).toBe('');
        }
      },
      patience,
    );
  });
}

const planted = (text: string) => [
  { path: 'src/core/plan/planted-part.ts', place: { kind: 'new' }, text } as const,
  {
    path: 'src/core/digest.ts',
    place: { kind: 'before', anchor: "import { createHash } from 'node:crypto';", below: null },
    text: "import { part } from './plan/planted-part.ts';\nexport const whole: { part: 1 } = { part };",
  } as const,
];

test(
  'a block that nothing asks for is found, and the copy is afterwards as it was',
  async () => {
    const found = await notAskedFor(copy, planted('export const part = 1;'));
    const after = await checkTypes(copy);

    // Without the last block nothing imports the new file, and nothing misses it.
    expect(found.map((one) => one.split(':')[0])).toEqual(['src/core/digest.ts']);
    expect(after).toEqual({ code: 0, output: '' });
  },
  patience,
);

test(
  'types that do not fit are found',
  async () => {
    await using _whole = await applied(copy, planted('export const part = 2;'));

    expect((await checkTypes(copy)).output).toContain('src/core/digest.ts(2,37): error');
  },
  patience,
);

test('tests, documents and what is generated are no source files, everything else is', () => {
  const at = (path: string) => ({ path, place: { kind: 'new' }, text: '' }) as const;
  const counted = ['src/a.ts', 'action.yml', 'scripts/a.ts', 'src/inside/a.mjs'];
  const free = [
    'src/a.test.ts',
    'src/testing/a.ts',
    'fixtures/a.xml',
    'docs/a.md',
    'README.md',
    'schema/a.json',
  ];

  expect(sourceFilesOf([...counted, ...free, ...counted].map(at))).toEqual(counted);
});
