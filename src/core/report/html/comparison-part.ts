import { sidesTitle } from '../asking.ts';
import { sentenceOf } from '../sentences.ts';
import { baseToHead, dropOf } from '../verdict-table.ts';
import { pValue } from '../wording.ts';
import type { ComparisonEvidence } from '../evidence/evidence.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { verdictTag } from './icons.ts';
import { rateIntervals } from './intervals.ts';
import { looksPart } from './looks-part.ts';
import { keyOf, whoseName } from './names.ts';
import { phraseContent } from './phrase-content.ts';
import type { ReportView } from './report-view.ts';

/** One spec on one model: the verdict, how sampling went, and room for its generations. */
export function comparisonPart(view: ReportView, index: number, generations: Content): Content {
  const { summary, anchors } = view;
  const verdict = summary.verdicts[index];
  if (verdict === undefined) return null;
  const evidence: ComparisonEvidence | undefined = view.evidence.comparisons[index];
  return h(
    'article',
    {
      class: `comparison ${verdict.verdict}`,
      id: anchors.comparison(index),
      'data-item': true,
      'data-spec': keyOf(verdict.spec),
      'data-model': keyOf(verdict.model),
      'data-verdict': verdict.verdict,
    },
    h('h4', { class: 'name' }, whoseName(summary, verdict), ' ', verdictTag(verdict.verdict)),
    h('p', {}, ...phraseContent(sentenceOf(summary, verdict.verdict, [verdict]))),
    h(
      'ul',
      { class: 'facts' },
      h('li', {}, `${sidesTitle([verdict])} `, h('strong', {}, baseToHead(verdict))),
      h('li', {}, 'Drop [95 %] ', h('strong', {}, dropOf(verdict))),
      h('li', {}, 'p (Holm) ', h('strong', {}, verdict.p === null ? '–' : pValue(verdict.p))),
    ),
    ...(evidence === undefined || evidence.looks.length < 2
      ? [rateIntervals(verdict.base, verdict.head)]
      : []),
    ...(evidence === undefined ? [] : [looksPart(evidence, summary.settings)]),
    generations,
  );
}
