import { describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { eventOf } from '../src/testing/builders/event-of.ts';
import { bothModels, byShell, halves, halvesConfig, halvesFiles } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { queueMerge } from '../src/testing/runs/queue-merge.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

const manifest = (scripts: Readonly<Record<string, string>>): string =>
  `${JSON.stringify({ name: 'halves', private: true, type: 'module', scripts }, null, 2)}\n`;

const ownTests = byShell.test;

// How users run the script, and what asks for the same without a start of npm, which takes fifty times as long as the tests.
const byNpm = 'npm test';
const byNodeRun = 'node --run test';

/** A pull request that rewords the spec, which `hasty` then misreads, and changes these files. */
const changing = (
  files: Readonly<Record<string, string>>,
  of: { readonly models?: 'careful' | 'both' } = {},
): Promise<ActionWorld> =>
  actionWorld(bundle.action, {
    base: { 'package.json': manifest({ test: ownTests }) },
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).slice(0, of.models === 'careful' ? 1 : 2),
        spec: { ...byShell, test: byNodeRun },
      }),
    head: (repository) => repository.write({ 'SPEC.md': halves.reworded, ...files }),
  });

/** The comment without its hidden lines. */
const commentOf = ({ github }: ActionWorld): string =>
  (github.comments(pullRequestNumber).find(({ body }) => body.startsWith('<!--'))?.body ?? '')
    .replaceAll(/<!--[^]*?-->/g, '')
    .trim();

const named = /\n🟠 \*\*This change alters how its own tests are run\*\*: `package\.json \(scripts\.test\)`/;

describe('a pull request that switches its judge off', () => {
  test('wholly is judged as on the base: what it broke stays broken, and what it did not is not held', async () => {
    await using world = await changing({ 'package.json': manifest({ test: 'exit 0' }) });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      conclusion: 'failure',
      alteredJudges: [{ altered: ['package.json (scripts.test)'], by: 'base', accepted: null }],
      verdicts: [
        { model: 'careful', verdict: 'inconclusive', why: expect.stringContaining('would be held') },
        { model: 'hasty', verdict: 'regressed', brokenTests: ['test/half.test.mjs > rounds half up'] },
      ],
    });
    expect(commentOf(world)).toMatch(named);
  });

  test('in part, tested by `npm test` and the runner of Node, is judged so too', async () => {
    const byRunner = 'node test/half.test.mjs';
    await using world = await actionWorld(bundle.action, {
      base: { 'package.json': manifest({ test: byRunner }) },
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(1), spec: { test: byNpm } }),
      head: async (repository) =>
        repository.write({
          'SPEC.md': halves.reworded,
          'package.json': manifest({ test: `node --test-name-pattern=even ${byRunner.slice(5)}` }),
        }),
    });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      conclusion: 'failure',
      alteredJudges: [{ altered: ['package.json (scripts.test)'], by: 'base', accepted: null }],
      verdicts: [
        { model: 'hasty', verdict: 'regressed', brokenTests: ['test/half.test.mjs > rounds half up'] },
      ],
    });
    expect(commentOf(world)).toMatch(named);
  });
});

test('a script that changes no result costs no word: what held is held, what broke is regressed', async () => {
  await using world = await changing({
    'package.json': manifest({ test: ownTests, lint: 'true' }),
  });

  const run = await world.run();

  expect(run.code).toBe(1);
  expect(await world.result()).toMatchObject({
    verdicts: [{ verdict: 'held' }, { verdict: 'regressed' }],
    notes: expect.arrayContaining([expect.stringMatching(/alters package\.json \(scripts\.lint\)/)]),
  });
  expect(commentOf(world)).not.toContain('alters how its own tests');
});

