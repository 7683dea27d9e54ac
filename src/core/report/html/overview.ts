import { isBlocking, mostSevereFirst } from '../words/severity.ts';
import { sidesTitle } from '../words/asking.ts';
import { openingLines } from '../words/opening.ts';
import { verdictsBehind } from '../summary/portability.ts';
import { movedTests, type MovedTest } from '../words/moved-tests.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { plainText } from '../words/escape.ts';
import { pValue, rate } from '../words/wording.ts';
import { fragment, h, screenReaderText, scrolling } from './element.ts';
import type { Content } from './element.ts';
import { icon, verdictTag } from './icons.ts';
import { dropInterval, percent, rateIntervals, sideLegend } from './intervals.ts';
import { codeName, keyOf, visibleName, verdictSubjectName } from './names.ts';
import { withoutIcon } from './phrase-content.ts';
import type { ReportView } from './report-view.ts';
import { spendingFacts } from './spending.ts';
import { baseToHead, dropOf, verdictWord } from '../words/verdict-words.ts';

/** The first screen: the verdict in words, then how certain it is for each spec and model. */
export function leadPart(view: ReportView): Content {
  const { summary } = view;
  const [first = [], ...rest] = openingLines(summary);
  const words = { success: 'Passed', failure: 'Failed', neutral: 'Neutral' }[summary.conclusion];
  return h(
    'section',
    { class: `lead ${summary.conclusion}`, 'aria-label': 'The verdict in words' },
    h('p', { class: 'word' }, icon(summary.conclusion), words),
    h('p', { class: 'verdict' }, ...withoutIcon(first)),
    ...rest.map((line) => h('p', { class: 'aside' }, ...withoutIcon(line))),
    ...(summary.settings.sandbox === 'none' && summary.verdicts.length > 0
      ? [
          h(
            'p',
            { class: 'aside' },
            h('strong', {}, 'Not sandboxed'),
            ': generated code ran with the rights of this job.',
          ),
        ]
      : []),
    spendingFacts(summary),
  );
}

/** One row per spec and model, the worst first. */
export function verdictsPart(view: ReportView): Content {
  const { summary } = view;
  if (summary.verdicts.length === 0) return null;
  const titles = [
    'Spec',
    'Model',
    'Verdict',
    sidesTitle(summary.verdicts),
    'Share passed',
    'Drop [95 %]',
    'p (Holm)',
  ];
  return fragment(
    h('h2', { id: 'overview' }, 'Specs and models'),
    sideLegend(),
    h(
      'div',
      { class: 'card' },
      scrolling(
        'Verdicts',
        h(
          'table',
          { class: 'verdicts' },
          h('caption', { class: 'heard' }, 'Verdicts by spec and model, the most severe first'),
          h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
          h(
            'tbody',
            {},
            ...mostSevereFirst(summary.verdicts)
              .slice(0, mostRows)
              .map((verdict) => verdictRow(view, verdict)),
          ),
        ),
      ),
    ),
    summary.verdicts.length > mostRows
      ? h(
          'p',
          { class: 'soft' },
          `and ${summary.verdicts.length - mostRows} more, none of them worse, in result.json`,
        )
      : null,
  );
}

// The index must open at once, however much was compared.
const mostRows = 1000;

function verdictRow(view: ReportView, verdict: Verdict): Content {
  const { summary, anchors } = view;
  const data = {
    'data-item': true,
    'data-spec': keyOf(verdict.spec),
    'data-model': keyOf(verdict.model),
    'data-verdict': verdict.verdict,
    class: verdict.verdict,
  };
  return h(
    'tr',
    data,
    h('th', { scope: 'row' }, codeName(verdict.spec, 80)),
    h(
      'td',
      {},
      h('a', { href: `#${anchors.comparison(verdict.question)}` }, verdictSubjectName(summary, verdict)),
    ),
    h(
      'td',
      {},
      verdictTag(verdict.verdict),
      ...(isBlocking(summary, verdict) ? [' ', h('span', { class: 'pill' }, 'blocks')] : []),
      h('div', { class: 'why' }, reasonOf(verdict)),
    ),
    h('td', { class: 'num' }, baseToHead(verdict)),
    h('td', { class: 'rates' }, rateIntervals(verdict.base, verdict.head)),
    h(
      'td',
      {},
      ...(verdict.drop === null ? [] : [dropInterval(verdict.drop)]),
      h('span', {}, screenReaderText('drop '), dropOf(verdict)),
    ),
    h('td', { class: 'num' }, screenReaderText('p '), verdict.p === null ? '–' : pValue(verdict.p)),
  );
}

