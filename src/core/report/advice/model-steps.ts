import type { Mend } from '../../generation/completion.ts';
import { fileRuleWords, limitWords, unreadWords } from '../../verdict/without-result.ts';
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

/** Where most failed samples failed for a reason that no edit of the spec mends, by what has to be mended instead. */
export function withoutCode(summary: PortabilitySummary, verdict: Verdict): Phrases | null {
  const failed = (verdict.base?.failed ?? 0) + verdict.head.failed;
  for (const { reasons, step } of besideTheSpec) {
    const found = verdict.withoutResult
      .filter(({ why }) => reasons.has(why))
      .map((reason) => ({ why: reason.why, samples: reason.base + reason.head }));
    const total = found.reduce((sum, { samples }) => sum + samples, 0);
    if (total === 0 || total * 2 <= failed) continue;
    const told = found.map(({ why, samples }) => `in ${samples} of ${failed} failed samples ${why}`);
    return [...step(nameModel(summary, verdict.model)), ...words(`: ${told.join(', ')}.`)];
  }
  return null;
}

const besideTheSpec: readonly {
  readonly reasons: ReadonlySet<string>;
  readonly step: (model: Phrases) => Phrases;
}[] = [
  {
    reasons: unreadWords,
    step: (model) => [
      ...words('look at '),
      ...model,
      ...words(' before the spec, at its gateway and its '),
      ...code('max-output-tokens'),
    ],
  },
  {
    reasons: limitWords,
    step: (model) => [...words('raise '), ...code('limits'), ...words(' of '), ...model],
  },
  {
    reasons: fileRuleWords,
    step: (model) => [
      ...words('let '),
      ...code('writes'),
      ...words(' allow the files that '),
      ...model,
      ...words(' needs, or say in the instructions which files it may leave'),
    ],
  },
];
