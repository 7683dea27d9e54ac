import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { actionWorld, type ActionWorld, vendorKeys } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';

/** Config path, workflow and job. */
const marker = '<!-- spec-portability:v1:default%2Fspec%20portability%2Fportability -->';

describe('an edit that one vendor misreads', () => {
  let world: ActionWorld;
  let first: ActionRun;
  let result: unknown;
  /** How many samples of each side `hasty` was asked for. */
  let samples: number;
  let before: string;
  let now: string;
  beforeAll(async () => {
    world = await actionWorld(bundle.action);
    world.github.addComment(pullRequestNumber, { login: 'someone', body: marker });
    first = await world.run();
    result = await world.result();
    samples = world.models.callsOf('simulated-hasty') / 2;
    before = `${samples}/${samples}`;
    now = `0/${samples}`;
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  const own = () => world.github.comments(pullRequestNumber).filter(({ login }) => login !== 'someone');

  test('fails the job, with what was found in its outputs', () => {
    expect(first.code).toBe(1);
    expect(first.outputs).toMatchObject({
      conclusion: 'failure',
      regressions: '1',
      generations: String(world.models.requests.length),
      'cached-generations': '0',
      'has-work': 'true',
      'comment-url': expect.stringContaining('#issuecomment-'),
      'result-file': expect.stringMatching(/\/result\.json$/),
    });
    expect(JSON.parse(first.outputs['verdicts'] ?? '')).toEqual([
      { spec: 'halves', model: 'careful', verdict: 'held', base: '5/5', head: '5/5' },
      { spec: 'halves', model: 'hasty', verdict: 'regressed', base: before, head: now },
    ]);
  });

  test('is put in one comment and on the page of the job: model, test, changed words and commits', () => {
    expect(own()).toHaveLength(1);
    for (const text of [own()[0]?.body ?? '', first.jobSummary]) {
      expect(text).toContain(`| \`halves\` | \`hasty\` (simulated) | ${before} → ${now} |`);
      expect(text).toContain('`test/half.test.mjs > rounds half up`');
      expect(text).toContain('-Round half up.\n+Round sensibly.');
      expect(text).toContain(world.base);
      expect(text).toContain(world.head);
    }
  });

  test('is a failed check run with a remark on the changed line', () => {
    expect(world.github.checkRuns()).toMatchObject([
      {
        headSha: world.head,
        status: 'completed',
        conclusion: 'failure',
        annotations: [{ path: 'SPEC.md', start_line: 5, end_line: 5, annotation_level: 'failure' }],
      },
    ]);
  });

  test('is in result.json, which keeps its schema and has the numbers of the comment', async () => {
    const validate = await resultSchema();
    expect(validate(result) ? [] : validate.errors).toEqual([]);
    expect(result).toMatchObject({
      conclusion: 'failure',
      trigger: { kind: 'pull-request', number: pullRequestNumber, base: world.base, head: world.head },
      verdicts: [
        { model: 'careful', verdict: 'held', base: { passed: 5 }, head: { passed: 5, failed: 0 } },
        {
          model: 'hasty',
          verdict: 'regressed',
          base: { passed: samples, failed: 0, unmeasured: 0 },
          head: { passed: 0, failed: samples, unmeasured: 0 },
          brokenTests: ['test/half.test.mjs > rounds half up'],
          culprit: [{ file: 'SPEC.md', lines: [5, 5] }],
        },
      ],
      spent: { generations: world.models.requests.length, cachedGenerations: 0 },
    });
  });

  test('is in junit.xml and results.sarif beside it, with the same numbers', async () => {
    const folder = join(world.repository.directory, '.spec-portability/report');
    const sarif = await readFile(join(folder, 'results.sarif'), 'utf8');

    expect(await readFile(join(folder, 'junit.xml'), 'utf8')).toContain(
      `<failure message="regressed: ${samples}/${samples} → 0/${samples}" type="regressed">`,
    );
    expect(sarif).toContain(`on hasty regressed: ${samples}/${samples} → 0/${samples}.`);
    expect(sarif).toMatch(/"uri": "SPEC\.md"[^}]*}[^}]*"startLine": 5/);
  });

  test('says nothing that is not so: the tests were reported one by one', () => {
    expect(JSON.stringify(result)).not.toContain('exit code only');
    expect(first.jobSummary).toContain('are removed: `src/half.mjs`.');
  });

  test('prints neither keys nor token, but for the lines that mask them', () => {
    const printed = first.log.replaceAll(/^::add-mask::.*$/gm, '');
    for (const secret of [...Object.values(vendorKeys), 'ghs_token_of_the_workflow']) {
      expect(first.log).toContain(`::add-mask::${secret}`);
      expect(`${printed}${JSON.stringify(first.outputs)}${first.jobSummary}`).not.toContain(secret);
    }
  });

  test('asked again on the same commits asks no model, and says the same in the same comment', async () => {
    const asked = world.models.requests.length;
    const [earlier] = own();

    const second = await world.run();

    expect(world.models.requests).toHaveLength(asked);
    expect(second.code).toBe(1);
    expect(second.outputs).toMatchObject({
      verdicts: first.outputs['verdicts'],
      generations: '0',
      'cached-generations': String(asked),
      'comment-url': first.outputs['comment-url'],
    });
    expect(await world.result()).toMatchObject({ verdicts: Reflect.get(Object(result), 'verdicts') });
    expect(own()).toHaveLength(1);
    expect(own()[0]?.id).toBe(earlier?.id);
  });

  test('leaves alone what someone else wrote under our marker', () => {
    const theirs = world.github.comments(pullRequestNumber).filter(({ login }) => login === 'someone');
    expect(theirs).toMatchObject([{ body: marker }]);
  });
});

