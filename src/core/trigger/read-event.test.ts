import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { UserError } from '../../errors.ts';
import type { WorkflowEvent } from './event-parts.ts';
import { readEvent } from './read-event.ts';

const base = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';

function fixture(name: string): unknown {
  const url = new URL(`../../../fixtures/events/${name}.json`, import.meta.url);
  const payload: unknown = JSON.parse(readFileSync(url, 'utf8'));
  return payload;
}

function anEvent(changes: Partial<WorkflowEvent>): WorkflowEvent {
  return { name: 'pull_request', payload: {}, sha: head, inputs: { base: '', head: '' }, ...changes };
}

describe('a pull request', () => {
  test('names the tip of the base branch, the head and the number', () => {
    const event = readEvent(anEvent({ payload: fixture('pull-request-opened') }));

    expect(event).toEqual({
      kind: 'pull-request',
      number: 2,
      baseTip: base,
      head,
      fromFork: false,
      dependabot: false,
      draft: false,
      askedBy: null,
    });
  });

  test.each([
    ['pull-request-from-fork-changed', { fromFork: true, dependabot: false }],
    ['pull-request-fork-deleted-changed', { fromFork: true, dependabot: false }],
    ['pull-request-dependabot-changed', { fromFork: false, dependabot: true }],
    ['pull-request-draft', { fromFork: false, draft: true }],
  ])('%s is recognised', (name, expected) => {
    expect(readEvent(anEvent({ payload: fixture(name) }))).toMatchObject(expected);
  });

  test.each([
    ['no payload', null],
    ['no pull request', {}],
    ['a short sha', { pull_request: { number: 1, base: { sha: 'f95f852', repo: { full_name: 'a/b' } } } }],
    ['an option instead of a number', { pull_request: { number: '--upload-pack=x' } }],
  ])('with %s is refused', (_, payload) => {
    expect(() => readEvent(anEvent({ payload }))).toThrow(
      /^EVENT_UNSUPPORTED: event `pull_request` has no valid/,
    );
  });
});

describe('a manual run', () => {
  const manual = { name: 'workflow_dispatch', payload: fixture('workflow-dispatch') };

  test('compares the input `base` with the commit that runs', () => {
    const event = readEvent(anEvent({ ...manual, inputs: { base: 'main', head: '' } }));

    expect(event).toEqual({ kind: 'manual', base: 'main', head });
  });

  test.each(['HEAD~1', 'refs/heads/main', 'v1.0.0', base])('takes %s as a base', (ref) => {
    expect(readEvent(anEvent({ ...manual, inputs: { base: ref, head: '' } }))).toMatchObject({ base: ref });
  });

  test("takes base and head from the workflow's own inputs", () => {
    const event = readEvent(anEvent({ ...manual, payload: { inputs: { base: 'v1.0.0', head: 'topic/x' } } }));

    expect(event).toEqual({ kind: 'manual', base: 'v1.0.0', head: 'topic/x' });
  });

  test('with a head alone is refused, and the way out is named', () => {
    expect(() => readEvent(anEvent({ ...manual, inputs: { base: '', head: 'topic' } }))).toThrow(
      /EVENT_UNSUPPORTED.*no input `base`.*Set `base`/,
    );
  });

  test.each(['--upload-pack=touch x', '-b', 'a b', 'a..b', 'main:file', 'x\0y', 'a\nb'])(
    'with the base %j is refused before git sees it',
    (ref) => {
      expect(() => readEvent(anEvent({ ...manual, inputs: { base: ref, head: '' } }))).toThrow(
        /^REF_NOT_FOUND/,
      );
    },
  );
});

const pushed = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
const merging = {
  kind: 'merge-group',
  baseTip: '380387fbc80638b734a49e1be1c4dfec1c01b33c',
  head: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
  pullRequest: 104,
};
const label = { by: 'label', login: 'Codertocat' };
const command = { kind: 'comment', number: 1, commentId: 492700400, login: 'Codertocat' };

test.each<[string, string, object]>([
  ['pull_request', 'pull-request-synchronize', { kind: 'pull-request', draft: false, askedBy: null }],
  ['pull_request', 'pull-request-reopened', { kind: 'pull-request', draft: false, askedBy: null }],
  ['pull_request', 'pull-request-ready-for-review', { kind: 'pull-request', draft: false, askedBy: null }],
  ['pull_request', 'pull-request-draft', { kind: 'pull-request', draft: true, askedBy: null }],
  ['pull_request', 'pull-request-draft-from-fork-changed', { draft: true, fromFork: true }],
  ['pull_request', 'pull-request-labeled-portability-changed', { kind: 'pull-request', askedBy: label }],
  ['pull_request', 'pull-request-labeled-portability-from-fork-changed', { fromFork: true, askedBy: label }],
  ['pull_request', 'pull-request-labeled', { kind: 'nothing', why: expect.stringContaining('label'), head }],
  ['pull_request', 'pull-request-unlabeled', { kind: 'nothing', head }],
  ['pull_request', 'pull-request-closed', { kind: 'nothing', head: null }],
  ['merge_group', 'merge-group', merging],
  ['issue_comment', 'issue-comment-created', { kind: 'nothing' }],
  ['issue_comment', 'issue-comment-edited', { kind: 'nothing' }],
  ['issue_comment', 'issue-comment-on-pull-request-changed', { kind: 'nothing' }],
  ['issue_comment', 'issue-comment-command-changed', { ...command, command: '/portability' }],
  ['workflow_dispatch', 'workflow-dispatch', { kind: 'audit', head }],
  ['schedule', 'schedule-made-up', { kind: 'audit', head }],
  ['push', 'push', { kind: 'audit', head: pushed }],
  ['push', 'push-branch', { kind: 'audit', head: pushed }],
  ['push', 'push-deleted', { kind: 'nothing', why: 'the branch was deleted' }],
])('%s as in %s is read', (name, file, expected) => {
  expect(readEvent(anEvent({ name, payload: fixture(file) }))).toMatchObject(expected);
});

