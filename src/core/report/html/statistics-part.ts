import type { LookStory } from '../evidence/evidence.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { mostSevereFirst } from '../words/severity.ts';
import { interval } from '../words/verdict-words.ts';
import { plainText } from '../words/escape.ts';
import { subjectTitle } from '../words/naming.ts';
import { confidence, points, pValue, share, testRate } from '../words/wording.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { rateIntervals, sideLegend } from './elements/intervals.ts';
import { codeName, keyOf, verdictSubjectName } from './elements/names.ts';
import type { ReportView } from './report-view.ts';

/** Everything that a statistician wants and nobody else, under one fold: p-values, intervals, looks, formulas. */
export function statisticsPart(view: ReportView): Content {
  const { verdicts } = view.summary;
  if (verdicts.length === 0) return null;
  const titles = [
    subjectTitle(verdicts),
    'Model',
    'Share passed',
    'Drop [95 %]',
    'p',
    'Rules out',
    'How sampling went',
  ];
  return h(
    'details',
    { class: 'statistics', id: 'statistics' },
    h(
      'summary',
      {},
      h('span', { class: 'title' }, 'Statistics'),
      h('span', { class: 'soft' }, ' for who wants to check the numbers'),
    ),
    method(view),
    sideLegend(),
    scrolling(
      'Statistics by spec and model',
      h(
        'table',
        { class: 'numbers' },
        h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
        h(
          'tbody',
          {},
          ...mostSevereFirst(verdicts)
            .slice(0, mostRows)
            .map((verdict) => statisticsRow(view, verdict)),
        ),
      ),
    ),
  );
}

// The index must open at once, however much was compared.
const mostRows = 1000;

function method({ summary: { settings, verdicts } }: ReportView): Content {
  const isGiven = verdicts[0]?.asks === 'outcomes';
  const lines = [
    `p: the chance to see a drop like this if the edit changed nothing, adjusted for all comparisons of the run (Holm's method) and for looking several times. A drop is shown where p is at most ${settings.alpha} (alpha).`,
    `Rules out: a drop of ${points(settings.drop)} is ruled out where it would have been seen (${confidence(settings.beta)}, beta ${settings.beta}). Smaller drops were not looked for.`,
    isGiven
      ? 'Sampling: somebody else took the samples, and each comparison is looked at once. The error rate holds if the number of samples was fixed before the first one was seen.'
      : `Sampling: both sides are looked at after ${settings.looks.join(', ')} generations (the looks), and sampling stops at the first look that decides.`,
    'Intervals: 95 %, Wilson for a share, Newcombe for a drop. They describe and never decide.',
    'Portability: the mean over the models of (s+½)/(n+1), with s of n generations passed.',
  ];
  return h('ul', { class: 'small' }, ...lines.map((line) => h('li', {}, line)));
}

function statisticsRow({ summary, anchors, comparisons }: ReportView, verdict: Verdict): Content {
  const evidence = comparisons.get(verdict.question);
  return h(
    'tr',
    {
      'data-item': true,
      'data-spec': keyOf(verdict.spec),
      'data-model': keyOf(verdict.model),
      'data-verdict': verdict.verdict,
      class: verdict.verdict,
    },
    h('th', { scope: 'row' }, codeName(verdict.spec, 80)),
    h(
      'td',
      {},
      h('a', { href: `#${anchors.comparison(verdict.question)}` }, verdictSubjectName(summary, verdict)),
    ),
    h('td', { class: 'rates' }, rateIntervals(verdict.base, verdict.head)),
    h('td', {}, interval(verdict)),
    h('td', { class: 'num' }, verdict.p === null ? '–' : pValue(verdict.p)),
    h('td', {}, verdict.excludes === null ? '–' : `${points(verdict.excludes)} or more`),
    h(
      'td',
      {},
      ...(evidence === undefined
        ? []
        : [
            history(evidence.looks, summary.settings.drop),
            h('div', { class: 'soft small' }, plainText(evidence.ended, 300)),
          ]),
    ),
  );
}

function history(looks: readonly LookStory[], drop: number): Content {
  if (looks.length === 0) return null;
  return h('ol', { class: 'small' }, ...looks.map((look) => h('li', {}, lookWords(look, drop))));
}

function lookWords(look: LookStory, drop: number): Content {
  const p = look.p === null ? '' : `, p so far ${pValue(look.p)}`;
  return fragment(`${countsAt(look)}${p}; ${followed(look.next, drop)}`);
}

function countsAt({ base, head }: LookStory): string {
  if (share(head) === null && (base === null || share(base) === null)) return 'nothing measured';
  return base === null ? testRate(head) : `${testRate(base)} → ${testRate(head)}`;
}

function followed(next: LookStory['next'], drop: number): string {
  switch (next) {
    case 'sample-more':
      return 'open: sampled more';
    case 'decided':
      return 'stopped: a drop is shown';
    case 'clean':
      return `stopped: ${points(drop)} or more ruled out`;
    case 'futile':
      return 'stopped: no later sample could decide';
    case 'last-look':
      return 'the last planned look';
    case 'unmeasured':
      return 'stopped: a sample is missing';
  }
}