describe('a pull request that touches no spec', () => {
  test('is green with no call and no comment', async () => {
    await using world = await actionWorld(bundle.action, {
      // Not even a sandbox is needed.
      config: (url) => halvesConfig(url, { rest: { sandbox: 'auto' } }),
      head: async (repository) =>
        repository.write({ 'src/half.mjs': `// faster\n${halves.right}`, 'README.md': 'new\n' }),
    });

    const run = await world.run({ keys: false });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'success', 'has-work': 'false', generations: '0' });
    expect(world.models.requests).toEqual([]);
    expect(world.github.comments(pullRequestNumber)).toEqual([]);
    expect(world.github.checkRuns()).toEqual([]);
  });

  test('updates the comment that an earlier push brought, so that nothing stale stays', async () => {
    await using world = await actionWorld(bundle.action, {
      head: async (repository) => repository.write({ 'README.md': 'new\n' }),
    });
    const body = `${marker}\n\n❌ stale`;
    world.github.addComment(pullRequestNumber, { login: 'github-actions[bot]', body });

    expect((await world.run()).code).toBe(0);

    expect(world.github.comments(pullRequestNumber)).toHaveLength(1);
    expect(world.github.comments(pullRequestNumber)[0]?.body).not.toContain('stale');
  });
});

describe('where the report goes', () => {
  test('a manual run with a base has a check run and a job summary, and no pull request to comment on', async () => {
    await using world = await actionWorld(bundle.action, { config: oneModel });
    const payload = { inputs: { base: world.base } };

    const run = await world.run({
      event: { name: 'workflow_dispatch', payload },
      env: { GITHUB_SHA: world.head },
    });

    expect(run.code).toBe(1);
    expect(run.jobSummary).toContain('rounds half up');
    expect(world.github.checkRuns()).toMatchObject([{ headSha: world.head, conclusion: 'failure' }]);
    expect(world.github.requests).toHaveLength(1);
  });

  test('`comment: never`, `check-run: never` and no token: it is on the page of the job and in the log, and stands', async () => {
    await using world = await actionWorld(bundle.action, { config: oneModel });

    const silent = await world.run({ inputs: { comment: 'never', 'check-run': 'never' } });
    expect(silent.code).toBe(1);
    const tokenless = await world.run({ inputs: { 'github-token': '' } });
    expect(tokenless.code).toBe(1);
    expect(tokenless.outputs).toMatchObject({ conclusion: 'failure', 'comment-url': '' });
    for (const { jobSummary } of [silent, tokenless]) expect(jobSummary).toContain('rounds half up');
    expect(tokenless.log).toContain('rounds half up');
    expect(world.github.requests).toEqual([]);
  });

  test('`comment: always` writes one where no spec changed', async () => {
    await using world = await actionWorld(bundle.action);
    const untouched = { name: 'pull_request', payload: await untouchedPayload(world) };

    world.github.push(pullRequestNumber, world.base);
    expect((await world.run({ event: untouched, inputs: { comment: 'always' } })).code).toBe(0);
    expect(world.github.comments(pullRequestNumber)).toHaveLength(1);
  });
});

const oneModel = (url: string): string => halvesConfig(url, { models: bothModels(url).slice(1) });

async function untouchedPayload(world: ActionWorld): Promise<unknown> {
  const { event } = await world.request();
  return JSON.parse(JSON.stringify(event.payload).replaceAll(world.head, world.base));
}

async function resultSchema(): Promise<ValidateFunction> {
  const url = new URL('../schema/result.schema.json', import.meta.url);
  return new Ajv2020({ strict: false }).compile(JSON.parse(await readFile(url, 'utf8')));
}
