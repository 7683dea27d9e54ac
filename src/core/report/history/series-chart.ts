import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { h, type ComponentChild } from 'preact';
import type { ServedChange } from '../../audit/model-warnings.ts';
import { passesOf, type NightEntry } from '../../records/night-entry.ts';
import { plainText } from '../words/escape.ts';

/** Input of one chart: one series over the nights of the page. */
export type ChartInput = {
  readonly name: string;
  /** All nights of the page, in order. */
  readonly nights: readonly string[];
  readonly entries: readonly NightEntry[];
  readonly servedChanges: readonly ServedChange[];
  /** Nights on which a drift was open. */
  readonly drifting: ReadonlySet<string>;
};

const width = 720;
const height = 110;
const inner = { left: 40, right: width - 10, top: 14, bottom: height - 22 };

/** Number of nights whose samples make one point: three samples alone vary too much to be readable. */
const trailing = 7;

/** The pass rate of one series over time, with its drifts and the nights on which another model answered. */
export function seriesChart(chart: ChartInput): ComponentChild {
  const { nights } = chart;
  const x = scalePoint<string>().domain(nights).range([inner.left, inner.right]);
  const y = scaleLinear().domain([0, 1]).range([inner.bottom, inner.top]);
  const at = (night: string): number => x(night) ?? inner.left;
  const points = rates(chart);
  const path = line<Point>()
    .defined(({ rate }) => rate !== null)
    .x(({ night }) => at(night))
    .y(({ rate }) => y(rate ?? 0));
  const last = points.findLast(({ rate }) => rate !== null);
  return h(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': inWords(chart, points) },
    driftBands(chart, { at, step: x.step() }),
    h('rect', frame(inner)),
    ...[0, 0.5, 1].map((rate) =>
      h('text', { x: inner.left - 6, y: y(rate) + 4, 'text-anchor': 'end' }, `${rate * 100} %`),
    ),
    ...chart.servedChanges.flatMap((change) => servedMark(change, at(change.night))),
    h('path', { class: 'line', d: path(points) ?? '' }),
    last === undefined
      ? null
      : h('circle', { class: 'dot', cx: at(last.night), cy: y(last.rate ?? 0), r: 3 }),
    h('text', { x: inner.left, y: height - 6 }, nights[0] ?? ''),
    h('text', { x: inner.right, y: height - 6, 'text-anchor': 'end' }, nights.at(-1) ?? ''),
  );
}

type Point = { readonly night: string; readonly rate: number | null };

function rates({ nights, entries }: ChartInput): readonly Point[] {
  const passes = new Map<string, readonly boolean[]>();
  for (const entry of entries)
    passes.set(entry.night, [...(passes.get(entry.night) ?? []), ...passesOf(entry)]);
  return nights.map((night, index) => {
    // A night on which this series was not sampled is a gap; it does not repeat the rate of the night before.
    if ((passes.get(night) ?? []).length === 0) return { night, rate: null };
    const window = nights.slice(Math.max(0, index - trailing + 1), index + 1);
    const recent = window.flatMap((one) => passes.get(one) ?? []);
    return { night, rate: recent.filter(Boolean).length / recent.length };
  });
}

function inWords({ name, servedChanges, drifting }: ChartInput, points: readonly Point[]): string {
  const last = points.findLast(({ rate }) => rate !== null);
  const rate = last?.rate === null || last === undefined ? 'no sample' : `${Math.round(100 * last.rate)} %`;
  return `${plainText(name, 200)}: ${rate} over the last ${trailing} nights, ${drifting.size} nights with a drift, served model changed ${servedChanges.length} times`;
}

function driftBands(
  { nights, drifting }: ChartInput,
  { at, step }: { readonly at: (night: string) => number; readonly step: number },
): ComponentChild {
  const wide = step === 0 ? inner.right - inner.left : step;
  const bands = nights
    .filter((night) => drifting.has(night))
    .map((night) => {
      const x = Math.max(inner.left, at(night) - wide / 2);
      const width = Math.min(inner.right, at(night) + wide / 2) - x;
      return h('rect', { class: 'drift', x, y: inner.top, width, height: inner.bottom - inner.top });
    });
  return h('g', null, ...bands);
}

function servedMark({ night, from, to }: ServedChange, x: number): readonly ComponentChild[] {
  const said = `${night}: served by ${to.join(', ')} instead of ${from.join(', ')}`;
  return [
    h(
      'line',
      { class: 'served', x1: x, x2: x, y1: inner.top, y2: inner.bottom },
      h('title', null, plainText(said, 300)),
    ),
    h('text', { class: 'mark', x: x + 3, y: inner.top - 3 }, 'served model changed'),
  ];
}

function frame({ left, right, top, bottom }: typeof inner) {
  return { class: 'frame', x: left, y: top, width: right - left, height: bottom - top };
}