describe('a merge group', () => {
  test.each([
    ['refs/heads/gh-readonly-queue/release/2.x/pr-7-929f8209d40f77f4abc622a499c93a83babdbe64', 7],
    ['refs/heads/gh-readonly-queue/main/pr-0-929f8209d40f77f4abc622a499c93a83babdbe64', null],
    ['refs/heads/gh-readonly-queue/main/pr-7', null],
    ['refs/heads/pr-7-929f8209d40f77f4abc622a499c93a83babdbe64', null],
    ['', null],
  ])('on %j is that of pull request %j', (head_ref, pullRequest) => {
    const payload = { merge_group: { base_sha: base, head_sha: head, head_ref } };

    expect(readEvent(anEvent({ name: 'merge_group', payload }))).toMatchObject({ pullRequest });
  });

  test('without commits is refused', () => {
    expect(() => readEvent(anEvent({ name: 'merge_group', payload: {} }))).toThrow(/has no valid merge/);
  });
});

describe('a comment', () => {
  const on = fixture('issue-comment-command-changed');
  const saying = (body: string, changes: object = {}): WorkflowEvent => {
    const { issue, comment } = { issue: {}, comment: {}, ...Object(on) };
    return anEvent({
      name: 'issue_comment',
      payload: { action: 'created', issue, comment: { ...comment, body, ...changes } },
    });
  };

  test.each([
    ['/portability', '/portability'],
    ['  \n/portability models=a samples=3\r\nthank you', '/portability models=a samples=3'],
  ])('%j is a command', (body, line) => {
    expect(readEvent(saying(body))).toMatchObject({ kind: 'comment', command: line });
  });

  test.each(['/portabilityX', 'please /portability', '> /portability', 'hello', ''])('%j is none', (body) => {
    expect(readEvent(saying(body))).toMatchObject({ kind: 'nothing' });
  });

  test('that is a command but stands under an issue is refused', () => {
    const payload = fixture('issue-comment-command-on-issue-changed');

    expect(() => readEvent(anEvent({ name: 'issue_comment', payload }))).toThrow(/under an issue/);
  });

  test.each(['../../user', 'a/b', 'a?b', '', 'x'.repeat(200)])('of the author %j is refused', (name) => {
    expect(() => readEvent(saying('/portability', { user: { login: name } }))).toThrow(/has no valid/);
  });
});

test.each(['pull_request_target', 'workflow_run', 'pull_request_review', ''])(
  'event %j is refused even when its payload holds a pull request',
  (name) => {
    const event = anEvent({ name, payload: fixture('pull-request-opened') });

    expect(() => readEvent(event)).toThrow(/^EVENT_UNSUPPORTED: .*`pull_request`/);
  },
);

test('workflow_run is refused with its own true payload too', () => {
  const event = anEvent({ name: 'workflow_run', payload: fixture('workflow-run') });

  expect(() => readEvent(event)).toThrow(/refused/);
});

test('whatever the event holds, the answer is a trigger or one line for the user', () => {
  const events = fc.record({
    name: fc.oneof(
      fc.constantFrom('pull_request', 'workflow_dispatch', 'merge_group', 'issue_comment', 'push'),
      fc.string(),
    ),
    payload: fc.oneof(
      fc.anything(),
      fc.record({
        action: fc.constantFrom('created', 'labeled', 'opened'),
        pull_request: fc.anything(),
        inputs: fc.anything(),
        merge_group: fc.anything(),
        issue: fc.anything(),
        comment: fc.anything(),
        after: fc.anything(),
      }),
    ),
    sha: fc.option(fc.string()),
    inputs: fc.record({ base: fc.string({ unit: anyCharacter }), head: fc.string() }),
  });
  fc.assert(
    fc.property(events, (event) => {
      expect(answerTo(event)).not.toMatch(/[\n\r\0]/);
    }),
  );
});

/** The kind of trigger, or the message for the user. Any other error is rethrown. */
function answerTo(event: WorkflowEvent): string {
  try {
    return readEvent(event).kind;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
