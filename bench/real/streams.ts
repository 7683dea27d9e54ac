import { shuffled } from '../../src/core/statistics/seeded-random.ts';
import { drawStream, suiteOf } from '../verdicts/behaviour.ts';
import type { Stream } from '../verdicts/behaviour.ts';
import type { Random } from '../verdicts/random.ts';
import type { Streams } from '../verdicts/walk.ts';
import { rateOf } from './read-outcomes.ts';
import type { RecordedArm } from './read-outcomes.ts';
import type { ArmPair } from './situations.ts';

/**
 * Where the samples of an arm come from. `rates` draws each of them at the recorded pass rate; `recorded` takes the
 * recorded answers themselves, in a random order and none twice. The outcomes hold no tests, so that two more are made
 * up: a suite that never passes gets ten tests, of which eight pass, always the same eight or other ones each time.
 */
export type Drawing = 'rates' | 'recorded' | 'same-tests-fail' | 'other-tests-fail';

/** Both arms' samples of one question. */
export function streamsOf(
  pair: ArmPair,
  drawing: Drawing,
  of: { readonly lengths: { readonly base: number; readonly head: number }; readonly random: Random },
): Streams {
  const { lengths, random } = of;
  if (drawing === 'recorded') return recordedStreams(pair, lengths, random);
  const drawn = (arm: RecordedArm, length: number): Stream =>
    drawing !== 'rates' && rateOf(arm) === 0
      ? neverPassing(length, drawing, random)
      : drawStream(suiteOf(rateOf(arm), 0), length, random);
  return { base: drawn(pair.base, lengths.base), head: drawn(pair.head, lengths.head) };
}

function recordedStreams(
  { base, head }: ArmPair,
  lengths: { readonly base: number; readonly head: number },
  random: Random,
): Streams {
  const first = inRandomOrder(base, random);
  // One arm compared with itself is split: no answer stands on both sides.
  const second = base === head ? first.slice(lengths.base) : inRandomOrder(head, random);
  if (first.length < lengths.base || second.length < lengths.head)
    throw new Error('There are too few recorded answers for these looks.');
  return {
    base: { suite: first.slice(0, lengths.base), tests: [] },
    head: { suite: second.slice(0, lengths.head), tests: [] },
  };
}

function inRandomOrder({ passed }: RecordedArm, random: Random): boolean[] {
  return shuffled(passed.length, random).map((index) => passed[index] === true);
}

const tests = 10;
const failing = 2;

function neverPassing(
  length: number,
  drawing: 'same-tests-fail' | 'other-tests-fail',
  random: Random,
): Stream {
  const failed = Array.from({ length }, () =>
    drawing === 'same-tests-fail' ? [0, 1] : shuffled(tests, random).slice(0, failing),
  );
  return {
    suite: failed.map(() => false),
    tests: Array.from({ length: tests }, (_, test) => failed.map((those) => !those.includes(test))),
  };
}
