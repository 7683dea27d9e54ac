import { describe, expect, test } from '@jest/globals';
import type { CommentEvent } from '../../core/trigger/comment-event.ts';
import type { PullRequestEvent } from '../../core/trigger/pull-request-event.ts';
import type { Forge, PullRequestNow } from '../../ports/forge.ts';
import { admit } from './admit.ts';

const now: PullRequestNow = {
  baseTip: 'b'.repeat(40),
  head: 'c'.repeat(40),
  fromFork: false,
  isOpen: true,
  dependabot: false,
  headPushedAt: '2026-11-22T09:00:00Z',
};

/** A forge that permits everybody and knows one pull request; it records every request. */
function aForge(answers: Partial<Forge> = {}) {
  const asked: string[] = [];
  const forge: Forge = {
    mayWrite: async () => ({ kind: 'found', value: true }),
    pullRequest: async () => ({ kind: 'found', value: now }),
    comments: async () => ({ kind: 'found', value: [] }),
    hasFailed: async () => ({ kind: 'found', value: false }),
    react: async (_, reaction) => {
      asked.push(reaction);
      return { kind: 'found', value: null };
    },
    reply: async () => ({ kind: 'found', value: null }),
    ...answers,
  };
  return { forge, asked };
}

const failed = async () => ({ kind: 'failed', why: 'GitHub answered 403: no.' }) as const;

async function admitted(event: Parameters<typeof admit>[0], of: { forge?: Forge; ready?: boolean } = {}) {
  const said: string[] = [];
  const log = {
    info: () => {},
    progress: () => {},
    warn: (line: string) => void said.push(line),
  };
  const { forge = aForge().forge, ready = true } = of;
  const admission = await admit(event, { forge, log, runsWhenReady: async () => ready });
  return { admission, said };
}

const comment: CommentEvent = {
  kind: 'comment',
  number: 7,
  commentId: 1,
  login: 'octo',
  at: '2026-11-22T10:00:00Z',
  command: '/portability samples=3',
};

const pullRequest: PullRequestEvent = {
  kind: 'pull-request',
  number: 7,
  baseTip: now.baseTip,
  head: now.head,
  fromFork: false,
  dependabot: false,
  draft: false,
  askedBy: null,
};

describe('a pull request', () => {
  test('is compared as it comes, and nobody is asked', async () => {
    const { forge } = aForge({ mayWrite: () => Promise.reject(new Error('asked')) });

    expect(await admitted(pullRequest, { forge })).toMatchObject({
      admission: { kind: 'compare', event: pullRequest, command: null },
    });
  });

  const draft = { ...pullRequest, draft: true };

  test('that is a draft is skipped', async () => {
    expect(await admitted(draft)).toMatchObject({ admission: { kind: 'skip', head: now.head }, said: [] });
  });

  test('that is a draft is compared, with a warning, where nothing would check it later', async () => {
    const { admission, said } = await admitted(draft, { ready: false });

    expect(admission.kind).toBe('compare');
    expect(said).toEqual([expect.stringContaining('`ready_for_review`')]);
  });

  test('that is a draft and carries the label is compared', async () => {
    const asked = { ...pullRequest, draft: true, askedBy: { by: 'label', login: 'octo' } } as const;

    expect((await admitted(asked)).admission.kind).toBe('compare');
  });
});

describe('who asks', () => {
  test.each([
    ['may not write', async () => ({ kind: 'found', value: false }) as const, /may not write/],
    ['cannot be looked up', failed, /GitHub did not tell whether .*GitHub answered 403/],
  ])('and %s is refused before anything else is asked', async (_, mayWrite, message) => {
    const { forge, asked } = aForge({ mayWrite, pullRequest: () => Promise.reject(new Error('asked')) });
    const label = { ...pullRequest, askedBy: { by: 'label', login: 'octo' } } as const;

    await expect(admitted(comment, { forge })).rejects.toThrow(message);
    await expect(admitted(label, { forge })).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });
});

describe('a comment', () => {
  test('is about the head as it stands, with what it asks for', async () => {
    const { forge, asked } = aForge();

    expect((await admitted(comment, { forge })).admission).toEqual({
      kind: 'compare',
      command: { models: null, samples: 3 },
      event: { ...pullRequest, askedBy: { by: 'comment', login: 'octo' } },
    });
    expect(asked).toEqual(['eyes']);
  });

  const under = (changes: Partial<PullRequestNow>) =>
    admitted(comment, {
      forge: aForge({ pullRequest: async () => ({ kind: 'found', value: { ...now, ...changes } }) }).forge,
    });

  test('under a fork that was not touched since is taken', async () => {
    expect((await under({ fromFork: true })).admission.kind).toBe('compare');
  });

  test.each<[string, Partial<PullRequestNow>, RegExp]>([
    ['a closed pull request', { isOpen: false }, /is closed/],
    [
      'a fork pushed to in the same second',
      { fromFork: true, headPushedAt: comment.at },
      /got new commits after/,
    ],
    [
      'a fork pushed to later',
      { fromFork: true, headPushedAt: '2026-11-22T10:00:09Z' },
      /got new commits after/,
    ],
    ['a fork that is gone', { fromFork: true, headPushedAt: null }, /was deleted/],
  ])('under %s is refused', async (_, changes, message) => {
    await expect(under(changes)).rejects.toThrow(message);
  });

  test('under a pull request that cannot be read says what to fix', async () => {
    const { forge } = aForge({ pullRequest: failed });

    await expect(admitted(comment, { forge })).rejects.toThrow(/^PULL_REQUEST_UNREADABLE: .*403/);
  });
});

describe('a merge group', () => {
  const group = { kind: 'merge-group', baseTip: now.baseTip, head: now.head, pullRequest: 7 } as const;

  test('knows the head of its pull request', async () => {
    expect((await admitted(group)).admission).toMatchObject({
      event: { ...group, fromFork: false, pullRequestHead: now.head },
    });
  });

  test.each([
    ['that names none', { ...group, pullRequest: null }, 0],
    ['that cannot be read', group, 1],
  ])(
    'of a pull request %s is taken for a fork’s, and no verdict is looked for',
    async (_, event, warnings) => {
      const { admission, said } = await admitted(event, { forge: aForge({ pullRequest: failed }).forge });

      expect(admission).toMatchObject({ event: { fromFork: true, pullRequestHead: null } });
      expect(said).toHaveLength(warnings);
    },
  );
});
