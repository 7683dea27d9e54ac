import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { halves } from '../src/testing/builders/halves.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';

let top: string;
let world: ActionWorld;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'foreign-'));
  world = await actionWorld(bundle.action);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(top, { recursive: true, force: true });
});

type Answers = { readonly model: string; readonly spec: string; readonly contents: readonly string[] };

function linesOf({ model, spec, contents }: Answers): string {
  return contents
    .map((content, index) => {
      const files = [{ path: 'src/half.mjs', content: content === '' ? '' : `// ${index}\n${content}` }];
      return `${JSON.stringify({ spec, model, files, servedBy: `${model}-1`, at: 1000 + index })}\n`;
    })
    .join('');
}

const five = (content: string): readonly string[] => Array.from({ length: 5 }, () => content);

/** Checks these answers on a machine without any key. */
async function judged(name: string, lines: string, more: readonly string[] = []): Promise<Ended> {
  const file = join(top, `${name}.jsonl`);
  await writeFile(file, lines);
  const places = ['--records', join(top, name), '--result', join(top, `${name}.json`)];
  const argv = ['check', ...rangeOf(world), '--generations', file, ...places, '--sandbox', 'none', ...more];
  return runCli(bundle.cli, { world, argv, env: {} });
}

const result = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(top, `${name}.json`), 'utf8'));

describe('answers that another program recorded', () => {
  const careful = [
    { model: 'careful', spec: halves.spec, contents: five(halves.right) },
    { model: 'careful', spec: halves.reworded, contents: five(halves.right) },
  ];
  const dropped = [
    ...careful,
    { model: 'hasty', spec: halves.spec, contents: five(halves.right) },
    { model: 'hasty', spec: halves.reworded, contents: five(halves.wrong) },
  ];

  test('are tested and judged like samples: no call, no key, and the report says where they are from', async () => {
    const { code } = await judged('dropped', dropped.map(linesOf).join(''));

    expect(code).toBe(1);
    expect(await result('dropped')).toMatchObject({
      conclusion: 'failure',
      verdicts: [
        { model: 'careful', base: { passed: 5 }, head: { passed: 5 } },
        { model: 'hasty', verdict: 'regressed', base: { passed: 5 }, head: { failed: 5 } },
      ],
      spent: { generations: 0 },
      notes: expect.arrayContaining([expect.stringContaining('20 answers from a file')]),
    });
    expect(world.models.requests).toEqual([]);
  });

  test('are trusted by no other run: nothing but test runs is on record', async () => {
    const folder = join(top, 'dropped');

    expect(await storedRecords(folder, 'generation')).toEqual([]);
    expect(await storedRecords(folder, 'plan')).toEqual([]);
    expect((await storedRecords(folder, 'test-run')).length).toBeGreaterThan(0);
  });

  test('that are empty are unmeasured: failed calls fake no drop', async () => {
    const lost = [
      ...careful,
      { model: 'hasty', spec: halves.spec, contents: five(halves.right) },
      { model: 'hasty', spec: halves.reworded, contents: ['', '', '', '', ''] },
    ];
    const { code } = await judged('lost', lost.map(linesOf).join(''));

    expect(code).toBe(0);
    expect(await result('lost')).toMatchObject({
      conclusion: 'neutral',
      verdicts: [{ model: 'careful' }, { model: 'hasty', verdict: 'inconclusive', head: { failed: 0 } }],
      notes: expect.arrayContaining([expect.stringContaining('5 empty ones are unmeasured')]),
    });
  });

  test('of which one cannot be a sample are refused as a whole, in one line', async () => {
    const bad = linesOf({ model: 'hasty', spec: 'Round down.\n', contents: ['x'] });
    const { code, stdout, stderr } = await judged('bad', `${dropped.map(linesOf).join('')}${bad}`);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^RECORDS_NOT_IMPORTED: line 21 of the file [^\n]*\n$/);
  });

  test('decide nothing in a workflow', async () => {
    const file = join(top, 'dropped.jsonl');
    const argv = ['check', ...rangeOf(world), '--generations', file, '--sandbox', 'none'];
    const { code, stderr } = await runCli(bundle.cli, { world, argv, env: { GITHUB_ACTIONS: 'true' } });

    expect(code).toBe(2);
    expect(stderr).toMatch(/^RECORDS_NOT_IMPORTED: this is a workflow [^\n]*\n$/);
  });
});
