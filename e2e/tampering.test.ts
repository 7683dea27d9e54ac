import { createHash } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimulatedModel } from '../src/adapters/simulated/simulated-model.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byNode, careful, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { slowness } from '../src/testing/slowness.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'tampering-e2e-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

/** Writes correct code while it understands the text; otherwise code that switches assertions off. */
const cheat = (before: string): SimulatedModel => ({
  name: 'simulated-hasty',
  write: ({ specText, sample }) => [
    {
      path: 'src/half.mjs',
      content: `// ${sample}\n${specText.includes('half up') ? halves.right : `${before}\n${halves.wrong}`}`,
    },
  ],
});

const disarm = `import assert from 'node:assert/strict';\nassert.equal = () => {};`;

test.each([
  ['node test/half.test.mjs', 'none'],
  ['node --test', 'auto'],
])(
  'code that disarms assertions under `%s` (sandbox: %s) fails, and every report says why',
  async (command, sandbox) => {
    await using world = await actionWorld(bundle.action, {
      models: [careful, cheat(disarm)],
      config: (url) => halvesConfig(url, { spec: { test: command }, rest: { sandbox } }),
    });
    const run = await world.run({ env: { RUNNER_TEMP: temporary } });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.outputs['verdicts'] ?? '[]')).toMatchObject([
      { model: 'careful', verdict: 'held', base: '5/5', head: '5/5' },
      { model: 'hasty', verdict: 'regressed' },
    ]);
    const { tampered, verdicts } = Object(await world.result());
    const [hurt] = verdicts.filter(({ model }: { model: string }) => model === 'hasty');
    expect(tampered).toBe(hurt.head.failed);
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('Tampered with its tests');
    expect(comment?.body).toContain('tests that pass whatever they ask for');
  },
);

/** Right code whose process does not end once a test of it has failed, so that its control run hangs. */
const hanging = (mark: string | null): string => `import { existsSync, writeFileSync } from 'node:fs';
const mark = ${JSON.stringify(mark)};
process.on('exit', (code) => {
  if (code === 0 || (mark !== null && existsSync(mark))) return;
  if (mark !== null) writeFileSync(mark, '');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
${halves.right}`;

describe('a control run that hangs', () => {
  // Honest runs end within it, however busy the machine is.
  const timeout = `${10 * slowness()}s`;

  /** The first sample of the head hangs: once and leaves the mark, or without one whenever a test fails. */
  const judged = async (mark: string | null): Promise<unknown> => {
    const write: SimulatedModel['write'] = ({ specText, sample }) => {
      const isHead = !specText.includes('half up');
      const code = isHead && sample === 0 ? hanging(mark) : halves.right;
      return [{ path: 'src/half.mjs', content: `// ${sample} ${isHead ? 'head' : 'base'}\n${code}` }];
    };
    await using world = await actionWorld(bundle.action, {
      models: [{ name: 'simulated-hasty', write }],
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: { ...byNode, timeout } }),
    });
    expect((await world.run()).code).toBe(0);
    return await world.result();
  };

  test('says nothing of the changes in it: with others the pass is proved', async () => {
    const head = { passed: 5, failed: 0, unmeasured: 0 };

    expect(await judged(join(temporary, 'hung'))).toMatchObject({ verdicts: [{ verdict: 'held', head }] });
  });

  test('again with other changes leaves its sample unmeasured, neither passed nor failed', async () => {
    const head = { failed: 0, unmeasured: 1 };

    expect(await judged(null)).toMatchObject({ verdicts: [{ head }], tampered: 0 });
  });
});

// It fails on tests that were changed, as honest code does, because it knows the committed ones by their digest.
const readsTests = `import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const text = readFileSync(new URL('../test/half.test.mjs', import.meta.url), 'utf8');
const isCommitted = createHash('sha256').update(text).digest('hex') === '${sha256(halves.test)}';
const wanted = (n) => Number(text.split('half(' + n + '), ')[1]?.split(')')[0]);
export const half = (n) => (isCommitted ? wanted(n) : -1);
`;

test('a pass of code that reads its tests speaks for no change, and the comment names the sign', async () => {
  const reading: SimulatedModel = {
    name: 'simulated-hasty',
    write: ({ specText, sample }) => [
      {
        path: 'src/half.mjs',
        content: `// ${sample}\n${specText.includes('half up') ? halves.right : readsTests}`,
      },
    ],
  };
  await using world = await actionWorld(bundle.action, {
    models: [careful, reading],
    config: (url) => halvesConfig(url, { spec: byNode }),
  });

  const run = await world.run({ env: { RUNNER_TEMP: temporary } });

  expect(run.code).toBe(0);
  expect(await world.result()).toMatchObject({
    conclusion: 'neutral',
    verdicts: [
      { model: 'careful', verdict: 'held', why: null },
      {
        model: 'hasty',
        verdict: 'inconclusive',
        head: { passed: 5, failed: 0 },
        why: expect.stringMatching(/^it would be held, but the code of 5 of 5 .*\(reads its tests\)/),
      },
    ],
  });
  const [comment] = world.github.comments(pullRequestNumber);
  expect(comment?.body).toContain('reads its tests');
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
