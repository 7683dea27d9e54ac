import { sidesOf, type Question } from '../plan/question.ts';
import type { MeasuredCell } from '../verdict/measurements.ts';
import type { Shard } from './shard.ts';

/** The key of a cell's generation, whether or not there was one. */
export function cellKey({
  arm,
  sample,
  generation,
}: Pick<MeasuredCell, 'arm' | 'sample' | 'generation'>): string {
  return generation?.key ?? arm.keyOf(sample);
}

/** Which shard must draw each generation: shard id by the key of the generation. */
export function ownersOf(shards: readonly Shard[]): ReadonlyMap<string, string> {
  return new Map(
    shards.flatMap(({ id, questions }) =>
      questions.flatMap((question) => keysOf(question).map((key) => [key, id] as const)),
    ),
  );
}

function keysOf(question: Question): readonly string[] {
  return sidesOf(question).flatMap(({ role, arm, samples }) =>
    [...samples, ...(role === 'base' ? question.confirming : [])].map(arm.keyOf),
  );
}
