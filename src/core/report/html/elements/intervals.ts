import { scaleLinear } from 'd3-scale';
import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import { wilson } from '../../../statistics/interval.ts';
import type { Interval } from '../../../statistics/interval.ts';
import { rate, share } from '../../words/wording.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import type { TestTally } from '../../../verdict/matrix.ts';

const width = 200;
const across = scaleLinear()
  .domain([0, 1])
  .range([8, width - 8]);

/**
 * Pass rates of both sides as points with their 95 % intervals (Wilson): an open circle for base, a diamond for head.
 */
export function rateIntervals(base: TestTally | null, head: TestTally): Content {
  const sides: readonly { readonly name: 'base' | 'head'; readonly tally: TestTally | null }[] = [
    { name: 'base', tally: base },
    { name: 'head', tally: head },
  ];
  const seen = sides.flatMap(({ name, tally }) => {
    const interval = tally === null ? null : intervalOf(tally);
    return tally === null || interval === null ? [] : [{ name, interval, tally }];
  });
  if (seen.length === 0) return h('span', { class: 'soft' }, 'not measured');
  const label = seen
    .map(
      ({ name, interval, tally }) =>
        `${name} ${rate(tally)}, interval ${percent(interval.low)} to ${percent(interval.high)}`,
    )
    .join('; ');
  return h(
    'svg',
    { width, height: 36, viewBox: `0 0 ${width} 36`, role: 'img', 'aria-label': label },
    ...[0, 0.5, 1].map((tick) => h('path', { class: 'axis', d: `M${at(tick)} 2V34` })),
    ...seen.map(({ name, interval }) => whisker(interval, name, name === 'base' ? 11 : 25)),
  );
}

/** Pass rates of both sides as two bars; the counts stand beside them. */
export function rateBars({
  base,
  head,
}: {
  readonly base: TestTally | null;
  readonly head: TestTally;
}): Content {
  const bar = (tally: TestTally | null, y: number, side: 'old' | 'full'): Content[] => {
    const value = tally === null ? null : share(tally);
    return value === null
      ? []
      : [
          h('rect', { class: 'empty', y, width: 100, height: 7 }),
          h('rect', { class: side, y, width: Math.round(value * 100), height: 7 }),
        ];
  };
  return h(
    'svg',
    { class: 'bars', viewBox: '0 0 100 18', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...bar(base, 1, 'old'),
    ...bar(head, 10, 'full'),
  );
}

/** The mark of one side, for charts and their legend. */
function mark(side: 'base' | 'head', x: number, y: number): Content {
  const d = symbol(side === 'base' ? symbolCircle : symbolDiamond, side === 'base' ? 52 : 58)() ?? '';
  return h('path', { class: `${side}-mark`, 'stroke-width': 2, transform: `translate(${x},${y})`, d });
}

/** Legend: which mark stands for which side. */
export function sideLegend(): Content {
  const sign = (side: 'base' | 'head'): Content =>
    h('svg', { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' }, mark(side, 7, 7));
  return h(
    'p',
    { class: 'legend' },
    h('span', {}, sign('base'), 'base, the old text'),
    h('span', {}, sign('head'), 'head, the new text'),
    h('span', {}, 'Lines are 95 % intervals; the axis runs from 0 to 100 % passed.'),
  );
}

/** The interval of a pass rate; null if nothing was measured. */
function intervalOf(tally: TestTally): Interval | null {
  const samples = tally.passed + tally.failed;
  return samples === 0 ? null : wilson(tally.passed, samples);
}

/** A share in whole per cent. */
export function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function whisker({ estimate, low, high }: Interval, side: 'base' | 'head', y: number): Content {
  return h(
    'g',
    {},
    h('path', { class: `whisker ${side}-mark`, d: `M${at(low)} ${y}H${at(high)}` }),
    mark(side, at(estimate), y),
  );
}

function at(value: number): number {
  return Math.round(across(value) * 10) / 10;
}
