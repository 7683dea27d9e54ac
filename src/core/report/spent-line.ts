import { joinNames, nameModel } from './naming.ts';
import { words, type Phrases } from './markdown.ts';
import { code } from './prose.ts';
import type { PortabilitySummary } from './summary.ts';
import { count, dollars } from './wording.ts';

/** Cost, calls, time, the exact commits and the isolation level in one line. */
export function spentLine(summary: PortabilitySummary): Phrases {
  const { spent, settings, trigger } = summary;
  const calls = `${count(spent.generations, 'model call')}, ${spent.cachedGenerations.toLocaleString('en-US')} replayed from records`;
  const isolation = settings.isolation ?? isolationWords[settings.sandbox];
  const isIdle = spent.generations + spent.cachedGenerations === 0;
  return [
    ...(isIdle ? words('Nothing spent') : cost(summary)),
    ...words(
      isIdle ? '' : ` · ${calls} · ${Math.round(spent.seconds).toLocaleString('en-US')} s · ${isolation}`,
    ),
    ...commits(trigger),
  ];
}

function commits(trigger: PortabilitySummary['trigger']): Phrases {
  const head = code(trigger.head, 40);
  return trigger.kind === 'audit'
    ? [...words(' · at '), ...head]
    : [...words(' · base '), ...code(trigger.base, 40), ...words(' → head '), ...head];
}

const isolationWords: Readonly<Record<PortabilitySummary['settings']['sandbox'], string>> = {
  bubblewrap: 'sandbox bubblewrap',
  docker: 'sandbox docker',
  none: 'not sandboxed',
  unused: 'no code was run',
};

function cost(summary: PortabilitySummary): Phrases {
  const { usd, unpriced, priceTableDate } = summary.spent;
  const dated = priceTableDate === null ? '' : ` (list prices of ${priceTableDate})`;
  if (usd !== null) return words(`Cost ${dollars(usd)}${dated}`);
  if (unpriced.length === 0) return words('Cost n/a');
  return [
    ...words('Cost n/a (price of '),
    ...joinNames(unpriced.map((model) => nameModel(summary, model))),
    ...words(' unknown)'),
  ];
}
