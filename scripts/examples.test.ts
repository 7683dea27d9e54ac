import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod';
import { starterModels } from '../src/core/init/starter-models.ts';
import { hostedProviders, providers } from '../src/core/providers.ts';
import { readEvent } from '../src/core/trigger/read-event.ts';
import { modeEvent } from '../src/core/trigger/job-mode.ts';
import { actionOptions } from '../src/entry/action/action-options.ts';
import { eventOf } from '../src/testing/builders/event-of.ts';
import { gitEnvironment, temporaryRepository } from '../src/testing/temporary-repository.ts';

const folder = '.github/workflows/examples';
const names = readdirSync(folder).toSorted();
const page = readFileSync('docs/examples.md', 'utf8');

const stepSchema = z.object({
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.coerce.string()).default({}),
  env: z.record(z.string(), z.string()).default({}),
});
const workflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      if: z.string().optional(),
      uses: z.string().optional(),
      steps: z.array(stepSchema).default([]),
    }),
  ),
});
const action = z
  .object({ inputs: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync('action.yml', 'utf8')));

function workflowOf(name: string): z.infer<typeof workflowSchema> {
  return workflowSchema.parse(parse(readFileSync(join(folder, name), 'utf8')));
}

function stepsOf(name: string): readonly z.infer<typeof stepSchema>[] {
  return Object.values(workflowOf(name).jobs).flatMap(({ steps }) => steps);
}

function inputsOf(name: string): Readonly<Record<string, string>> {
  return stepsOf(name).find(({ uses }) => uses?.startsWith('OWNER/') === true)?.with ?? {};
}

/** An event of each name as GitHub sends it. */
const fixtures = new Map([
  ['pull_request', 'pull-request-opened'],
  ['merge_group', 'merge-group'],
  ['workflow_dispatch', 'workflow-dispatch'],
  ['schedule', 'schedule-made-up'],
  ['push', 'push'],
  ['issue_comment', 'issue-comment-command-changed'],
]);

const kinds = new Map([
  ['pull_request', 'pull-request'],
  ['merge_group', 'merge-group'],
  ['issue_comment', 'comment'],
]);

/** What the action makes of an event under an example's inputs; throws where it refuses one of them. */
async function askedBy(name: string, event: string): Promise<string> {
  const inputs = inputsOf(name);
  const sha = 'a'.repeat(40);
  const { payload } = await eventOf(event, fixtures.get(event) ?? 'no-such-event');
  const options = actionOptions(inputs, { GITHUB_EVENT_NAME: event, GITHUB_SHA: sha });
  // What a workflow computes is a commit.
  const [base, head] = ['base', 'head'].map((key) => (inputs[key] ?? '').replaceAll(/\$\{\{.*?\}\}/g, sha));
  return modeEvent(
    options.mode,
    readEvent({ name: event, payload, sha, inputs: { base: base ?? '', head: head ?? '' } }),
  ).kind;
}

/** What docs/examples.md says that each mode needs. */
function neededBy(name: string): Readonly<Record<string, string>> {
  const { mode = 'auto', 'dry-run': dryRun, 'history-branch': history } = inputsOf(name);
  if (dryRun === 'true') return { contents: 'read' };
  if (mode === 'audit') return { contents: history === undefined ? 'read' : 'write', issues: 'write' };
  const isByHand = !('pull_request' in workflowOf(name).on);
  return { contents: 'read', 'pull-requests': isByHand ? 'read' : 'write', checks: 'write' };
}

test('there is an example for every situation that the page names, and the page names every example', () => {
  const linked = [...page.matchAll(/\.github\/workflows\/examples\/([\w-]+\.yml)/g)].map(
    ([, name = '']) => name,
  );
  expect([...new Set(linked)].toSorted()).toEqual(names);
});

