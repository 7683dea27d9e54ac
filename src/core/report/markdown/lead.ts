import type { Verdict } from '../../verdict/verdict.ts';
import { changedTitle, culprits, quoteHunk } from '../words/hunk-quote.ts';
import { bold, bullets, caution, paragraph, words, type Blocks } from '../words/phrases.ts';
import { movedTests } from '../words/moved-tests.ts';
import { nameSpec, nameTest } from '../words/naming.ts';
import { openingLines } from '../words/opening.ts';
import { rowsOf } from '../words/shown-rows.ts';
import { spentLine, unsandboxed } from '../words/spent-line.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { verdictTable } from './verdict-table.ts';
import { count, rate } from '../words/wording.ts';

/** How much of each thing the first screen shows. */
export type LeadDetail = {
  readonly rows: number;
  readonly moved: number;
  readonly hunks: number;
  readonly hunkLines: number;
};

/** The first screen: verdict, rows, tests that moved, changed words, cost. */
export function leadBlocks(
  summary: PortabilitySummary,
  options: { readonly repositoryUrl: string | null; readonly detail: LeadDetail },
): Blocks {
  const { detail, repositoryUrl } = options;
  return [
    ...openingLines(summary).map((line) => paragraph(line)),
    ...unsandboxedBox(summary),
    ...verdictRows(summary, detail.rows),
    ...movedBlocks(summary, detail.moved),
    ...hunkBlocks(summary, { detail, repositoryUrl }),
    paragraph(spentLine(summary, { repositoryUrl })),
  ];
}

function unsandboxedBox(summary: PortabilitySummary): Blocks {
  if (summary.settings.sandbox !== 'none') return [];
  const [title = '', text = ''] = unsandboxed.split(':');
  return [caution(bold(words(title)), words(`:${text}`))];
}

function verdictRows(summary: PortabilitySummary, max: number): Blocks {
  if (summary.verdicts.length === 0 || max === 0) return [];
  const { shown, folded } = rowsOf(summary, max);
  return [
    ...(shown.length > 0 ? [verdictTable(summary, shown)] : []),
    ...(folded.length > 0 ? [paragraph(words(restLine(shown.length, folded)))] : []),
  ];
}

function restLine(shown: number, folded: readonly Verdict[]): string {
  const rest = `${shown > 0 ? 'The other' : 'All'} ${count(folded.length, 'row')}`;
  const isHeld = folded.every(({ verdict }) => verdict === 'held');
  return `${rest}, ${isHeld ? 'all of them held' : 'none of them worse'}, ${folded.length === 1 ? 'is' : 'are'} folded below.`;
}

function movedBlocks(summary: PortabilitySummary, max: number): Blocks {
  const moved = movedTests(summary);
  if (moved.length === 0 || max === 0) return [];
  const severalSpecs =
    new Set([...summary.changes.map(({ name }) => name), ...moved.map(({ spec }) => spec)]).size > 1;
  const lines = moved
    .slice(0, max)
    .map((move) => [
      ...nameTest(move.test),
      ...(severalSpecs ? [...words(' of '), ...nameSpec(move.spec)] : []),
      ...words(' on '),
      ...verdictSubject(summary, move),
      ...words(`: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? ' (unconfirmed)' : ''}`),
    ]);
  const rest = moved.length - max;
  return [
    paragraph(bold(words('Tests that moved')), words(' (observed)')),
    bullets(rest > 0 ? [...lines, words(`and ${rest} more`)] : lines),
  ];
}

function hunkBlocks(
  summary: PortabilitySummary,
  options: { readonly detail: LeadDetail; readonly repositoryUrl: string | null },
): Blocks {
  const hunks = culprits(summary);
  const { detail, repositoryUrl } = options;
  if (hunks.length === 0 || detail.hunks === 0) return [];
  const isOpen = summary.verdicts.some((verdict) => verdict.culprit.length > 1);
  const hasNames = summary.verdicts.some(({ brokenTests }) => brokenTests.length > 0);
  const rest = hunks.length - detail.hunks;
  return [
    isOpen
      ? paragraph(bold(words('One of these changes')), words(` (${whichOne(rest > 0 && hasNames)})`))
      : paragraph(bold(words(changedTitle(summary)))),
    ...hunks
      .slice(0, detail.hunks)
      .flatMap((hunk) =>
        quoteHunk(hunk, { head: summary.trigger.head, repositoryUrl, maxLines: detail.hunkLines }),
      ),
    ...(rest > 0 ? [paragraph(words(`and ${count(rest, 'more change')}.`))] : []),
  ];
}

function whichOne(isRanked: boolean): string {
  const unknown = 'which one was not measured';
  return isRanked ? `${unknown}; those that share words with the failing tests come first` : unknown;
}
