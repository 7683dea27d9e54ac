import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../errors.ts';
import { readEvent, type WorkflowEvent } from './read-event.ts';

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
      /^EVENT_UNSUPPORTED: event `pull_request` came without/,
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

  test('without a base audits the commit that runs', () => {
    expect(readEvent(anEvent(manual))).toEqual({ kind: 'audit', head });
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

test.each(['push', 'schedule'])('%s audits the commit that runs', (name) => {
  expect(readEvent(anEvent({ name, payload: {} }))).toEqual({ kind: 'audit', head });
  expect(() => readEvent(anEvent({ name, payload: {}, sha: null }))).toThrow(/^EVENT_UNSUPPORTED/);
});

test.each(['merge_group'])('%s is answered with "not in this version"', (name) => {
  expect(() => readEvent(anEvent({ name }))).toThrow(
    `EVENT_UNSUPPORTED: event \`${name}\` is not in this version.`,
  );
});

test.each(['pull_request_target', 'workflow_run', 'issue_comment', 'pull_request_review', ''])(
  'event %j is refused even when its payload holds a pull request',
  (name) => {
    const event = anEvent({ name, payload: fixture('pull-request-opened') });

    expect(() => readEvent(event)).toThrow(/^EVENT_UNSUPPORTED: .*`pull_request`/);
  },
);

test('whatever the event holds, the answer is a trigger or one line for the user', () => {
  const events = fc.record({
    name: fc.oneof(fc.constantFrom('pull_request', 'workflow_dispatch'), fc.string()),
    payload: fc.oneof(fc.anything(), fc.record({ pull_request: fc.anything(), inputs: fc.anything() })),
    sha: fc.option(fc.string()),
    inputs: fc.record({ base: fc.string({ unit: 'binary' }), head: fc.string() }),
  });
  fc.assert(
    fc.property(events, (event) => {
      expect(answerTo(event)).not.toMatch(/[\n\r\0]/);
    }),
  );
});

/** The kind of trigger, or the message for the user; anything else that is thrown rises. */
function answerTo(event: WorkflowEvent): string {
  try {
    return readEvent(event).kind;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
