import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

// With `node --test` the guard has to reach a process that Node starts.
test.each([
  ['node test/half.test.mjs', 'none', 'both'],
  ['node --test', 'auto', 'hasty'],
])(
  'code that disarms assertions under `%s` (sandbox: %s) fails, and every report says why',
  async (command, sandbox, asked) => {
    await using world = await actionWorld(bundle.action, {
      models: [careful, cheat(disarm)],
      config: (url) =>
        halvesConfig(url, {
          spec: { test: command },
          models: bothModels(url).slice(asked === 'both' ? 0 : 1),
          rest: { sandbox },
        }),
    });
    const run = await world.run({ env: { RUNNER_TEMP: temporary } });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.outputs['verdicts'] ?? '[]')).toMatchObject([
      ...(asked === 'both' ? [{ model: 'careful', verdict: 'held', base: '5/5', head: '5/5' }] : []),
      { model: 'hasty', verdict: 'regressed' },
    ]);
    const { tampered, verdicts } = Object(await world.result());
    expect(tampered).toBe(verdicts.at(-1).head.failed);
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

test('a control run that hangs says nothing: others prove the pass, or its sample is unmeasured, never failed', async () => {
  const hangingHeads = [hanging(join(temporary, 'hung')), hanging(null)];
  const write: SimulatedModel['write'] = ({ specText, sample }) => {
    const isHead = !specText.includes('half up');
    const code = (isHead ? hangingHeads[sample] : undefined) ?? halves.right;
    return [{ path: 'src/half.mjs', content: `// ${sample} ${isHead ? 'head' : 'base'}\n${code}` }];
  };
  await using world = await actionWorld(bundle.action, {
    models: [{ name: 'simulated-hasty', write }],
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).slice(1),
        // Honest runs end within it, however busy the machine is.
        spec: { ...byNode, timeout: `${10 * slowness()}s` },
      }),
  });

  expect((await world.run()).code).toBe(0);

  // The control run of the first sample hung once, and the one with other changes proved it; that of the second hung again.
  expect(await world.result()).toMatchObject({
    tampered: 0,
    verdicts: [{ head: { passed: 2, failed: 0, unmeasured: 1 } }],
  });
  expect(existsSync(join(temporary, 'hung'))).toBe(true);
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
    models: [reading],
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: byNode }),
  });

  const run = await world.run({ env: { RUNNER_TEMP: temporary } });

  expect(run.code).toBe(0);
  expect(await world.result()).toMatchObject({
    conclusion: 'neutral',
    verdicts: [
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
