import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plantedCopy } from '../gates/planted-copy.ts';
import { CopyTypes } from './copy-types.ts';
import { applied, errorsWith, notAskedFor, pathsOf, sourceFilesOf, type Bench } from './prove-recipe.ts';
import { readRecipes } from './read-recipes.ts';

/** How many source files each recipe may touch, besides tests, documents and what is generated. */
const most: Readonly<Record<string, number>> = {
  provider: 5,
  'report-format': 3,
  'question-kind': 8,
  'report-field': 5,
};
const recipes = readRecipes(readFileSync('docs/extending.md', 'utf8'));
// A hang guard, no measure: it starts jest once for each recipe.
const patience = 30 * 60_000;

let bench: Bench;
beforeAll(async () => {
  const copy = await plantedCopy();
  bench = { copy, types: new CopyTypes(copy.directory) };
}, patience);
afterAll(async () => {
  bench.types[Symbol.dispose]();
  await bench.copy[Symbol.asyncDispose]();
});

test('there is a recipe for a provider, a report format, a question kind and a report field', () => {
  expect(recipes.map(({ name }) => name)).toEqual(Object.keys(most));
});

test.each(recipes)('the recipe $name touches few source files', ({ name, blocks }) => {
  const files = sourceFilesOf(blocks);
  process.stdout.write(`recipe ${name}: ${files.length} source files (at most ${most[name]})\n`);

  expect(files.length).toBeLessThanOrEqual(most[name] ?? 0);
});

test.each(recipes)(
  'the compiler asks for each block of the recipe $name, and for nothing more',
  async ({ blocks }) => {
    expect(await errorsWith(bench, blocks)).toEqual([]);
    expect(await notAskedFor(bench, blocks)).toEqual([]);
  },
  patience,
);

describe('with all recipes in one tree', () => {
  const blocks = recipes.flatMap((recipe) => recipe.blocks);
  let all: AsyncDisposable;
  beforeAll(async () => {
    all = await applied(bench.copy, blocks);
    // Few suites are started at a time: to start workers for them takes longer than to run them.
    const config = await readFile('jest.config.js', 'utf8');
    if (!config.includes(workers)) throw new Error(`jest.config.js does not say ${workers}`);
    await bench.copy.write('jest.config.js', config.replace(workers, 'maxWorkers: 1'));
  });
  afterAll(async () => all[Symbol.asyncDispose]());

  test(
    'the types of the whole program fit',
    () => {
      expect(bench.types.allErrors(pathsOf(blocks))).toEqual([]);
    },
    patience,
  );

  test.each(['npm run check:layers', ...started(recipes.flatMap(({ commands }) => commands))])(
    '%s',
    async (command) => {
      const { code, output } = await bench.copy.run('bash', '-c', command);

      expect(code === 0 ? '' : output).toBe('');
    },
    patience,
  );
});

const workers = 'maxWorkers: 2 * availableParallelism()';

/** The commands of the recipes; those that name only suites are one, because each start of Jest costs more than many suites. */
function started(commands: readonly string[]): readonly string[] {
  const onlySuites = /^npm test -- ((?:src\/\S+ ?)+)$/;
  const suites = commands.flatMap((command) => onlySuites.exec(command)?.[1]?.split(' ') ?? []);
  const others = commands.filter((command) => !onlySuites.test(command));
  return [...new Set(others), `npm test -- ${[...new Set(suites)].join(' ')}`];
}

test('suites that several recipes start are started once, and what has options is left as it is', () => {
  expect(
    started(['npm test -- src/a', 'node b.ts', 'npm test -- src/c -t d', 'npm test -- src/a src/e']),
  ).toEqual(['node b.ts', 'npm test -- src/c -t d', 'npm test -- src/a src/e']);
});

const planted = (text: string) => [
  { path: 'src/core/plan/planted-part.ts', place: { kind: 'new' }, text } as const,
  {
    path: 'src/core/digest.ts',
    place: { kind: 'before', anchor: "import { createHash } from 'node:crypto';", below: null },
    text: "import { part } from './plan/planted-part.ts';\nexport const whole: { part: 1 } = { part };",
  } as const,
];

test(
  'a block that nothing asks for is found',
  async () => {
    const found = await notAskedFor(bench, planted('export const part = 1;'));

    // Without the last block nothing imports the new file, and nothing misses it.
    expect(found.map((one) => one.split(':')[0])).toEqual(['src/core/digest.ts']);
  },
  patience,
);

test(
  'types that do not fit are found, and the copy is afterwards as it was',
  async () => {
    const blocks = planted('export const part = 2;');

    const wrong = await errorsWith(bench, blocks);

    expect(wrong.map(({ path }) => path)).toEqual(['src/core/digest.ts']);
    expect(bench.types.errorsIn(pathsOf(blocks))).toEqual([]);
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
