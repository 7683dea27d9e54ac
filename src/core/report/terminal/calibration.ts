import type { Interval } from '../../statistics/interval.ts';
import type { Calibration } from '../../verdict/calibrate.ts';

/** What `calibrate` prints: this repository's own rate of false blocks next to that of the naive rule. */
export function renderCalibration({ series, samples, gate, naive }: Calibration): string {
  if (series === 0) return 'Nothing to calibrate with: no spec has ten measured samples on any model.\n';
  return [
    `Base against base, ${samples} samples of ${series} ${series === 1 ? 'spec on a model' : 'specs on models'}:`,
    `  this gate blocks ${percent(gate)} of changes that are none`,
    `  "head passes fewer of 5 than base" would block ${percent(naive)}`,
    'The intervals (95 %) count every sample once; more samples make them narrower.',
    '',
  ].join('\n');
}

function percent({ estimate, low, high }: Interval): string {
  const of = (rate: number): string => `${(100 * rate).toFixed(1)} %`;
  return `${of(estimate)} [${of(low)}, ${of(high)}]`;
}
