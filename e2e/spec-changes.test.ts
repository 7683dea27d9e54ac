import { describe, expect, test } from '@jest/globals';
import { actionWorld, reword } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import {
  bothModels,
  byNode,
  byShell,
  careful,
  halves,
  halvesConfig,
  halvesFiles,
  reader,
} from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

const withoutSpec = Object.fromEntries(Object.entries(halvesFiles).filter(([path]) => path !== 'SPEC.md'));
const neverRight = reader('simulated-hasty', () => false);

describe('what counts as a change', () => {
  test('a new spec has nothing to be compared with, so it is asked whether it is portable', async () => {
    await using world = await actionWorld(bundle.action, {
      files: withoutSpec,
      config: (url) => halvesConfig(url, { rest: { decide: { portable: 0.6 } } }),
      head: async (repository) => repository.write({ 'SPEC.md': halves.spec }),
      models: [careful, neverRight],
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(await world.result()).toMatchObject({
      verdicts: [
        { asks: 'portable', verdict: 'portable', base: null, head: { passed: 5, failed: 0 } },
        { asks: 'portable', verdict: 'not-portable', base: null, head: { passed: 0, failed: 5 } },
      ],
      spent: { generations: 10 },
    });
  });

  test('a change of Markdown with components and of AsciiDoc is read as text, and its words are quoted', async () => {
    const texts = {
      'SPEC.mdx': `import Note from './note.mdx'\n\nexport const year = 2026\n\n${halves.spec}\n<Note kind={"a" + <b/>}>\n  {/* why */}\n</Note>\n`,
      'SPEC.adoc': `= Halves\n:toc:\n\n[source,js]\n----\nhalf(n)\n----\n\n${halves.spec}\n|===\n|a |b\n|===\n\n<<a,b>> {c}\n`,
    };
    const paths = Object.keys(texts);
    const changed = Object.entries(texts).map(
      ([path, text]) => [path, text.replace('half up', 'sensibly')] as const,
    );
    await using world = await actionWorld(bundle.action, {
      files: { ...withoutSpec, ...texts },
      config: (url) =>
        halvesConfig(url, {
          specs: paths.map((path) => ({ name: path, spec: [path], writes: ['src/**'], ...byShell })),
          models: bothModels(url).slice(1),
        }),
      head: async (repository) => repository.write(Object.fromEntries(changed)),
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: paths.map((spec) => ({ spec, verdict: 'regressed' })),
      changes: paths.map((spec) => ({ spec, class: 'words' })),
    });
    const body = world.github.comments(pullRequestNumber)[0]?.body ?? '';
    expect(body.match(/Round (?:<ins>|\*\*)?sensibly/g)?.length).toBeGreaterThanOrEqual(2);
    for (const path of paths) expect(body).toContain(path);
  });

  test('what the change breaks beside the spec is not blamed on the spec, and nothing is held until it is mended', async () => {
    const limit = `import { limit } from '../lib/limit.mjs';
test('keeps the limit', () => assert.equal(limit, 8));
`;
    await using world = await actionWorld(bundle.action, {
      base: { 'lib/limit.mjs': 'export const limit = 8;\n', 'test/half.test.mjs': halves.test + limit },
      config: (url) => halvesConfig(url, { spec: byNode }),
      head: async (repository) =>
        repository.write({ 'SPEC.md': halves.reworded, 'lib/limit.mjs': 'export const limit = 9;\n' }),
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [
        {
          model: 'careful',
          verdict: 'inconclusive',
          brokenTests: [],
          why: expect.stringMatching(/would be held, but not every test could be counted: .*keeps the limit/),
        },
        // What another test says against the change stays.
        { model: 'hasty', verdict: 'regressed', brokenTests: ['test/half.test.mjs > rounds half up'] },
      ],
    });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toMatch(
      /keeps the limit`.* fails on the head’s own committed code.*`lib\/limit\.mjs`/,
    );
  });

  test('a deleted spec is said and asks nothing', async () => {
    await using world = await actionWorld(bundle.action, {
      head: async (repository) => repository.remove(['SPEC.md']),
    });

    const run = await world.run({ keys: false });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'success', 'has-work': 'false', generations: '0' });
    expect(run.jobSummary).toMatch(/`halves`.*(?:deleted|removed)|(?:deleted|removed).*`halves`/i);
  });

  test('a spec that only moved asks nothing', async () => {
    await using world = await actionWorld(bundle.action, {
      files: { ...withoutSpec, 'docs/old/SPEC.md': halves.spec },
      config: (url) => halvesConfig(url, { spec: { name: undefined, spec: ['docs/*/SPEC.md'] } }),
      head: async (repository) => repository.move('docs/old/SPEC.md', 'docs/new/SPEC.md'),
    });

    const run = await world.run({ keys: false });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'success', 'has-work': 'false' });
    expect(world.github.comments(pullRequestNumber)).toEqual([]);
  });

  test('house rules that changed re-check every spec that goes by them', async () => {
    await using world = await actionWorld(bundle.action, {
      base: { 'AGENTS.md': 'Write plainly.\n', 'OTHER.md': halves.spec },
      config: (url) => {
        const spec = { writes: ['src/**'], ...byShell };
        const specs = [
          { ...spec, name: 'halves', spec: ['SPEC.md'], instructions: ['AGENTS.md'] },
          { ...spec, name: 'other', spec: ['OTHER.md'] },
        ];
        return halvesConfig(url, { specs, models: bothModels(url).slice(0, 1) });
      },
      head: async (repository) => repository.write({ 'AGENTS.md': 'Write tersely.\n' }),
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(JSON.parse(run.outputs['verdicts'] ?? '')).toEqual([
      { spec: 'halves', model: 'careful', verdict: 'held', base: '5/5', head: '5/5' },
    ]);
    expect(world.models.requests).toHaveLength(10);
  });

  test('in a monorepo only the package whose spec changed is asked, and it is tested in its own folder', async () => {
    const packageOf = (name: string) =>
      Object.entries(halvesFiles).map(([path, text]) => [`packages/${name}/${path}`, text] as const);
    await using world = await actionWorld(bundle.action, {
      files: Object.fromEntries([...packageOf('one'), ...packageOf('two')]),
      config: (url) =>
        halvesConfig(url, {
          spec: {
            name: undefined,
            spec: ['packages/*/SPEC.md'],
            writes: ['packages/{name}/src/**'],
            directory: 'packages/{name}',
          },
          models: bothModels(url).slice(1),
        }),
      models: [
        {
          name: 'simulated-hasty',
          write: () => [{ path: 'packages/two/src/half.mjs', content: halves.right }],
        },
      ],
      head: async (repository) => repository.write({ 'packages/two/SPEC.md': halves.reworded }),
    });

    const run = await world.run();

    expect(JSON.parse(run.outputs['verdicts'] ?? '')).toMatchObject([
      { spec: 'two', model: 'hasty', verdict: 'held' },
    ]);
  });

  test('a test that came with the spec is a new requirement, not a regression', async () => {
    const newTest = `${halves.test}test('halves minus one', () => assert.equal(half(-1), -1));\n`;
    await using world = await actionWorld(bundle.action, {
      models: [careful],
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(0, 1) }),
      head: async (repository) => {
        await reword(repository);
        await repository.write({ 'test/half.test.mjs': newTest });
      },
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', regressions: '0' });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('The tests changed too');
    expect(comment?.body).toContain('**The new tests are not met**');
    expect(comment?.body).toContain('3 of 4 tests were compared: 1 new.');
    expect(await world.result()).toMatchObject({
      portability: [{ portableOn: [] }],
      matrix: expect.arrayContaining([
        expect.objectContaining({ test: 'test/half.test.mjs > halves minus one', on: 'head-only' }),
      ]),
    });
  });
});

test('a test that moved with its file or under a renamed suite is compared with its old self', async () => {
  const suite = (name: string) => `import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { half } from '../src/half.mjs';
describe('${name}', () => {
  test('halves nine', () => assert.equal(half(9), 5));
  test('halves ten', () => assert.equal(half(10), 5));
});
`;
  await using world = await actionWorld(bundle.action, {
    base: { 'test/nine.test.mjs': suite('odd and even') },
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: { test: 'node --test' } }),
    head: async (repository) => {
      await reword(repository);
      await repository.move('test/half.test.mjs', 'test/rounding.test.mjs');
      await repository.write({ 'test/nine.test.mjs': suite('whole numbers') });
    },
  });

  const run = await world.run();

  expect(run.code).toBe(1);
  const compared = { common: 5, new: 0, gone: 0, moved: 5, red: 0 };
  expect(await world.result()).toMatchObject({
    changes: [{ class: 'tests' }],
    verdicts: [{ model: 'hasty', verdict: 'regressed', compared, requirements: null }],
  });
  const [comment] = world.github.comments(pullRequestNumber);
  expect(comment?.body).toContain('- `test/rounding.test.mjs > rounds half up` on `hasty`');
  expect(comment?.body).toContain('- `test/nine.test.mjs > whole numbers > halves nine` on `hasty`');
  expect(comment?.body).toContain('5 of 5 tests were compared: 5 moved.');
});

describe('what the repository itself does to its tests', () => {
  test('tests that need no generated code make every question void before a model is asked', async () => {
    const test = halves.test.replaceAll('half(8)', '4').replace(/^import \{ half \}.*\n/m, '');
    await using world = await actionWorld(bundle.action, {
      base: { 'test/half.test.mjs': test.replaceAll(/half\(\d\), (\d)/g, '$1, $1') },
      config: (url) => halvesConfig(url, { spec: byNode }),
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
    expect(world.models.requests).toEqual([]);
    expect(await world.result()).toMatchObject({
      verdicts: [1, 2].map(() => ({
        verdict: 'inconclusive',
        why: expect.stringContaining('do not read the generated files'),
      })),
    });
  });

  test('a repository that is red on the base is warned about, and compared all the same', async () => {
    await using world = await actionWorld(bundle.action, {
      base: { 'src/half.mjs': halves.wrong },
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [
        { model: 'careful', verdict: 'held' },
        { model: 'hasty', verdict: 'regressed' },
      ],
      notes: expect.arrayContaining([
        expect.stringMatching(/red on the base commit.*Failing: test\/half\.test\.mjs > rounds half up/),
      ]),
    });
  });

  test('no committed code at all is normal: specs come before code', async () => {
    const files = Object.fromEntries(
      Object.entries(halvesFiles).filter(([path]) => !path.startsWith('src/')),
    );
    await using world = await actionWorld(bundle.action, { files });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [
        { verdict: 'held', head: { passed: 5 } },
        { verdict: 'regressed', brokenTests: ['test/half.test.mjs > rounds half up'] },
      ],
      notes: [],
    });
  });
});
