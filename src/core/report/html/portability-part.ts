import { verdictsBehind } from '../summary/portability.ts';
import { movedTests, type MovedTest } from '../words/moved-tests.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { nothingMeasured } from '../words/verdict-words.ts';
import { count, rate } from '../words/wording.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { percent } from './elements/intervals.ts';
import { keyOf, visibleName, verdictSubjectName } from './elements/names.ts';
import type { ReportView } from './report-view.ts';

// The index must open at once, however much was compared.
const mostRows = 1000;

/** How portable each spec is across its models, before and after; specs of which nothing was measured are left out. */
export function portabilityPart({ summary, anchors }: ReportView): Content {
  const measured = summary.portability.filter(({ base, head }) => base !== null || head !== null);
  if (measured.length === 0) return null;
  const share = (value: number | null): string => (value === null ? 'not measured' : percent(value));
  const rows = measured
    .slice(0, mostRows)
    .map(({ spec, base, head, portableOn }) =>
      h(
        'tr',
        { 'data-item': true, 'data-spec': keyOf(spec) },
        h('th', { scope: 'row' }, h('a', { href: `#${anchors.spec(spec)}` }, visibleName(spec, 80))),
        h('td', { class: 'num', 'data-label': 'Before' }, share(base)),
        h('td', {}, meter(base, 'old')),
        h('td', { class: 'num', 'data-label': 'Now' }, share(head)),
        h('td', {}, meter(head, 'full')),
        h(
          'td',
          { 'data-label': 'Portable on' },
          portableWords(verdictsBehind(summary, spec), portableOn.length),
        ),
      ),
    );
  const titles = h(
    'tr',
    {},
    h('th', { scope: 'col' }, 'Spec'),
    h('th', { scope: 'col', colspan: 2 }, 'Before'),
    h('th', { scope: 'col', colspan: 2 }, 'Now'),
    h('th', { scope: 'col' }, 'Portable on'),
  );
  return fragment(
    h('h2', { id: 'portability' }, 'Portability'),
    h(
      'p',
      { class: 'soft small' },
      'How much of the code that the models wrote from a spec passes, on average over its models.',
    ),
    scrolling(
      'Portability by spec',
      h('table', { class: 'stack' }, h('thead', {}, titles), h('tbody', {}, ...rows)),
    ),
  );
}

// A model that gave no answer is not one on which the spec does not work.
function portableWords(behind: readonly Verdict[], portable: number): string {
  const missing = behind.filter((verdict) => nothingMeasured(verdict)).length;
  const counted = behind.length - missing;
  if (counted === 0) return 'not measured';
  return `${portable} of ${count(counted, 'model')}${missing === 0 ? '' : `, ${missing} not measured`}`;
}

function meter(value: number | null, side: 'old' | 'full'): Content {
  if (value === null) return '';
  return h(
    'svg',
    { class: 'meter', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('rect', { class: 'empty', width: 100, height: 10 }),
    h('rect', { class: side, width: Math.round(value * 100), height: 10 }),
  );
}

/** Tests with different pass rates on the two sides. */
export function movedTestsPart(view: ReportView): Content {
  const moved = movedTests(view.summary);
  if (moved.length === 0) return null;
  const titles = [
    ...['Test', 'Spec', 'Model', 'Passed before → now', 'Passes'],
    ...(moved.some(({ unconfirmed }) => unconfirmed) ? ['Certainty'] : []),
  ];
  const shown = moved.slice(0, 200).map((move) => movedRow(view, move, titles));
  return fragment(
    h('h2', { id: 'moved' }, 'Tests that moved'),
    h(
      'p',
      { class: 'soft small' },
      `Counted, not judged one by one: single tests may move by chance${moved.length > 200 ? `; the first 200 of ${moved.length}` : ''}.`,
    ),
    scrolling(
      'Tests that moved',
      h(
        'table',
        { class: 'stack' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...titles.map((title) =>
              h('th', { scope: 'col', class: title === 'Passed before → now' && 'num' }, title),
            ),
          ),
        ),
        h('tbody', {}, ...shown),
      ),
    ),
  );
}

function movedRow({ summary, anchors }: ReportView, move: MovedTest, titles: readonly string[]): Content {
  return h(
    'tr',
    { 'data-item': true, 'data-spec': keyOf(move.spec), 'data-model': keyOf(move.model) },
    h('th', { scope: 'row' }, visibleName(move.test)),
    h('td', { 'data-label': 'Spec' }, visibleName(move.spec, 80)),
    h(
      'td',
      { 'data-label': 'Model' },
      h('a', { href: `#${anchors.comparison(move.question)}` }, verdictSubjectName(summary, move)),
    ),
    h('td', { class: 'num', 'data-label': 'Passed before → now' }, `${rate(move.base)} → ${rate(move.head)}`),
    h(
      'td',
      { class: move.drop > 0 ? 'regressed' : 'improved', 'data-label': 'Passes' },
      h('span', { class: 'tag' }, move.drop > 0 ? '▼ fewer' : '▲ more'),
    ),
    ...(titles.includes('Certainty')
      ? [h('td', { class: 'soft' }, move.unconfirmed ? 'may be chance' : '')]
      : []),
  );
}
