import type { NightEntry } from '../../records/night-entry.ts';
import { seriesStatuses, portableModels } from '../../audit/series-status.ts';
import { historyPage } from './history-page.ts';
import type { SeriesStatus } from '../../audit/series-status.ts';

/** All files on the history branch except the data file that they are made from. */
export function historyFiles(
  history: readonly NightEntry[],
  decide: { readonly portable: number },
): ReadonlyMap<string, string> {
  const badge = badgeOf(seriesStatuses(history, decide));
  return new Map([
    ['index.html', historyPage(history, decide)],
    ['badge.json', badgeJson(badge)],
    ['badge.svg', badgeSvg(badge)],
    // Without this file GitHub Pages would run the page through Jekyll.
    ['.nojekyll', ''],
  ]);
}

/** What a badge shows about the last night. */
export type Badge = {
  readonly label: string;
  readonly message: string;
  readonly color: 'green' | 'red' | 'grey';
};

/** "portable on 3/3 models"; grey until a night has been measured, red while a drift is open. */
function badgeOf(statuses: readonly SeriesStatus[]): Badge {
  const { portable, all } = portableModels(statuses);
  const isDrifting = statuses.some(({ drift }) => drift !== null);
  const message = all.length === 0 ? 'no model yet' : `${portable.length}/${all.length} models`;
  const isWhole = all.length > 0 && portable.length === all.length;
  return { label: 'portable on', message, color: isDrifting ? 'red' : isWhole ? 'green' : 'grey' };
}

/** The badge for shields.io's endpoint (https://shields.io/badges/endpoint-badge). */
function badgeJson({ label, message, color }: Badge): string {
  const shieldsColor = { green: 'brightgreen', red: 'red', grey: 'lightgrey' }[color];
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: shieldsColor })}\n`;
}

/** The badge as a picture that needs no service. Its texts hold only our own words and numbers. */
function badgeSvg({ label, message, color }: Badge): string {
  const [left, right] = [label, message].map((text) => Math.round(text.length * 6.6) + 12);
  const widths = { left: left ?? 0, right: right ?? 0 };
  const whole = widths.left + widths.right;
  const fill = { green: '#1a7f37', red: '#cf222e', grey: '#59636e' }[color];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="20" role="img" aria-label="${label} ${message}">`,
    `<title>${label} ${message}</title>`,
    `<rect width="${whole}" height="20" rx="3" fill="#24292f"/>`,
    `<path d="M${widths.left} 0h${widths.right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${widths.right - 3}z" fill="${fill}"/>`,
    '<g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">',
    `<text x="${widths.left / 2}" y="14">${label}</text>`,
    `<text x="${widths.left + widths.right / 2}" y="14">${message}</text>`,
    '</g></svg>\n',
  ].join('');
}
