import type { NightEntry } from '../../audit/night-entry.ts';
import { standingsOf } from '../../audit/standings.ts';
import { badgeJson, badgeOf, badgeSvg } from './badge.ts';
import { historyPage } from './history-page.ts';

/** Everything that stands on the history branch beside the lines it is made from. */
export function historyFiles(
  history: readonly NightEntry[],
  decide: { readonly portable: number },
): ReadonlyMap<string, string> {
  const badge = badgeOf(standingsOf(history, decide));
  return new Map([
    ['index.html', historyPage(history, decide)],
    ['badge.json', badgeJson(badge)],
    ['badge.svg', badgeSvg(badge)],
    // GitHub Pages would run the page through Jekyll.
    ['.nojekyll', ''],
  ]);
}
