import { grouped } from '../../grouped.ts';
import { joinNames, nameModel } from './naming.ts';
import { link, words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import type { Spent } from '../summary/spent.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { count, dollars } from './wording.ts';

/**
 * Cost, calls, time, the isolation level and the exact commits in one line; commits are linked if there is a page for
 * them.
 */
export function spentLine(
  summary: PortabilitySummary,
  options: { readonly repositoryUrl: string | null } = { repositoryUrl: null },
): Phrases {
  const { spent, settings, trigger } = summary;
  const isolation = settings.isolation ?? isolationWords[settings.sandbox];
  const isIdle = spent.generations + spent.cachedGenerations + spent.lostCalls === 0;
  return [
    ...(isIdle ? words('Nothing spent') : inNumbers(summary)),
    ...words(` · ${isolation} · `),
    ...commits(trigger, options.repositoryUrl),
  ];
}

function inNumbers(summary: PortabilitySummary): Phrases {
  const parts = Object.values(told)
    .map((tell) => tell?.(summary) ?? [])
    .filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (index === 0 ? part : [...words(' · '), ...part]));
}

// How the line tells each number, in its order; null where another one or another line tells it.
const told: Readonly<Record<keyof Required<Spent>, ((summary: PortabilitySummary) => Phrases) | null>> = {
  usd: cost,
  unpriced: null,
  priceTableDate: null,
  generations: calls,
  lostCalls: null,
  cachedGenerations: null,
  estimatedCalls: null,
  setAside: null,
  seconds: ({ spent }) => words(`${grouped(Math.round(spent.seconds))} s`),
  inputTokens: null,
  outputTokens: null,
  cacheReadTokens: null,
  cacheWriteTokens: null,
  reasoningTokens: null,
  savedUsd: null,
  exhaustedCaps: null,
  notReached: null,
};

function calls({ spent }: PortabilitySummary): Phrases {
  const reused = `${count(spent.cachedGenerations, 'answer')} reused from earlier runs`;
  return words(`${callWords(spent)}, ${reused}`);
}

function callWords({ generations, lostCalls }: Spent): string {
  if (lostCalls === 0) return count(generations, 'model call');
  if (generations > 0)
    return `${count(generations, 'model call')} and ${grouped(lostCalls)} that gave no usable answer`;
  return `${count(lostCalls, 'model call')}, ${lostCalls === 1 ? 'without' : 'none with'} a usable answer`;
}

// If two models or two nights are compared, there is one commit.
function commits(trigger: PortabilitySummary['trigger'], repositoryUrl: string | null): Phrases {
  const { head } = trigger;
  const base = trigger.kind === 'audit' ? head : trigger.base;
  if (trigger.kind === 'outcomes') {
    const files = [...new Set([base, head])].map((digest) => code(digest.slice(0, 12)));
    return [
      ...words('outcomes '),
      ...files.flatMap((file, index) => (index === 0 ? file : [...words(' → '), ...file])),
    ];
  }
  if (base === head) return [...words('commit '), ...commit(head, repositoryUrl)];
  return [
    ...words('base '),
    ...commit(base, repositoryUrl),
    ...words(' → head '),
    ...commit(head, repositoryUrl),
  ];
}

function commit(sha: string, repositoryUrl: string | null): Phrases {
  if (repositoryUrl === null || !/^[0-9a-f]{40}$/.test(sha)) return code(sha, 40);
  return link(`${repositoryUrl}/commit/${sha}`, code(sha.slice(0, 10)));
}

/** What a report says in red if a model's code ran without any isolation. */
export const unsandboxed = 'Not sandboxed: generated code ran with the rights of this job.';

const isolationWords: Readonly<Record<PortabilitySummary['settings']['sandbox'], string>> = {
  bubblewrap: 'sandbox bubblewrap',
  docker: 'sandbox docker',
  none: 'not sandboxed',
  unused: 'no code was run',
};

/** What the vendors' prompt caches changed on the bill, in a few words; none where it rounds to nothing. */
export function savedWords(savedUsd: number | null): readonly string[] {
  if (savedUsd === null || Math.abs(savedUsd) < 0.01) return [];
  if (savedUsd > 0) return [`prompt caching saved ${dollars(savedUsd)}`];
  return [`prompt caching cost ${dollars(-savedUsd)} more than it saved`];
}

function cost(summary: PortabilitySummary): Phrases {
  const { usd, unpriced, priceTableDate, estimatedCalls, savedUsd } = summary.spent;
  const about = [
    ...(priceTableDate === null ? [] : [`list prices of ${priceTableDate}`]),
    ...(estimatedCalls === 0 ? [] : [`${count(estimatedCalls, 'call')} estimated`]),
    ...savedWords(savedUsd),
  ];
  const said = about.length === 0 ? '' : ` (${about.join(', ')})`;
  if (usd !== null) return words(`Cost ${dollars(usd)}${said}`);
  if (unpriced.length === 0) return words('Cost n/a');
  return [
    ...words('Cost n/a (price of '),
    ...joinNames(unpriced.map((model) => nameModel(summary, model))),
    ...words(' unknown)'),
  ];
}
