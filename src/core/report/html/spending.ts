import { grouped } from '../../grouped.ts';
import { plainText } from '../words/escape.ts';
import { plainPhrases } from '../words/phrases.ts';
import { savedWords, spentLine } from '../words/spent-line.ts';
import type { Spent } from '../summary/spent.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { count, dollars } from '../words/wording.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { modelName } from './elements/names.ts';
import type { ReportView } from './report-view.ts';

/** Cost, calls, time, isolation and commits, as in the comment's last line. */
export function spendingFacts(summary: PortabilitySummary): Content {
  return h(
    'ul',
    { class: 'facts' },
    ...plainPhrases(spentLine(summary))
      .split(' · ')
      .map((fact) => h('li', {}, plainText(fact, 200).replaceAll(/\b([0-9a-f]{12})[0-9a-f]{28}\b/g, '$1'))),
  );
}

/** What each model cost in this run. */
export function costPart({ summary, evidence }: ReportView): Content {
  if (evidence.costs.length === 0) return null;
  const { spent } = summary;
  const titles = ['Model', 'Calls', 'From records', 'Input tokens', 'Output tokens', 'Cost'];
  const number = (value: number, title: string): Content =>
    h('td', { class: 'num', 'data-label': title }, grouped(value));
  const money = (usd: number | null): Content =>
    h('td', { class: 'num', 'data-label': 'Cost' }, usd === null ? 'price unknown' : dollars(usd));
  const rowOf = (name: Content, of: Omit<(typeof evidence.costs)[number], 'model'>): Content =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      number(of.generations, 'Calls'),
      number(of.cachedGenerations, 'From records'),
      number(of.inputTokens, 'Input tokens'),
      number(of.outputTokens, 'Output tokens'),
      money(of.usd),
    );
  return fragment(
    h('h2', { id: 'cost' }, 'Cost by model'),
    scrolling(
      'Cost by model',
      h(
        'table',
        { class: 'stack' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...titles.map((title, index) => h('th', { scope: 'col', class: index > 0 && 'num' }, title)),
          ),
        ),
        h('tbody', {}, ...evidence.costs.map((cost) => rowOf(modelName(summary, cost.model), cost))),
        h('tfoot', {}, rowOf('All', spent)),
      ),
    ),
    h(
      'p',
      { class: 'soft small' },
      `This run's own ${count(spent.generations, 'call')}; an answer from a record costs nothing again.`,
      lostWords(spent),
      partsWords(spent),
      spent.priceTableDate === null ? '' : ` List prices of ${spent.priceTableDate}.`,
    ),
  );
}

function partsWords({ cacheReadTokens, cacheWriteTokens, reasoningTokens, savedUsd }: Spent): string {
  const tokens = (amount: number): string => grouped(amount);
  const cache =
    cacheReadTokens + cacheWriteTokens === 0
      ? ''
      : ` Of the input, ${tokens(cacheReadTokens)} tokens were read from the vendors’ prompt caches and ${tokens(cacheWriteTokens)} written to them${savedWords(
          savedUsd,
        )
          .map((words) => `: ${words}`)
          .join('')}.`;
  const reasoning =
    reasoningTokens === 0 ? '' : ` Of the output, ${tokens(reasoningTokens)} tokens were reasoning.`;
  return `${cache}${reasoning}`;
}

function lostWords({ lostCalls }: PortabilitySummary['spent']): string {
  if (lostCalls === 0) return '';
  const had = lostCalls === 1 ? 'was answered and had' : 'were answered and had';
  return ` ${count(lostCalls, 'more call')} ${had} no answer that counts; their tokens and cost are in the sums.`;
}
