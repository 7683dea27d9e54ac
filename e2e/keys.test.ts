import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { careful, halves, hasty } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';

const key = vendorKeys.OPENAI_API_KEY;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = Buffer.from(key).toString('hex');
const forms = [key, base64(key), hex, hex.toUpperCase(), base64(`Bearer ${key}`), base64(`user:${key}`)];

/** Code that holds the key in each form, prints it in two halves, and fails its tests with it in the message. */
const showing = [
  `const forms = ${JSON.stringify(forms)};`,
  'for (const form of forms) { process.stdout.write(form.slice(0, 9)); process.stdout.write(form.slice(9)); console.error(form); }',
  `export const half = () => { throw new Error(forms.join(' ')); };`,
].join('\n');

describe('a key that a model answers with is written nowhere', () => {
  test('not in records, reports, the log, the comment, the check run, the summary or the outputs', async () => {
    await using world = await actionWorld(bundle.action, {
      models: [
        careful,
        {
          ...hasty,
          write: ({ specText }) => [
            { path: 'src/half.mjs', content: specText.includes('half up') ? showing : halves.right },
          ],
        },
      ],
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    const written = await everythingWritten(world, run);
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter(({ text }) => text.includes('[key]')).length).toBeGreaterThan(2);
    for (const { place, text } of written)
      for (const form of forms) expect([place, text.includes(form)]).toEqual([place, false]);
  });
});

async function everythingWritten(
  world: ActionWorld,
  run: ActionRun,
): Promise<readonly { readonly place: string; readonly text: string }[]> {
  const folder = join(world.repository.directory, '.spec-portability');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ({ place: path, text: await readFile(path, 'utf8') })),
  );
  // The lines that tell the runner what to mask must name it.
  const log = run.log.replaceAll(/^::add-mask::.*$/gm, '');
  return [
    ...files,
    { place: 'log', text: log },
    { place: 'summary', text: run.jobSummary },
    { place: 'outputs', text: JSON.stringify(run.outputs) },
    { place: 'comments', text: JSON.stringify(world.github.comments(pullRequestNumber)) },
    { place: 'check runs', text: JSON.stringify(world.github.checkRuns()) },
  ];
}
