import { harmIn } from './assert-harmless.ts';
import { fit } from './fit.ts';
import { hunksShown } from '../changed-words/hunk-quote.ts';
import { countsLine } from '../words/headline.ts';
import { leadBlocks, type LeadDetail } from './lead.ts';
import { heading, link, paragraph, words, type Phrases } from '../words/phrases.ts';
import { writeMarkdown } from '../../write-markdown.ts';
import { code, prose } from '../words/prose.ts';
import { runPage } from './run-links.ts';
import { sections } from './sections.ts';
import { headingOf } from '../words/state.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** What a Markdown report needs to know about the place where it is shown. */
export type ReportOptions = {
  /** Address of the repository's page; null = no links. */
  readonly repositoryUrl: string | null;
  /** Address of this attempt of the workflow run; missing or null = there is none. */
  readonly runUrl?: string | null;
  /** Where to find the whole report, for example "the artifact portability-report"; null = its page. */
  readonly reportHint: string | null;
};

/** The limits of the place where a report is shown. */
type Place = {
  /** Our own lines before everything else. */
  readonly head: string;
  readonly rows: number;
  /** How many rows all tables may have together: nobody reads more in a comment. */
  readonly mostRows: number;
  readonly open: boolean;
  readonly limit: number;
  readonly size: (text: string) => number;
};

// From the most detailed first screen to the barest; the first shows as many rows as its place allows.
const details: readonly Omit<LeadDetail, 'mostRows'>[] = [
  { rows: Number.POSITIVE_INFINITY, moved: 10, hunks: hunksShown, hunkLines: 12 },
  { rows: 20, moved: 5, hunks: 1, hunkLines: 6 },
  { rows: 0, moved: 0, hunks: 0, hunkLines: 0 },
];

/** A Markdown report that fits its limits and holds nothing harmful from hostile text. */
export function renderDocument(summary: PortabilitySummary, options: ReportOptions, place: Place): string {
  const repositoryUrl = repositoryPage(options.repositoryUrl);
  const runUrl = runPage(options.runUrl, repositoryUrl);
  const restIn = whereTheRestIs(options.reportHint, runUrl);
  const { rows, mostRows, open, limit, size } = place;
  const { shown, leftOut } = sections(summary, { rowsShown: rows, mostRows, open });
  const leadOf = (detail: LeadDetail): string =>
    place.head + writeMarkdown(leadBlocks(summary, { repositoryUrl, runUrl, restIn, detail }));
  const markdown = fit({
    leads: details.map((detail) => () => leadOf({ ...detail, rows: Math.min(rows, detail.rows), mostRows })),
    sections: shown,
    pointer: pointing('Detail was left out to fit here. The rest is in ', restIn),
    leftOut:
      leftOut.length === 0
        ? null
        : pointing(`Too long for here: ${leftOut.join(', ')}. It is all in `, restIn),
    limit,
    size,
  });
  const harm = harmIn(markdown, { repositoryUrl });
  return harm === null ? markdown : place.head + withheldReport(summary, harm);
}

function pointing(said: string, restIn: Phrases): string {
  return writeMarkdown([paragraph(words(said), restIn, words('.'))]);
}

function repositoryPage(url: string | null): string | null {
  if (url === null) return null;
  return /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(url) ? url : null;
}

function whereTheRestIs(hint: string | null, runUrl: string | null): Phrases {
  if (hint !== null) return prose(hint);
  const page = [...code('index.html'), ...words(' of the report folder')];
  return runUrl === null ? page : [...link(`${runUrl}#artifacts`, page)];
}

function withheldReport(summary: PortabilitySummary, harm: string): string {
  return writeMarkdown([
    heading(headingOf(summary)),
    paragraph(words(`${countsLine(summary)}.`)),
    paragraph(
      words(
        `The report is withheld: a name or a text in it came out as ${harm}. The result file has everything.`,
      ),
    ),
  ]);
}
