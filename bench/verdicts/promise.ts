import type { MeasuredFigure } from '../outcome.ts';
import type { Figure } from './figure.ts';
import { fallsShort } from './lines.ts';
import type { Line } from './lines.ts';

/** A promise as figures are said and stored. What stands before its first colon is its subject. */
export function promised(line: Line): MeasuredFigure {
  const { figure, unit, side, bound } = line;
  const [subject = '', ...what] = line.text.split(': ');
  const scaled = unit === '%' ? 100 * bound : bound;
  return {
    ...estimated(figure, unit),
    ...(what.length === 0 ? { what: subject } : { subject, what: what.join(': ') }),
    ...(side === 'at most' ? { atMost: scaled } : { atLeast: scaled }),
    isWithin: !fallsShort(line),
  };
}

/** An estimate in its unit. Its interval is left out where it is computed and not estimated. */
export function estimated(
  { estimate, low, high }: Figure,
  unit: Line['unit'],
): Pick<MeasuredFigure, 'figure' | 'unit' | 'interval'> {
  const scale = unit === '%' ? 100 : 1;
  return {
    figure: scale * estimate,
    unit,
    ...(low === high ? {} : { interval: [scale * low, scale * high] as const }),
  };
}