describe.each(names)('%s', (name) => {
  test('gives inputs that action.yml has', () => {
    expect(Object.keys(inputsOf(name)).filter((input) => !(input in action.inputs))).toEqual([]);
  });

  test('starts on events that the action accepts with its inputs, and leaves none out by its paths', async () => {
    const { on } = workflowOf(name);
    const isAudit = inputsOf(name)['mode'] === 'audit';
    for (const event of Object.keys(on)) {
      const compared = event === 'workflow_dispatch' ? 'manual' : kinds.get(event);
      expect([event, await askedBy(name, event)]).toEqual([event, isAudit ? 'audit' : compared]);
    }
    expect(JSON.stringify(on)).not.toContain('paths');
  });

  test('has the permissions that its mode needs, and no other', () => {
    expect(workflowOf(name).permissions).toEqual(neededBy(name));
  });

  test('checks the whole history out and hands no secret to anything but the action', () => {
    const wrong = stepsOf(name).filter(
      ({ uses = '', with: given, env }) =>
        (uses.startsWith('actions/checkout@') && given['fetch-depth'] !== '0') ||
        (!uses.startsWith('OWNER/') && JSON.stringify(env).includes('secrets.')),
    );
    expect(wrong).toEqual([]);
  });
});

/** The steps that upload the page, and whether they stand behind the step that makes it. */
function pageUploads(steps: readonly z.infer<typeof stepSchema>[], isAction: (uses: string) => boolean) {
  const made = steps.findLastIndex(({ uses }) => uses !== undefined && isAction(uses));
  return steps.flatMap((step, index) => {
    const isUpload = step.uses?.startsWith('actions/upload-artifact@') === true;
    if (!isUpload || step.with['name'] !== 'spec-portability-report') return [];
    const [path, ...without] = (step.with['path'] ?? '').trim().split('\n');
    return [{ isBehind: made !== -1 && index > made, if: step.if, path, without }];
  });
}

const uploadOnce = { isBehind: true, if: 'always()', path: '.spec-portability/report' };
const withPage = names.filter((name) => {
  const { mode = 'auto' } = inputsOf(name);
  return mode === 'auto' && stepsOf(name).length > 0;
});

test.each(withPage)('%s uploads the page that the comment links, however the check ends', (name) => {
  const uploads = pageUploads(stepsOf(name), (uses) => uses.startsWith('OWNER/'));
  expect(uploads).toEqual([{ ...uploadOnce, without: [] }]);
});

test('the workflow of many jobs uploads the page once, without what its jobs hand on', () => {
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ steps: z.array(stepSchema) })) })
    .parse(parse(readFileSync('.github/workflows/portability.yml', 'utf8')));
  const uploads = Object.entries(jobs).map(([job, { steps }]) => [
    job,
    pageUploads(steps, (uses) => uses === '$/.'),
  ]);
  expect(Object.fromEntries(uploads)).toEqual({
    plan: [],
    shard: [],
    report: [{ ...uploadOnce, without: ['!.spec-portability/report/fan-out'] }],
  });
});

test('the quick start asks the models that `init` proposes, whose prices are known', () => {
  const asked = (inputsOf('quick-start.yml')['models'] ?? '').trim().split('\n');
  expect(asked).toEqual(starterModels.map(({ id }) => id));
});

test('the workflow of many jobs hands on the key of every vendor, and to those that only look, that it is set', () => {
  const job = z.object({
    steps: z.array(
      z.object({ uses: z.string().optional(), env: z.record(z.string(), z.string()).optional() }),
    ),
  });
  const { on, jobs } = z
    .object({
      on: z.object({ workflow_call: z.object({ secrets: z.record(z.string(), z.unknown()) }) }),
      jobs: z.record(z.string(), job),
    })
    .parse(parse(readFileSync('.github/workflows/portability.yml', 'utf8')));
  const names = hostedProviders.flatMap((name) => providers[name].keyVariable ?? []);
  const keysOf = (name: string) =>
    (jobs[name]?.steps ?? []).flatMap(({ uses, env }) => (uses === '$/.' ? [env] : []));
  const isSet = (name: string) => [name, `\${{ secrets.${name} != '' && 'is set' || '' }}`];
  const itself = (name: string) => [name, `\${{ secrets.${name} }}`];

  expect(Object.keys(on.workflow_call.secrets)).toEqual(names);
  expect(keysOf('plan')).toEqual([Object.fromEntries(names.map(isSet))]);
  expect(keysOf('shard')).toEqual([Object.fromEntries(names.map(itself))]);
  expect(keysOf('report')).toEqual([Object.fromEntries(names.map(isSet))]);
});

