import type { Counts } from '../../src/core/blame/found-words.ts';
import type { Sides } from '../../src/core/blame/pass-rate.ts';
import { coldStart, shipped } from '../verdicts/experiments.ts';
import type { Random } from '../verdicts/random.ts';
import { drawOf, longestStreams, walk } from '../verdicts/walk.ts';

/** Whether the base had stored samples when the question was asked. */
export type Start = 'cached' | 'cold';

/** Asks the shipped gate until it says `regressed`, and returns what it saw: samples that were chosen for their drop. */
export function detected(start: Start, rates: Sides<number>, random: Random): Sides<Counts> {
  const protocol = start === 'cached' ? shipped : coldStart;
  const draw = drawOf(protocol);
  const length = longestStreams(draw);
  for (let tries = 0; tries < 10_000; tries += 1) {
    const streamOf = (side: 'base' | 'head') => {
      const suite = Array.from({ length: length[side] }, () => random() < rates[side]);
      return { suite, tests: [suite] };
    };
    const [walked] = walk([{ base: streamOf('base'), head: streamOf('head') }], draw, protocol);
    const verdict = walked?.verdict;
    if (verdict?.verdict === 'regressed' && verdict.base !== null && verdict.head !== null)
      return { base: verdict.base, head: verdict.head };
  }
  throw new Error('A drop that is never detected cannot be searched.');
}
