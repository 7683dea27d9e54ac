import { harmIn } from './assert-harmless.ts';
import { fit } from './fit.ts';
import { hunksShown } from '../words/hunk-quote.ts';
import { countsLine } from '../words/headline.ts';
import { leadBlocks, type LeadDetail } from './lead.ts';
import { paragraph, words, writeMarkdown } from '../words/phrases.ts';
import { prose } from '../words/prose.ts';
import { sections } from './sections.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** What a Markdown report needs to know about the place where it is shown. */
export type ReportOptions = {
  /** Address of the repository's page; null = no links. */
  readonly repositoryUrl: string | null;
  /** Where to find the whole report, for example "the artifact portability-report"; null = the result file. */
  readonly reportHint: string | null;
};

/** A Markdown report that fits its limit and holds nothing harmful from hostile text. */
export function renderDocument(
  summary: PortabilitySummary,
  options: ReportOptions,
  place: {
    /** Our own lines before everything else. */
    readonly head: string;
    readonly rows: number;
    readonly open: boolean;
    readonly limit: number;
    readonly size: (text: string) => number;
  },
): string {
  const repositoryUrl = repositoryPage(options.repositoryUrl);
  const details: readonly LeadDetail[] = [
    { rows: place.rows, moved: 10, hunks: hunksShown, hunkLines: 12 },
    { rows: 20, moved: 5, hunks: 1, hunkLines: 6 },
    { rows: 0, moved: 0, hunks: 0, hunkLines: 0 },
  ];
  const pointer = writeMarkdown([
    paragraph(
      words('Detail was left out to fit here. The rest is in '),
      prose(options.reportHint ?? 'the result file'),
      words('.'),
    ),
  ]);
  const markdown = fit({
    leads: details.map(
      (detail) => () => place.head + writeMarkdown(leadBlocks(summary, { repositoryUrl, detail })),
    ),
    sections: sections(summary, { rowsShown: place.rows, open: place.open }),
    pointer,
    limit: place.limit,
    size: place.size,
  });
  const harm = harmIn(markdown, { repositoryUrl });
  return harm === null ? markdown : place.head + withheldReport(summary, harm);
}

function repositoryPage(url: string | null): string | null {
  if (url === null) return null;
  return /^https?:\/\/[\w.:-]+(?:\/[\w.-]+)+$/.test(url) ? url : null;
}

function withheldReport(summary: PortabilitySummary, harm: string): string {
  return writeMarkdown([
    paragraph(words(`${countsLine(summary)}.`)),
    paragraph(
      words(
        `The report is withheld: a name or a text in it came out as ${harm}. The result file has everything.`,
      ),
    ),
  ]);
}
