import { h, type ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { servedChanges } from '../../audit/model-warnings.ts';
import { groupBySeries, seriesKey, type NightEntry } from '../../records/night-entry.ts';
import { advance, type SeriesState } from '../../audit/series-state.ts';
import { portableModels, seriesStatuses, type SeriesStatus } from '../../audit/series-status.ts';
import { sourceHash } from '../../digest.ts';
import { plainText } from '../words/escape.ts';
import { seriesChart } from './series-chart.ts';
import { historyStyle } from './style.ts';

/** Nights that the page shows; the data file holds all of them. */
const mostNights = 180;

/** Series that the page draws, those with problems first. */
const mostCharts = 400;

/** The history as one page without a script or a network request: portability over time per spec and model. */
export function historyPage(history: readonly NightEntry[], decide: { readonly portable: number }): string {
  const statuses = seriesStatuses(history, decide);
  const nights = [...new Set(history.map(({ night }) => night))].slice(-mostNights);
  const policy = `default-src 'none'; style-src '${sourceHash(historyStyle)}'; base-uri 'none'; form-action 'none'`;
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, 'Spec portability over time'),
      h('style', { dangerouslySetInnerHTML: { __html: historyStyle } }),
    ),
    h(
      'body',
      null,
      h('main', null, ...opening(statuses, nights), ...sections({ history, statuses, nights })),
    ),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function opening(statuses: readonly SeriesStatus[], nights: readonly string[]): readonly ComponentChild[] {
  const { portable, all } = portableModels(statuses);
  const drifting = statuses.filter(({ drift }) => drift !== null).length;
  return [
    h('h1', null, 'Spec portability over time'),
    h(
      'p',
      null,
      `Portable on ${portable.length}/${all.length} models. `,
      drifting === 0
        ? h('span', { class: 'good' }, 'No drift is open.')
        : h('span', { class: 'bad' }, `${drifting} of ${statuses.length} specs on models drifted.`),
    ),
    h(
      'p',
      { class: 'soft' },
      `Last night: ${nights.at(-1) ?? 'none yet'}. A line is the share of generations of the last seven nights that pass the tests; a red stretch is an open drift; a dashed mark is a night on which the vendor served another model under the same name.`,
    ),
  ];
}

type Page = {
  readonly history: readonly NightEntry[];
  readonly statuses: readonly SeriesStatus[];
  readonly nights: readonly string[];
};

function sections(page: Page): readonly ComponentChild[] {
  const shown = page.statuses.toSorted((one, other) => trouble(one) - trouble(other)).slice(0, mostCharts);
  const rest = page.statuses.length - shown.length;
  const specs = [...new Set(shown.map(({ spec }) => spec))];
  const changes = servedChanges(page.history).filter(({ night }) => page.nights.includes(night));
  const bySeries = groupBySeries(page.history);
  const chartOf = (status: SeriesStatus): ComponentChild => {
    const entries = bySeries.get(seriesKey(status)) ?? [];
    return seriesChart({
      name: `${status.spec} on ${status.model}`,
      nights: page.nights,
      entries,
      servedChanges: changes.filter(({ model }) => model === status.model),
      drifting: driftingNights(entries),
    });
  };
  return [
    ...specs.map((spec) =>
      h(
        'section',
        null,
        h('h2', null, plainText(spec, 200)),
        ...shown
          .filter((status) => status.spec === spec)
          .flatMap((status) => [
            h('h3', null, plainText(status.model, 200), ' ', stateMark(status)),
            chartOf(status),
          ]),
      ),
    ),
    ...(rest === 0 ? [] : [h('p', { class: 'soft' }, `${rest} more without a drift are not drawn.`)]),
  ];
}

function driftingNights(entries: readonly NightEntry[]): ReadonlySet<string> {
  const nights = new Set<string>();
  let state: SeriesState | null = null;
  for (const entry of entries) {
    state = advance(state, entry);
    if (state.drift !== null) nights.add(entry.night);
  }
  return nights;
}

function trouble({ drift, interval }: SeriesStatus): number {
  return drift === null ? (interval?.low ?? 0) : -1;
}

function stateMark({ drift, recent, isPortable }: SeriesStatus): ComponentChild {
  const counts = `${recent.passed}/${recent.passed + recent.failed}`;
  if (drift !== null) return h('span', { class: 'bad' }, `drifted since ${drift.since}`);
  return isPortable
    ? h('span', { class: 'good' }, `portable, ${counts}`)
    : h('span', { class: 'soft' }, `${counts}, not shown to be portable`);
}
