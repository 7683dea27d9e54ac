import type { PortabilitySummary } from '../summary/summary.ts';
import { plainText } from '../words/escape.ts';
import { h } from './elements/element.ts';
import type { Content } from './elements/element.ts';

/** Where and when the run took place that a page is about. */
export type RunPlace = {
  /** The repository's name as people say it, such as `octo/repo`. */
  readonly repository: string;
  /** Address of the repository's page; null if it has none. */
  readonly repositoryUrl: string | null;
  /** Address of the workflow run; null outside of a workflow. */
  readonly runUrl: string | null;
  /** As people read it: `2026-09-23 09:30 UTC`. */
  readonly at: string;
};

/** Repository, pull request, date and run in one line; what is not known is left out. */
export function runPlaceLine({ trigger }: PortabilitySummary, place: RunPlace | null): Content {
  const number = 'number' in trigger ? trigger.number : null;
  const page = place === null ? null : safeAddress(place.repositoryUrl);
  const facts = [
    ...(place === null ? [] : [linked(plainText(place.repository, 120), page)]),
    ...(number === null
      ? []
      : [linked(`pull request #${number}`, page === null ? null : `${page}/pull/${number}`)]),
    ...(place === null ? [] : [plainText(place.at, 40)]),
    ...(place === null || safeAddress(place.runUrl) === null
      ? []
      : [linked('workflow run', safeAddress(place.runUrl))]),
  ];
  if (facts.length === 0) return null;
  return h(
    'ul',
    { class: 'place', 'aria-label': 'About this run' },
    ...facts.map((fact) => h('li', {}, fact)),
  );
}

// A page opened from disk must request nothing by itself, and a link does nothing until a reader follows it.
function linked(text: string, address: string | null): Content {
  return address === null ? text : h('a', { href: address, rel: 'noreferrer' }, text);
}

/** An address of a forge's page; null for anything else, such as a script. */
function safeAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(address) ? address : null;
}
