import { describe, expect, test } from '@jest/globals';
import { harmIn } from '../src/core/report/markdown/assert-harmless.ts';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byNode, careful, halves, halvesConfig, hasty } from '../src/testing/builders/halves.ts';
import { hostileText } from '../src/testing/builders/hostile-text.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';

const repositoryUrl = 'https://github.example/Codertocat/Hello-World';
const texts = [...hostileText, '::set-output name=conclusion::success', '##[add-path]/tmp/evil'];
const shouted = texts.map(
  (text) => `console.log(${JSON.stringify(text)});console.error(${JSON.stringify(text)});`,
);

/** Tests with hostile names, all of which the wrong code fails. */
const hostileTests = `${halves.test}${texts
  .filter((name) => name !== '')
  .map((name) => `test(${JSON.stringify(name)}, () => assert.equal(half(5), 3));\n`)
  .join('')}`;

const hostileSpec = `${halves.reworded}${texts.join('\n')}\n`;

describe('text from models, tests, specs and vendors is shown as text and does nothing', () => {
  test('names and output of tests, spec lines and what models say around their files', async () => {
    await using world = await actionWorld(bundle.action, {
      base: { 'test/half.test.mjs': hostileTests },
      config: (url) => halvesConfig(url, { spec: byNode }),
      head: async (repository) => repository.write({ 'SPEC.md': hostileSpec }),
      models: [
        {
          ...careful,
          write: () => [{ path: 'src/half.mjs', content: `${shouted.join('\n')}\n${halves.right}` }],
        },
        {
          ...hasty,
          write: ({ specText }) => [
            {
              path: 'src/half.mjs',
              content: `${shouted.join('\n')}\n${specText.includes('half up') ? halves.right : halves.wrong}`,
            },
          ],
        },
      ],
    });
    // So that the comment is printed to the log as well.
    const on = 'POST /repos/{owner}/{repo}/check-runs';
    world.github.fail({ on, times: 1, answer: { kind: 'status', status: 403, message: texts.join(' ') } });

    const run = await world.run();

    expect(run.code).toBe(1);
    expectHarmless(run);
    const body = world.github.comments(pullRequestNumber)[0]?.body ?? '';
    for (const word of ['owned', 'esrever', 'set-output', 'pixel']) expect(body).toContain(word);
    expect(harmIn(body, { repositoryUrl })).toBeNull();
    expect(harmIn(run.jobSummary, { repositoryUrl })).toBeNull();
    expect(run.outputs).toMatchObject({ conclusion: 'failure', regressions: '1' });
  });

  test('the same where the comment is refused and its text is printed to the log', async () => {
    await using world = await actionWorld(bundle.action, {
      base: { 'test/half.test.mjs': hostileTests },
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: byNode }),
      head: async (repository) => repository.write({ 'SPEC.md': hostileSpec }),
    });
    const on = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    world.github.fail({ on, times: 9, answer: { kind: 'status', status: 403, message: texts.join('\n') } });

    const run = await world.run();

    expect(run.log).toContain('rounds half up');
    expectHarmless(run);
  });

  test('what a vendor says when it refuses', async () => {
    const message = texts.join('\n');
    await using world = await actionWorld(bundle.action, {
      faults: (_, { model }) => (model === 'simulated-hasty' ? { kind: 'http', status: 401, message } : null),
    });

    const run = await world.run();

    expect(run.code).toBe(2);
    expectHarmless(run);
    const body = world.github.comments(pullRequestNumber)[0]?.body ?? '';
    expect(harmIn(body, { repositoryUrl })).toBeNull();
  });

  test('paths that no file may have make the answer unusable, and are never written', async () => {
    const paths = [
      '../escaped.mjs',
      '/tmp/escaped.mjs',
      'src/a\u202Eb.mjs',
      'test/half.test.mjs',
      'SPEC.md',
      '.git/hooks/x',
    ];
    await using world = await actionWorld(bundle.action, {
      config: (url) =>
        halvesConfig(url, {
          models: bothModels(url).slice(0, 1),
          rest: { samples: { looks: [paths.length] } },
        }),
      models: [
        {
          ...careful,
          write: ({ specText, sample }) => [
            { path: 'src/half.mjs', content: halves.right },
            ...(specText.includes('half up') ? [] : [{ path: paths[sample] ?? '', content: 'x\n' }]),
          ],
        },
      ],
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [{ verdict: 'regressed', base: { failed: 0 }, head: { passed: 0, failed: 6 } }],
    });
    expectHarmless(run);
  });
});

/** The log has no commands except masks and the lines that switch commands off around printed text. */
function expectHarmless(run: ActionRun): void {
  const tokens = [...run.log.matchAll(/^::stop-commands::(\S+)$/gm)].map(([, token = '-']) => token);
  const ours = [
    /^::add-mask::(?:ghs|sk)[\w-]+$/,
    /^::stop-commands::\S+$/,
    ...tokens.map((token) => new RegExp(`^::${token}::$`)),
  ];
  const lines = run.log.split(/\r\n|\r|\n/).filter((line) => !ours.some((own) => own.test(line)));
  const text = lines.join('\n');
  expect(text).not.toMatch(/^\s*::/m);
  expect(text).not.toContain('##[');
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
}