function reasonOf(verdict: Verdict): string {
  if (verdict.why !== null) return plainText(verdict.why, 300);
  const [, ruled] = verdictWord(verdict).split(': ');
  if (ruled !== undefined) return ruled;
  const [test] = verdict.brokenTests;
  if (test === undefined) return '';
  const more = verdict.brokenTests.length > 1 ? ` and ${verdict.brokenTests.length - 1} more` : '';
  return `${visibleName(test, 120)}${more}${verdict.unconfirmed ? ' (unconfirmed)' : ''}`;
}

/** How portable each spec is across its models, before and after. */
export function portabilityPart({ summary, anchors }: ReportView): Content {
  if (summary.portability.length === 0) return null;
  const share = (value: number | null): string => (value === null ? '–' : percent(value));
  const rows = summary.portability.slice(0, mostRows).map(({ spec, base, head, portableOn }) => {
    const asked = verdictsBehind(summary, spec).length;
    return h(
      'tr',
      { 'data-item': true, 'data-spec': keyOf(spec) },
      h('th', { scope: 'row' }, h('a', { href: `#${anchors.spec(spec)}` }, visibleName(spec, 80))),
      h('td', { class: 'num' }, share(base)),
      h('td', {}, meter(base, 'old')),
      h('td', { class: 'num' }, share(head)),
      h('td', {}, meter(head, 'full')),
      h('td', {}, asked === 0 ? '–' : `${portableOn.length} of ${asked} models`),
    );
  });
  return fragment(
    h('h2', { id: 'portability' }, 'Portability'),
    h(
      'p',
      { class: 'soft small' },
      'Mean share of passing generations over the models of a spec, (s+½)/(n+1) each.',
    ),
    scrolling(
      'Portability by spec',
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Spec'),
            h('th', { scope: 'col', colspan: 2 }, 'Base'),
            h('th', { scope: 'col', colspan: 2 }, 'Head'),
            h('th', { scope: 'col' }, 'Portable on'),
          ),
        ),
        h('tbody', {}, ...rows),
      ),
    ),
  );
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
  const shown = moved.slice(0, 200).map((move) => movedRow(view, move));
  return fragment(
    h('h2', { id: 'moved' }, 'Tests that moved'),
    h(
      'p',
      { class: 'soft small' },
      `Observed, not tested for one by one${moved.length > 200 ? `; the first 200 of ${moved.length}` : ''}.`,
    ),
    scrolling(
      'Tests that moved',
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['Test', 'Spec', 'Model', 'Base → head', 'Passes', 'Certainty'].map((title) =>
              h('th', { scope: 'col' }, title),
            ),
          ),
        ),
        h('tbody', {}, ...shown),
      ),
    ),
  );
}

function movedRow({ summary, anchors }: ReportView, move: MovedTest): Content {
  return h(
    'tr',
    { 'data-item': true, 'data-spec': keyOf(move.spec), 'data-model': keyOf(move.model) },
    h('th', { scope: 'row' }, visibleName(move.test)),
    h('td', {}, visibleName(move.spec, 80)),
    h('td', {}, h('a', { href: `#${anchors.comparison(move.question)}` }, verdictSubjectName(summary, move))),
    h('td', { class: 'num' }, `${rate(move.base)} → ${rate(move.head)}`),
    h(
      'td',
      { class: move.drop > 0 ? 'regressed' : 'improved' },
      h('span', { class: 'tag' }, move.drop > 0 ? '▼ fewer' : '▲ more'),
    ),
    h('td', { class: 'soft' }, move.unconfirmed ? 'unconfirmed' : ''),
  );
}
