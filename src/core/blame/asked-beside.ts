import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';

/** The cells of a search that took an answer of their own: those whose answer a verdict rests on are left out. */
export function askedBeside(
  { cells }: Pick<Measurements, 'cells'>,
  searched: readonly MeasuredCell[],
): readonly MeasuredCell[] {
  const counted = new Set(cells.map(({ generation }) => generation?.key));
  return searched.filter(({ generation }) => generation !== null && !counted.has(generation.key));
}
