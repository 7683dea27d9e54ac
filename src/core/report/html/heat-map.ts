import { leftOutWords, rate, share } from '../words/wording.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { additionalKinds, additionalKindOf } from '../../records/asks.ts';
import { gridTitle } from '../words/asking.ts';
import { fragment, h, screenReaderText, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { keyOf, visibleName, verdictSubjectName } from './elements/names.ts';
import { testOn } from '../../verdict/matrix.ts';
import type { MatrixRow, TestTally } from '../../verdict/matrix.ts';

/** Tests × models × sides of one spec, as counts with a scale of colours. A drop also has an arrow and a frame. */
export function heatMap(summary: PortabilitySummary, spec: string): Content {
  const rows = summary.matrix.filter((row) => row.spec === spec);
  const maps = [undefined, ...additionalKinds].map((beside) => ({
    ...gridTitle(beside),
    rows: rows.filter(({ asks }) => asks === beside),
    verdicts: summary.verdicts.filter(
      (verdict) => verdict.spec === spec && additionalKindOf(verdict.asks) === beside,
    ),
  }));
  return fragment(...maps.map((map) => heatTable(summary, spec, map)));
}

type HeatTable = {
  readonly title: string;
  readonly sides: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly verdicts: readonly Verdict[];
};

function heatTable(
  summary: PortabilitySummary,
  spec: string,
  { title, sides, rows, verdicts }: HeatTable,
): Content {
  if (rows.length === 0) return null;
  const models = summary.models
    .map(({ id }) => id)
    .filter((id) => rows.some((row) => testOn(row, id) !== undefined));
  const broken = new Set(verdicts.flatMap(({ brokenTests }) => brokenTests));
  const nameOf = (id: string): string =>
    verdictSubjectName(
      summary,
      verdicts.find(({ model, asks }) => model === id && additionalKindOf(asks) !== undefined) ?? {
        model: id,
      },
    );
  const body = rows
    .toSorted((one, other) => Number(broken.has(other.test)) - Number(broken.has(one.test)))
    .map((row) =>
      testRow(row, { models, drop: summary.settings.drop, spec, isBroken: broken.has(row.test) }),
    );
  return fragment(
    h('h4', {}, title),
    heatLegend(),
    scrolling(
      `Tests of ${visibleName(spec, 80)} by model`,
      h(
        'table',
        { class: 'heat', 'data-models': JSON.stringify(models.map((id) => keyOf(id))) },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col', rowspan: 2 }, 'Test'),
            ...models.map((id) =>
              h('th', { scope: 'colgroup', colspan: 2, 'data-model': keyOf(id) }, nameOf(id)),
            ),
          ),
          h('tr', {}, ...models.flatMap(() => sides.map((side) => h('th', { scope: 'col' }, side)))),
        ),
        h('tbody', {}, ...body),
      ),
    ),
  );
}

function testRow(
  row: MatrixRow,
  of: {
    readonly models: readonly string[];
    readonly drop: number;
    readonly spec: string;
    readonly isBroken: boolean;
  },
): Content {
  const on = { both: '', 'head-only': ' (new)', 'base-only': ' (gone)' }[row.on];
  return h(
    'tr',
    { 'data-test': true, 'data-spec': keyOf(of.spec) },
    h(
      'th',
      { scope: 'row' },
      visibleName(row.test),
      on,
      row.isLeftOut === true && leftOutWords,
      ...(of.isBroken ? [' ', h('span', { class: 'pill' }, 'fails')] : []),
    ),
    ...of.models.flatMap((id) => {
      const { base = null, head = null } = testOn(row, id) ?? {};
      return [heatCell(base, false), heatCell(head, fellBy(base, head, of.drop))];
    }),
  );
}

function heatCell(tally: TestTally | null, fell: boolean): Content {
  const value = tally === null ? null : share(tally);
  if (tally === null || value === null) return h('td', { class: 'hn' }, '–');
  const text = rate(tally);
  return fell
    ? h('td', { class: `${bucket(value)} fell` }, text, ' ▼', screenReaderText(' fell'))
    : h('td', { class: bucket(value) }, text);
}

function fellBy(base: TestTally | null, head: TestTally | null, drop: number): boolean {
  const before = base === null ? null : share(base);
  const now = head === null ? null : share(head);
  return before !== null && now !== null && before - now >= drop;
}

function bucket(value: number): string {
  if (value === 0) return 'h0';
  if (value < 0.5) return 'h1';
  if (value < 0.9) return 'h2';
  return value < 1 ? 'h3' : 'h4';
}

function heatLegend(): Content {
  const swatch = (name: string, text: string): Content =>
    h('span', {}, h('span', { class: `swatch ${name}` }, text));
  return h(
    'p',
    { class: 'legend' },
    'Passed of measured:',
    swatch('h0', 'none'),
    swatch('h1', 'under 50 %'),
    swatch('h2', '50 to 89 %'),
    swatch('h3', '90 to 99 %'),
    swatch('h4', 'all'),
    h('span', {}, h('span', { class: 'swatch fell' }, '▼'), 'fell by the drop that matters'),
  );
}
