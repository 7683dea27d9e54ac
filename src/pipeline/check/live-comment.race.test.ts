import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stepInTurn, type KnownComment } from '../../adapters/github/comment-in-turn.ts';
import { openRemote } from '../../adapters/github/octokit.ts';
import { readStamp } from '../../core/report/markdown/run-stamp.ts';
import type { Review } from '../../ports/review.ts';
import { race, verdictOf, type Race, type Racer } from '../../testing/runs/comment-race.ts';
import { GithubDouble } from '../../testing/doubles/github-double.ts';

const [older, newer, newest] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)] as const;

let github: GithubDouble;
let pullRequest = 0;

beforeAll(async () => {
  github = await GithubDouble.start();
});
afterAll(async () => github[Symbol.asyncDispose]());

const twoHeads = {
  heads: [older, newer],
  racers: [
    { head: older, run: 1, attempt: 1, after: -1 },
    { head: newer, run: 2, attempt: 1, after: 1 },
  ],
} as const;

describe('in 100 random interleavings', () => {
  test('of two runs on one pull request no comment ends with the older verdict shown as current', async () => {
    const ends = await endsOf(() => twoHeads);

    expect(ends.filter(({ isStale }) => isStale)).toEqual([]);
    expect(ends.every(({ comments }) => comments === 1)).toBe(true);
    expect(ends.every(({ body }) => body.includes(newer))).toBe(true);
    // The others are superseded texts that crossed the last text of the newer run; they name its head.
    expect(ends.filter(({ state }) => state === 'done').length).toBeGreaterThan(50);
  });

  test('some do, where runs do not look again after writing: the planted violation', async () => {
    // The first one is enough.
    const ends = await endsOf(
      () => ({ ...twoHeads, reviewOf: withoutSecondLook }),
      (end) => end.isStale,
    );

    expect(ends.filter(({ isStale }) => isStale)).toHaveLength(1);
  });

  test('of three runs, the first of them killed anywhere, none does either', async () => {
    const ends = await endsOf((seed) => ({
      heads: [older, newer, newest],
      racers: [
        { head: older, run: 1, attempt: 1, after: -1, killedAfter: 1 + (seed % 15) },
        { head: newer, run: 2, attempt: 1, after: 1 },
        { head: newest, run: 3, attempt: 1, after: 2 },
      ],
    }));

    expect(ends.filter(({ isStale }) => isStale)).toEqual([]);
  });

  test('of a run and a later one at the same head, a verdict of that head stands in the end', async () => {
    const ends = await endsOf(() => ({
      heads: [older],
      racers: [
        { head: older, run: 1, attempt: 1, after: -1 },
        { head: older, run: 2, attempt: 1, after: -1 },
      ],
    }));

    expect(ends.filter(({ state, comments }) => state !== 'done' || comments !== 1)).toEqual([]);
  });

  test('a run that is killed anywhere leaves nothing, or a comment that names its head and has no verdict but its own', async () => {
    const racer = { head: older, run: 1, attempt: 1, after: -1 };
    const ends = await endsOf((seed) => ({
      heads: [older],
      racers: [{ ...racer, killedAfter: 1 + (seed % 15) }],
    }));

    expect(ends.filter(({ body }) => body !== '' && !body.includes(older))).toEqual([]);
    expect(new Set(ends.map(({ state }) => state))).toEqual(new Set([null, 'queued', 'running', 'done']));
  });
});

type End = {
  readonly seed: number;
  readonly comments: number;
  readonly body: string;
  readonly state: string | null;
  readonly isStale: boolean;
};

async function endsOf(
  raceOf: (seed: number) => Pick<Race, 'heads' | 'racers' | 'reviewOf'>,
  isLast: (end: End) => boolean = () => false,
): Promise<readonly End[]> {
  const ends: End[] = [];
  for (let seed = 0; seed < 100; seed += 1) {
    pullRequest += 1;
    const of = raceOf(seed);
    await race(github, { ...of, seed, pullRequest });
    const bodies = github.comments(pullRequest).map(({ body }) => body);
    const body = bodies[0] ?? '';
    const state = readStamp(body)?.state ?? null;
    const end = { seed, comments: bodies.length, body, state, isStale: isStale(of, bodies) };
    ends.push(end);
    if (isLast(end)) break;
  }
  return ends;
}

function isStale({ racers, heads }: Pick<Race, 'heads' | 'racers'>, bodies: readonly string[]): boolean {
  const old: readonly Racer[] = racers.filter(({ head }) => head !== heads.at(-1));
  return bodies.some((body) => old.some((racer) => body.includes(verdictOf(racer))));
}

function withoutSecondLook(token: string): Review {
  const known: KnownComment = { found: null };
  return {
    checkRun: async () => ({ kind: 'left-alone' }),
    findVerdict: async () => ({ kind: 'found', value: null }),
    abandonCheckRun: async () => {},
    async comment(request) {
      const remote = await openRemote({ token, repository: 'octo/repo', apiUrl: github.url });
      if (request.turn === undefined) throw new Error('Every text of a run takes its turn.');
      const comment = { ...request, turn: request.turn, login: 'github-actions[bot]' };
      await stepInTurn({ remote, warn: () => {} }, comment, known);
      return { kind: 'published', url: '' };
    },
  };
}
