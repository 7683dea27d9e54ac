import type { Verdict } from '../../verdict/verdict.ts';
import { foundLines } from '../changed-words/found-lines.ts';
import { changedTitle, culprits, guessedAt, quoteHunk } from '../changed-words/hunk-quote.ts';
import {
  bold,
  bullets,
  caution,
  heading,
  paragraph,
  small,
  words,
  type Blocks,
  type Phrases,
} from '../words/phrases.ts';
import { changeMapLine } from '../words/change-map-words.ts';
import { movedBeyondVerdict } from '../words/moved-tests.ts';
import { joinNames, nameSpec, nameTest } from '../words/naming.ts';
import { nextStep } from '../advice/next-step.ts';
import { openingLines } from '../words/opening.ts';
import { runLinks } from './run-links.ts';
import { rowsOf } from '../words/shown-rows.ts';
import { spentLine, unsandboxed } from '../words/spent-line.ts';
import { prose } from '../words/prose.ts';
import { unproved, unprovedLine } from '../words/unproved.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { headingOf } from '../words/state.ts';
import { nothingMeasured } from '../words/verdict-words.ts';
import { verdictTable } from './verdict-table.ts';
import { count, rate } from '../words/wording.ts';

/** How much of each thing the first screen shows. */
export type LeadDetail = {
  readonly rows: number;
  /** With more verdicts than this not even the folded parts list them. */
  readonly mostRows: number;
  readonly moved: number;
  readonly hunks: number;
  readonly hunkLines: number;
};

/** The first screen: state, verdict, rows, changed words, what to do now, tests that moved; cost and commits small. */
export function leadBlocks(
  summary: PortabilitySummary,
  options: {
    readonly repositoryUrl: string | null;
    readonly runUrl: string | null;
    /** Where everything is that has no room. */
    readonly restIn: Phrases;
    readonly detail: LeadDetail;
  },
): Blocks {
  const { detail, repositoryUrl, runUrl } = options;
  const links = runLinks(runUrl);
  return [
    heading(headingOf(summary)),
    ...openingLines(summary).map((line) => paragraph(line)),
    ...unsandboxedBox(summary),
    ...unprovedBox(summary),
    ...verdictRows(summary, options),
    ...foundBlocks(summary, { detail, repositoryUrl }),
    ...mapBlock(summary),
    ...hunkBlocks(summary, { detail, repositoryUrl }),
    ...nextStepBlock(summary, repositoryUrl),
    ...movedBlocks(summary, detail.moved),
    ...(links.length === 0 ? [] : [paragraph(links)]),
    small(spentLine(summary, { repositoryUrl })),
  ];
}

function nextStepBlock(summary: PortabilitySummary, repositoryUrl: string | null): Blocks {
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl });
  return step === null ? [] : [paragraph(bold(words('Next step:')), words(' '), step)];
}

function unsandboxedBox(summary: PortabilitySummary): Blocks {
  if (summary.settings.sandbox !== 'none') return [];
  const [title = '', text = ''] = unsandboxed.split(':');
  return [caution(bold(words(title)), words(`:${text}`))];
}

function unprovedBox(summary: PortabilitySummary): Blocks {
  if (unprovedLine(summary) === null) return [];
  return [caution(bold(words(unproved.title)), words(': '), prose(unproved.rest))];
}

function verdictRows(
  summary: PortabilitySummary,
  { detail: { rows, mostRows }, restIn }: { readonly detail: LeadDetail; readonly restIn: Phrases },
): Blocks {
  // A table of dashes would say no more than the sentence above it, which has the reason.
  if (rows === 0 || summary.verdicts.every((verdict) => nothingMeasured(verdict))) return [];
  const { shown, folded } = rowsOf(summary, rows);
  return [
    ...(shown.length > 0 ? [verdictTable(summary, shown)] : []),
    ...(folded.length > 0
      ? [
          paragraph(
            restLine(shown.length, folded),
            folded.length > mostRows - shown.length ? restIn : words('the folds below'),
            words('.'),
          ),
        ]
      : []),
  ];
}

function restLine(shown: number, folded: readonly Verdict[]): Phrases {
  const rest = `${shown > 0 ? 'The other' : 'All'} ${count(folded.length, 'row')}`;
  const isHeld = folded.every(({ verdict }) => verdict === 'held');
  return words(
    `${rest}, ${isHeld ? 'all of them held' : 'none of them worse'}, ${folded.length === 1 ? 'is' : 'are'} in `,
  );
}

function movedBlocks(summary: PortabilitySummary, max: number): Blocks {
  const moved = movedBeyondVerdict(summary);
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

type WithHunks = { readonly detail: LeadDetail; readonly repositoryUrl: string | null };

function foundBlocks(summary: PortabilitySummary, { detail, repositoryUrl }: WithHunks): Blocks {
  const most = detail.hunks;
  if (most === 0) return [];
  const found = foundLines(summary, { head: summary.trigger.head, repositoryUrl, parts: most });
  const rest = found.length - most;
  return [
    ...found
      .slice(0, most)
      .flatMap(({ line, list }) => [paragraph(line), ...(list.length === 0 ? [] : [bullets(list)])]),
    ...(rest > 0 ? [paragraph(words(`and other words behind ${count(rest, 'more verdict')}.`))] : []),
  ];
}

function mapBlock(summary: PortabilitySummary): Blocks {
  const line = changeMapLine(summary);
  return line.length === 0 ? [] : [paragraph(line)];
}

function hunkBlocks(summary: PortabilitySummary, { detail, repositoryUrl }: WithHunks): Blocks {
  const hunks = culprits(summary);
  if (hunks.length === 0 || detail.hunks === 0) return [];
  const guessed = guessedAt(summary);
  const isOpen = guessed.some((verdict) => verdict.culprit.length > 1);
  const hasNames = guessed.some(({ brokenTests }) => brokenTests.length > 0);
  const rest = hunks.length - detail.hunks;
  // Behind other verdicts the words are known.
  const whose =
    guessed.length === summary.verdicts.filter(({ culprit }) => culprit.length > 0).length
      ? []
      : [...words(' on '), ...joinNames(guessed.map((verdict) => verdictSubject(summary, verdict)))];
  return [
    isOpen
      ? paragraph(
          bold([...words('One of these changes'), ...whose]),
          words(` (${whichOne(rest > 0 && hasNames)})`),
        )
      : paragraph(bold([...words(changedTitle(summary)), ...whose])),
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
