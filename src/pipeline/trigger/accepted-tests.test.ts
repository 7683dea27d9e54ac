import { expect, test } from '@jest/globals';
import type { Forge, WrittenComment } from '../../ports/forge.ts';
import { acceptedTests } from './accepted-tests.ts';
import type { QueuedEvent } from './admit.ts';

const head = 'c'.repeat(40);
const accepts = `/portability accept-tests ${head}`;

const queued: QueuedEvent = {
  kind: 'merge-group',
  baseTip: 'b'.repeat(40),
  head: 'd'.repeat(40),
  pullRequest: 7,
  fromFork: false,
  pullRequestHead: head,
};

async function accepted(of: {
  readonly comments: readonly Partial<WrittenComment>[];
  readonly mayWrite?: Awaited<ReturnType<Forge['mayWrite']>>;
  readonly event?: Parameters<typeof acceptedTests>[0];
}) {
  const { mayWrite = { kind: 'found', value: true }, event = queued } = of;
  const value = of.comments.map((comment) => ({
    ...{ login: 'octo', body: accepts, url: 'https://github.example/1', isEdited: false },
    ...comment,
  }));
  const none = async () => ({ kind: 'failed', why: 'not asked' }) as const;
  const said: string[] = [];
  const forge: Forge = {
    ...{ pullRequest: none, hasFailed: none, react: none, reply: none },
    comments: async () => ({ kind: 'found', value }),
    mayWrite: async () => mayWrite,
  };
  const log = { info: () => {}, progress: () => {}, warn: (line: string) => void said.push(line) };
  return { by: await acceptedTests(event, { forge, log }), said };
}

test('a comment accepts the head of the pull request, in its queue as well', async () => {
  const { by } = await accepted({ comments: [{ body: 'nice work' }, { body: `${accepts}\n\nI read it.` }] });

  expect(by).toEqual({ by: 'octo', url: 'https://github.example/1' });
});

test.each([
  { what: 'accepts another commit', comment: { body: `/portability accept-tests ${'e'.repeat(40)}` } },
  { what: 'accepts the commit of the queue', comment: { body: `/portability accept-tests ${queued.head}` } },
  { what: 'names only a part of the commit', comment: { body: accepts.slice(0, -20) } },
  { what: 'was changed after it was written', comment: { isEdited: true } },
  { what: 'quotes the command', comment: { body: `> ${accepts}` } },
  { what: 'asks for more as well', comment: { body: `${accepts} samples=3` } },
])('a comment that $what accepts nothing', async ({ comment }) => {
  expect((await accepted({ comments: [comment] })).by).toBeNull();
});

test('the permission of its author is asked for now, and without an answer nothing is accepted', async () => {
  const reader = await accepted({ comments: [{}], mayWrite: { kind: 'found', value: false } });
  const unknown = await accepted({ comments: [{}], mayWrite: { kind: 'failed', why: '403' } });

  expect([reader.by, unknown.by]).toEqual([null, null]);
  expect(reader.said).toEqual([
    expect.stringContaining('octo accepts how the tests are run, but may not write'),
  ]);
});

test('a merge group of an unknown pull request, and a dispatch, have no comments to read', async () => {
  const unknown = { ...queued, pullRequestHead: null };
  const manual = { kind: 'manual', base: 'main', head } as const;

  expect((await accepted({ comments: [{}], event: unknown })).by).toBeNull();
  expect((await accepted({ comments: [{}], event: manual })).by).toBeNull();
});
