import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundle } from '../src/testing/runs/bundle.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { mistakes } from './mistakes/mistakes.ts';
import { mistakeWorld, type Answered, type MistakeWorld } from './mistakes/mistake-world.ts';
import { mistakesPage, oneLine } from './mistakes/mistakes-page.ts';

// `UPDATE_GOLDENS=1 npm test -- e2e/mistakes` writes the page again. CI must never do so.
const rewriting = process.env['UPDATE_GOLDENS'] === '1' && process.env['CI'] === undefined;
const path = 'docs/mistakes.md';

let world: MistakeWorld;
const answers = new Map<Mistake, Answered>();
beforeAll(async () => {
  world = await mistakeWorld(bundle.cli);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

describe.each(Object.entries(mistakes))('%s', (_, list) => {
  test.each(list.map((mistake) => [mistake.what, mistake] as const))(
    '%s: one line, exit code 2, and no model asked',
    async (_what, mistake) => {
      const answered = await world.make(mistake);

      answers.set(mistake, answered);
      expect(oneLine(answered.stderr)).toEqual([expect.stringContaining(mistake.says)]);
      expect(answered).toMatchObject({ code: 2, stdout: '', calls: 0 });
    },
  );
});

test('the page says of every mistake what comes back today', async () => {
  const page = mistakesPage(mistakes, answers);
  if (rewriting) await writeFile(path, page);

  expect(await readFile(path, 'utf8')).toBe(page);
});

test('a run that asks a model, or says two things, would be found', async () => {
  const answered = await world.make({ what: 'no mistake at all', says: '' });

  expect(answered.calls).toBeGreaterThan(0);
  expect(oneLine('CONFIG_INVALID: one.\nCONFIG_INVALID: two.\n')).toHaveLength(2);
});