describe('tests that the judge of the base does not run', () => {
  const join = `{ echo '<testsuites>'; cat one.xml report.xml; echo '</testsuites>'; } > all.xml && mv all.xml report.xml`;
  const files = {
    'checks/more.mjs': "test('halves more', () => assert.equal(half(12), 6));\n",
    'checks/quick.sh': String(halvesFiles['test/quick.sh']).replaceAll(
      'test/half.test.mjs',
      'checks/more.mjs',
    ),
    'package.json': manifest({
      test: `${ownTests} && mv report.xml one.xml && sh checks/quick.sh && ${join}`,
    }),
  };
  const accepting = async (world: ActionWorld, commit: string) => {
    const body = `/portability accept-tests ${commit}`;
    world.github.addComment(pullRequestNumber, { login: 'octo', body });
    return eventOf('issue_comment', 'issue-comment-command-changed', {
      issue: { number: pullRequestNumber },
      comment: { body, created_at: '2026-11-22T10:00:00Z', user: { login: 'octo' } },
    });
  };
  const verdict = async (world: ActionWorld): Promise<unknown> => world.result();

  test('count once somebody accepts them by a comment: no call, the queue too, and only while it stands', async () => {
    await using world = await changing(files, { models: 'careful' });
    const { base, head, github } = world;
    github.addPullRequest({ number: pullRequestNumber, base, head });

    const first = await world.run();
    expect([first.code, first.outputs['conclusion']]).toEqual([0, 'neutral']);
    expect(commentOf(world)).toMatch(named);
    expect(commentOf(world)).toContain(`/portability accept-tests ${head}`);
    expect(await verdict(world)).toMatchObject({
      alteredJudges: [{ by: 'head' }],
      verdicts: [{ verdict: 'inconclusive', requirements: { verdict: 'undecided' } }],
    });
    const asked = world.models.requests.length;

    const outdated = await world.run({ event: await accepting(world, base) });
    expect(outdated.code).toBe(2);
    expect(outdated.log).toContain('TESTS_NOT_ACCEPTED');

    const accepted = await world.run({ event: await accepting(world, head) });
    expect(accepted.outputs).toMatchObject({ conclusion: 'success', generations: '0' });
    expect(await verdict(world)).toMatchObject({
      alteredJudges: [{ by: 'head', accepted: { by: 'octo' } }],
      verdicts: [{ verdict: 'held' }],
    });
    expect(commentOf(world)).toContain('`octo` accepted that');

    const again = await world.run();
    expect(again.outputs).toMatchObject({ conclusion: 'success', generations: '0' });
    expect(world.models.requests).toHaveLength(asked);

    const { event } = await queueMerge(world, { 'CHANGELOG.md': 'merged\n' });
    const queued = await world.run({ event });
    expect(queued.outputs).toMatchObject({ conclusion: 'success' });
    expect(world.models.requests).toHaveLength(asked);

    github.permit('octo', 'read');
    const withdrawn = await world.run({ event });
    expect(withdrawn.outputs).toMatchObject({ conclusion: 'neutral' });
  });
});

test('on the command line a full commit accepts, then nothing is asked again; another one is refused', async () => {
  await using world = await changing({ 'package.json': manifest({ test: 'exit 0' }) }, { models: 'careful' });
  const check = async (...more: readonly string[]) =>
    runCli(bundle.cli, { world, argv: ['check', ...rangeOf(world), ...more] });

  const dry = await check('--dry-run');
  expect([dry.code, world.models.requests.length]).toEqual([0, 0]);
  expect(dry.stderr).toContain('alters how the tests of halves are run: package.json (scripts.test)');

  const refused = await check('--accept-tests', world.head.slice(0, 12));
  expect([refused.code, world.models.requests.length]).toEqual([2, 0]);
  expect(refused.stderr).toContain('TESTS_NOT_ACCEPTED');

  const capped = await check();
  expect([capped.code, capped.stdout.includes(`--accept-tests ${world.head}`)]).toEqual([0, true]);
  expect(await world.result()).toMatchObject({ conclusion: 'neutral' });
  const asked = world.models.requests.length;

  await check('--accept-tests', world.head);
  expect(await world.result()).toMatchObject({
    conclusion: 'success',
    verdicts: [{ verdict: 'held' }],
    alteredJudges: [{ accepted: { by: '--accept-tests' } }],
  });
  expect(world.models.requests).toHaveLength(asked);
});
