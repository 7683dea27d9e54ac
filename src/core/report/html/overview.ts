import { isBlocking, mostSevereFirst } from '../words/severity.ts';
import { passedTitle } from '../words/asking.ts';
import { subjectTitle } from '../words/naming.ts';
import { legend } from '../words/legend.ts';
import { nextStep } from '../advice/next-step.ts';
import { stateOf } from '../words/state.ts';
import { openingLines } from '../words/opening.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { plainText } from '../words/escape.ts';
import { prose } from '../words/prose.ts';
import { unproved, unprovedLine } from '../words/unproved.ts';
import { count } from '../words/wording.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { icon, verdictTag } from './elements/icons.ts';
import { rateBars } from './elements/intervals.ts';
import { wayOut } from './way-out.ts';
import { codeName, keyOf, visibleName, verdictSubjectName } from './elements/names.ts';
import { phraseContent, withoutIcon } from './elements/phrase-content.ts';
import type { ReportView } from './report-view.ts';
import { dropNumber, dropTitle, nothingMeasured, passedSides, verdictWord } from '../words/verdict-words.ts';

/** The first screen begins with the verdict in words, and with what a reader must know to trust it. */
export function leadPart({ summary }: ReportView): Content {
  const [first = [], ...rest] = openingLines(summary);
  const state = stateOf(summary);
  const tone = tones[state.icon];
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl: null });
  return h(
    'section',
    { class: `lead ${tone}`, 'aria-label': 'The verdict in words' },
    h('p', { class: 'word' }, icon(tone), capital(state.said)),
    h('p', { class: 'verdict' }, ...withoutIcon(first)),
    ...rest.map((line) => h('p', { class: 'aside' }, ...withoutIcon(line))),
    ...(step === null ? [] : [h('p', { class: 'aside' }, h('strong', {}, 'Next: '), ...phraseContent(step))]),
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
    ...(unprovedLine(summary) === null
      ? []
      : [
          h(
            'p',
            { class: 'aside' },
            h('strong', {}, unproved.title),
            ': ',
            ...phraseContent(prose(unproved.rest)),
          ),
        ]),
  );
}

const tones = { '❌': 'failure', '🟠': 'suspected', '⚪': 'neutral', '✅': 'success' } as const;

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** One row per spec and model, the worst first. */
export function verdictsPart(view: ReportView): Content {
  const { summary } = view;
  if (summary.verdicts.length === 0) return null;
  return fragment(
    h('h2', { id: 'overview' }, `${subjectTitle(summary.verdicts)}s and models`),
    h('div', { class: 'card' }, scrolling('Verdicts', verdictsTable(view))),
    summary.verdicts.length > mostRows
      ? h(
          'p',
          { class: 'soft' },
          `and ${summary.verdicts.length - mostRows} more, none of them worse, in result.json`,
        )
      : null,
    h(
      'ul',
      { class: 'words small soft' },
      ...legend(summary).map((line) => h('li', {}, ...phraseContent(line))),
    ),
  );
}

function verdictsTable(view: ReportView): Content {
  const { verdicts } = view.summary;
  const titles = [
    subjectTitle(verdicts),
    'Model',
    'Verdict',
    passedTitle(verdicts),
    'Share passed',
    dropTitle,
  ];
  const heads = titles.map((title, index) =>
    h('th', { scope: 'col', class: [3, 5].includes(index) && 'num' }, title),
  );
  const rows = mostSevereFirst(verdicts)
    .slice(0, mostRows)
    .map((verdict) => verdictRow(view, verdict));
  return h(
    'table',
    { class: 'verdicts stack' },
    h('caption', { class: 'heard' }, 'Verdicts by spec and model, the most severe first'),
    h('thead', {}, h('tr', {}, ...heads)),
    h('tbody', {}, ...rows),
  );
}

// The index must open at once, however much was compared.
const mostRows = 1000;

function verdictRow(view: ReportView, verdict: Verdict): Content {
  const { summary, anchors } = view;
  // A long table would say the same in many rows; each comparison says it as well.
  const way = summary.verdicts.length > 8 ? null : wayOut(view, verdict);
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
      ...(way === null ? [] : [h('div', { class: 'why' }, h('strong', {}, 'What to do: '), ...way)]),
    ),
    ...(nothingMeasured(verdict)
      ? [h('td', { colspan: 3, class: 'soft' }, notMeasured(verdict))]
      : [
          h('td', { class: 'num', 'data-label': passedTitle([verdict]) }, passedSides(verdict)),
          h('td', { class: 'rates', 'data-label': 'Share passed' }, rateBars(verdict)),
          h('td', { class: 'num', 'data-label': dropTitle }, dropNumber(verdict)),
        ]),
  );
}

function notMeasured({ head, base }: Verdict): string {
  const missing = head.unmeasured + (base?.unmeasured ?? 0);
  return missing === 0
    ? 'not measured'
    : `not measured: no answer that counts in ${count(missing, 'sample')}`;
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
