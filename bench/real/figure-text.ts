import type { Figure } from '../verdicts/figure.ts';

/** A figure with its 95 % interval. */
export function figureText({ estimate, low, high }: Figure, unit: '%' | 'generations'): string {
  return unit === '%'
    ? `${percent(estimate)} % [${percent(low)}, ${percent(high)}]`
    : `${estimate.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]`;
}

/** A rate in per cent, to one decimal. */
export function percent(rate: number): string {
  return (100 * rate).toFixed(1);
}

/** A table in Markdown. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
