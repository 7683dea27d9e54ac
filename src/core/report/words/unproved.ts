import type { PortabilitySummary } from '../summary/summary.ts';

/** What a report says if the config file switched control runs off: a title, and the rest of the sentence. */
export const unproved = {
  title: 'Passes not proved',
  rest: 'with `controls: off` no passing code was run on changed tests, so a forged pass may have counted as a pass.',
} as const;

/** The same in one line; null where passes were proved wherever that could be, and where there is no pass. */
export function unprovedLine({ settings, verdicts }: PortabilitySummary): string | null {
  return settings.controls === 'off' && verdicts.length > 0 ? `${unproved.title}: ${unproved.rest}` : null;
}
