import type { Mend } from '../../generation/completion.ts';
import { unreadWords } from '../../verdict/without-result.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { setAsideInTheWay } from '../summary/spent.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { joinNames, nameModel } from '../words/naming.ts';
import { words, type Phrases } from '../words/phrases.ts';
import { code } from '../words/prose.ts';

/** What to mend so that a model can answer; null where asking again, or more money, may help. */
export function gateway(summary: PortabilitySummary): Phrases | null {
  const stopped = summary.models.filter(({ id, mend }) => mend !== undefined && leavesOpen(summary, id));
  const mend = stopped[0]?.mend ?? (setAsideInTheWay(summary.spent) === null ? null : 'connection');
  if (mend === null) return null;
  const same = stopped.filter((model) => model.mend === mend).map(({ id }) => code(id, 80));
  return [...mendSteps[mend](same.length === 0 ? words('the model') : joinNames(same)), ...thenAgain];
}

function leavesOpen({ verdicts }: PortabilitySummary, id: string): boolean {
  return verdicts.some(({ model, verdict }) => model === id && verdict === 'inconclusive');
}

const thenAgain = words(', then run the job again: it keeps the samples that it has.');

const mendSteps: Readonly<Record<Mend, (models: Phrases) => Phrases>> = {
  'base-url': (models) => [
    ...words('check '),
    ...code('base-url'),
    ...words(' of '),
    ...models,
    ...words(' and any proxy on the way: what answers there is no model'),
  ],
  stream: (models) => [
    ...words('let the gateway of '),
    ...models,
    ...words(' stream: it ignores '),
    ...code('stream: true'),
    ...words(' and sends answers whole. If it cannot, change '),
    ...code('base-url'),
  ],
  context: (models) => [
    ...words('raise the context length of the server of '),
    ...models,
    ...words(' (Ollama: '),
    ...code('num_ctx'),
    ...words(')'),
  ],
  connection: (models) => [
    ...words('mend the connection to '),
    ...models,
    ...words(': answers break off on the way, at a gateway or a proxy'),
  ],
};

/** Where most failed samples failed because their answers could not be read: not the spec but the model is at fault. */
export function withoutCode(summary: PortabilitySummary, verdict: Verdict): Phrases | null {
  const { base, head, model } = verdict;
  const failed = (base?.failed ?? 0) + head.failed;
  const unread = verdict.withoutResult
    .filter(({ why }) => unreadWords.has(why))
    .map((reason) => ({ why: reason.why, samples: reason.base + reason.head }));
  const total = unread.reduce((sum, { samples }) => sum + samples, 0);
  if (total === 0 || total * 2 <= failed) return null;
  const reasons = unread.map(({ why, samples }) => `in ${samples} of ${failed} failed samples ${why}`);
  return [
    ...words('look at '),
    ...nameModel(summary, model),
    ...words(' before the spec, at its gateway and its '),
    ...code('max-output-tokens'),
    ...words(`: ${reasons.join(', ')}.`),
  ];
}
