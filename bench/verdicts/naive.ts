import type { Streams } from './walk.ts';

/** What most gates do: five samples an arm, and a failure as soon as the head passes less often. */
export function naiveAlarm(streams: Streams): boolean {
  const { base, head } = firstFive(streams);
  return head < base;
}

/** Fisher's exact test, one-sided, at .05 on the same ten samples. */
export function fisherAlarm(streams: Streams): boolean {
  const { base, head } = firstFive(streams);
  return fisherP(base, head, 5) <= 0.05;
}

/** One-sided p-value of Fisher's exact test for two arms of `samples`: the hypergeometric chance of so few head passes. */
export function fisherP(base: number, head: number, samples: number): number {
  const passes = base + head;
  let p = 0;
  for (let fewer = Math.max(0, passes - samples); fewer <= head; fewer += 1) {
    p += (ways(samples, fewer) * ways(samples, passes - fewer)) / ways(2 * samples, passes);
  }
  return p;
}

function firstFive({ base, head }: Streams): { readonly base: number; readonly head: number } {
  const passes = (suite: readonly boolean[]): number => suite.slice(0, 5).filter(Boolean).length;
  return { base: passes(base.suite), head: passes(head.suite) };
}

function ways(of: number, chosen: number): number {
  let result = 1;
  for (let step = 0; step < chosen; step += 1) result = (result * (of - step)) / (step + 1);
  return result;
}
