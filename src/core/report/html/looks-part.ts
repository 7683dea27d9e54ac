import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ComparisonEvidence, LookStory } from '../evidence/evidence.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { points, pValue, rate } from '../words/wording.ts';
import { fragment, h, scrolling } from './element.ts';
import type { Content } from './element.ts';
import { intervalOf, mark } from './intervals.ts';
import { visibleName } from './names.ts';

/** How sampling went: what each planned look showed, and why it stopped. */
export function looksPart(comparison: ComparisonEvidence, settings: PortabilitySummary['settings']): Content {
  const { looks, ended } = comparison;
  if (looks.length === 0) return h('p', { class: 'soft small' }, ended);
  const titles = ['Look', 'Base', 'Head', 'p so far', 'What followed'];
  return fragment(
    h('h5', {}, 'Sampling history'),
    h(
      'div',
      { class: 'looks' },
      ...(looks.length > 1 ? [chart(looks)] : []),
      scrolling(
        `Sampling history on ${visibleName(comparison.model, 80)}`,
        h(
          'table',
          { class: 'small' },
          h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
          h('tbody', {}, ...looks.map((look, index) => lookRow(look, index, settings.drop))),
        ),
      ),
    ),
    h('p', { class: 'soft small' }, ended),
  );
}

function lookRow(look: LookStory, index: number, drop: number): Content {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, String(index + 1)),
    h('td', {}, look.base === null ? '–' : rate(look.base)),
    h('td', {}, rate(look.head)),
    h('td', {}, look.p === null ? '–' : pValue(look.p)),
    h('td', {}, followed(look.next, drop)),
  );
}

function followed(next: LookStory['next'], drop: number): string {
  switch (next) {
    case 'sample-more':
      return 'open: sampled more';
    case 'decided':
      return 'stopped: a drop is shown';
    case 'clean':
      return `stopped: ${points(drop)} or more ruled out`;
    case 'last-look':
      return 'the last planned look';
    case 'unmeasured':
      return 'stopped: a sample is missing';
  }
}

const size = { width: 320, height: 110 };

/** Share of passes at each look with its interval; the table next to it has the numbers. */
function chart(looks: readonly LookStory[]): Content {
  const across = scalePoint<number>()
    .domain(looks.map((_, index) => index))
    .range([56, size.width - 24]);
  const up = scaleLinear()
    .domain([0, 1])
    .range([size.height - 22, 10]);
  const at = (value: number): number => Math.round(up(value) * 10) / 10;
  const series = (side: 'base' | 'head'): Content => {
    const shown = looks.flatMap((look, index) => {
      const tally = look[side];
      const interval = tally === null ? null : intervalOf(tally);
      return interval === null ? [] : [{ x: (across(index) ?? 0) + (side === 'base' ? -4 : 4), interval }];
    });
    const path = line<(typeof shown)[number]>()
      .x(({ x }) => x)
      .y(({ interval }) => at(interval.estimate));
    return h(
      'g',
      {},
      h('path', {
        class: `whisker ${side}-mark`,
        'fill-opacity': 0,
        'stroke-width': 1,
        d: path(shown) ?? '',
      }),
      ...shown.flatMap(({ x, interval }) => [
        h('path', { class: `whisker ${side}-mark`, d: `M${x} ${at(interval.low)}V${at(interval.high)}` }),
        mark(side, x, at(interval.estimate)),
      ]),
    );
  };
  return h(
    'svg',
    { ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'aria-hidden': 'true' },
    ...[0, 0.5, 1].flatMap((tick) => [
      h('path', { class: 'axis', d: `M40 ${at(tick)}H${size.width}` }),
      h('text', { x: 34, y: at(tick) + 4, 'text-anchor': 'end' }, `${tick * 100} %`),
    ]),
    ...looks.map((_, index) =>
      h('text', { x: across(index) ?? 0, y: size.height - 5, 'text-anchor': 'middle' }, `look ${index + 1}`),
    ),
    series('base'),
    series('head'),
  );
}