test('an event that the action refuses, or a mode that does not fit it, would be found', async () => {
  await expect(askedBy('quick-start.yml', 'release')).rejects.toThrow('no-such-event');
  await expect(askedBy('nightly.yml', 'pull_request')).rejects.toThrow('EVENT_UNSUPPORTED');
});

test('the nightly does not start at a full or half hour, when GitHub drops schedules', () => {
  const { schedule } = z
    .object({ schedule: z.array(z.object({ cron: z.string() })) })
    .parse(workflowOf('nightly.yml').on);
  expect(schedule.map(({ cron }) => Number(cron.split(' ')[0]) % 30)).not.toContain(0);
});

test('the first stage of forks has no secret, asks no model and writes nowhere', () => {
  expect(readFileSync(join(folder, 'forks-plan.yml'), 'utf8')).not.toContain('secrets.');
  expect(inputsOf('forks-plan.yml')).toMatchObject({
    'dry-run': 'true',
    comment: 'never',
    'check-run': 'never',
  });
});

describe('the second stage of forks', () => {
  const head = 'a'.repeat(40);

  test('fetches the approved commit while it is the head, and hands on the base', async () => {
    await using fork = await temporaryRepository({ 'SPEC.md': 'of the fork\n' });
    const sha = await fork.git('rev-parse', 'HEAD');
    const stage = await secondStage({ SHA: sha, NUMBER: '7' }, { head: sha, remote: fork.directory });
    expect(stage).toMatchObject({ code: 0, output: `base=${'b'.repeat(40)}\n`, has: sha });
  });

  test.each([
    { what: 'the head has moved', env: { SHA: head, NUMBER: '7' }, now: 'c'.repeat(40), says: 'has moved' },
    { what: 'the commit is a branch', env: { SHA: 'main', NUMBER: '7' }, now: 'main', says: '' },
    { what: 'the commit is short', env: { SHA: head.slice(1), NUMBER: '7' }, now: head.slice(1), says: '' },
    { what: 'the number is a path', env: { SHA: head, NUMBER: '7/../8' }, now: head, says: '' },
  ])('stops where $what', async ({ env, now, says }) => {
    const stage = await secondStage(env, { head: now, remote: '/nonexistent' });
    expect(stage.code).not.toBe(0);
    expect(stage.output).toBe('');
    expect(stage.said).toContain(says);
  });
});

type Stage = {
  readonly code: number;
  readonly output: string;
  readonly said: string;
  readonly has: string | null;
};

/** Runs the script of the second stage as a runner does, with a stand-in for `gh` that says where the head is. */
async function secondStage(
  env: Readonly<Record<string, string>>,
  at: { readonly head: string; readonly remote: string },
): Promise<Stage> {
  await using checkout = await temporaryRepository({ 'SPEC.md': 'of the base\n' });
  const script = stepsOf('forks-approved.yml').find(({ id }) => id === 'approved')?.run ?? 'exit 99';
  const place = mkdtempSync(join(tmpdir(), 'second-stage-'));
  try {
    mkdirSync(join(place, 'bin'));
    writeFileSync(join(place, 'bin/gh'), `#!/bin/sh\necho '${at.head} ${'b'.repeat(40)}'\n`);
    chmodSync(join(place, 'bin/gh'), 0o755);
    writeFileSync(join(place, 'output'), '');
    writeFileSync(join(place, 'script'), script);
    const ended = await promisify(execFile)('bash', ['-e', join(place, 'script')], {
      cwd: checkout.directory,
      env: {
        ...gitEnvironment,
        PATH: `${join(place, 'bin')}:${gitEnvironment['PATH'] ?? ''}`,
        GITHUB_OUTPUT: join(place, 'output'),
        GITHUB_REPOSITORY: at.remote.slice(1),
        GITHUB_SERVER_URL: 'file://',
        ...env,
      },
    }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: unknown) =>
        z
          .object({ code: z.number(), stdout: z.string() })
          .transform(({ code, stdout }) => ({ code, said: stdout }))
          .parse(error),
    );
    const has = await checkout.git('cat-file', '-t', env['SHA'] ?? '').catch(() => null);
    return {
      ...ended,
      output: readFileSync(join(place, 'output'), 'utf8'),
      has: has === 'commit' ? (env['SHA'] ?? null) : null,
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
