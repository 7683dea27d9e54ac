import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode } from '../src/testing/runs/run-node.ts';

let folder = '';
let comment = '';
let page = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'html-report-'));
  await startNode([bundle.cli, 'demo', '--report-dir', folder], {
    cwd: '/',
    env: { PATH: runnerPath, HOME: '/nonexistent' },
  }).ended;
  comment = await readFile(join(folder, 'comment.md'), 'utf8');
  page = await readFile(join(folder, 'index.html'), 'utf8');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const result = z.object({
  verdicts: z.array(
    z.object({
      model: z.string(),
      base: z.object({ passed: z.number(), failed: z.number() }),
      head: z.object({ passed: z.number(), failed: z.number() }),
    }),
  ),
  spent: z.object({ generations: z.number(), inputTokens: z.number() }),
});

test('the demo’s comment, page and result.json give each model the same counts', async () => {
  const { verdicts, spent } = result.parse(JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')));

  expect(verdicts).toHaveLength(2);
  for (const { model, base, head } of verdicts) {
    const counts = `${base.passed}/${base.passed + base.failed} → ${head.passed}/${head.passed + head.failed}`;
    const name = model.split('/').at(-1);
    expect(comment).toContain(`\`${name}\` | ${counts} |`);
    expect(page).toContain(`>${name}</a>`);
    expect(page).toContain(`<strong>${counts}</strong>`);
  }
  expect(comment).toContain(`${spent.generations} model calls`);
  expect(page).toContain(`${spent.generations} model calls`);
  expect(page).toContain(`>${spent.inputTokens.toLocaleString('en-US')}<`);
});

test('the page holds every generation with its files, its test output and how sampling went', () => {
  expect(page.match(/<details class="cell"/g)).toHaveLength(24);
  expect(page).toContain('id="/minutes/openai-simulated-banker/head-1"');
  expect(page).toContain('reading 1 of the spec');
  expect(page).toContain('stopped: a drop is shown');
  expect(page).toContain('rounds half up');
});
