import type { MeasuredCell } from '../../core/verdict/measurements.ts';

/** The key of a cell's generation, whether or not there was one. */
export function keyOf({
  arm,
  sample,
  generation,
}: Pick<MeasuredCell, 'arm' | 'sample' | 'generation'>): string {
  return generation?.key ?? arm.keyOf(sample);
}
