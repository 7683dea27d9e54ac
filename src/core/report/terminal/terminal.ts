import { logText, sourceLine } from '../words/escape.ts';
import { changedLines } from '../changed-words/changed-lines.ts';
import { changeMapLine } from '../words/change-map-words.ts';
import { foundLines } from '../changed-words/found-lines.ts';
import { changedTitle, culprits, guessedAt, headLines, hunksShown } from '../changed-words/hunk-quote.ts';
import { markedPhrases, plainPhrases } from '../words/phrases.ts';
import { movedBeyondVerdict } from '../words/moved-tests.ts';
import { nextStep } from '../advice/next-step.ts';
import { nameSpec, nameTest, subjectTitle } from '../words/naming.ts';
import { foldedNotes, openingLines } from '../words/opening.ts';
import { passedTitle } from '../words/asking.ts';
import { prose } from '../words/prose.ts';
import { iconOf, mostSevereFirst } from '../words/severity.ts';
import { headingOf } from '../words/state.ts';
import { spentLine, unsandboxed } from '../words/spent-line.ts';
import { unprovedLine } from '../words/unproved.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { count, rate } from '../words/wording.ts';
import { changeLine, questionLine } from '../words/would-ask.ts';
import type { Hunk } from '../../specs/spec.ts';
import { dropNumber, nothingMeasured, passedSides, afterWord } from '../words/verdict-words.ts';

/** The first screen of the report as plain text, for a terminal. */
export function renderTerminal(summary: PortabilitySummary): string {
  const paragraphs = [
    headingOf(summary),
    ...openingLines(summary).map((line) => plainPhrases(line)),
    summary.settings.sandbox === 'none' ? `🔴 ${unsandboxed}` : '',
    unprovedLine(summary) ?? '',
    columns(verdictRows(summary)),
    ...wordsLines(summary),
    plainPhrases(changeMapLine(summary)),
    hunkLines(summary),
    nextStepLine(summary),
    movedLines(summary),
    ...plannedLines(summary),
    foldedNotes(summary)
      .map((note) => `note: ${plainPhrases(prose(note))}`)
      .join('\n'),
    plainPhrases(spentLine(summary)),
  ];
  // The command line also runs in workflows, where a line that starts with `::` is a command.
  return logText(`${paragraphs.filter((text) => text !== '').join('\n\n')}\n`);
}

function nextStepLine(summary: PortabilitySummary): string {
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl: null });
  return step === null ? '' : `Next step: ${plainPhrases(step)}`;
}

function verdictRows(summary: PortabilitySummary): readonly (readonly string[])[] {
  const { verdicts } = summary;
  if (verdicts.every((verdict) => nothingMeasured(verdict))) return [];
  const compares = verdicts.some(({ drop }) => drop !== null);
  return [
    [
      subjectTitle(verdicts).toLowerCase(),
      'model',
      passedTitle(verdicts).toLowerCase(),
      ...(compares ? ['drop in percentage points'] : []),
      'verdict',
    ],
    ...mostSevereFirst(verdicts).map((verdict) => [
      plainPhrases(nameSpec(verdict.spec)),
      plainPhrases(verdictSubject(summary, verdict)),
      passedSides(verdict),
      ...(compares ? [dropNumber(verdict)] : []),
      `${iconOf(summary, verdict)} ${verdict.verdict.replaceAll('-', ' ')}${afterWord(verdict)}`,
    ]),
  ];
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((value, column) => value.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function movedLines(summary: PortabilitySummary): string {
  const moved = movedBeyondVerdict(summary);
  if (moved.length === 0) return '';
  const lines = moved
    .slice(0, 10)
    .map(
      (move) =>
        `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(verdictSubject(summary, move))}: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? ' (unconfirmed)' : ''}`,
    );
  return [
    'tests that moved (observed)',
    ...lines,
    ...(moved.length > 10 ? [`  and ${moved.length - 10} more`] : []),
  ].join('\n');
}

function wordsLines(summary: PortabilitySummary): readonly string[] {
  const options = { head: summary.trigger.head, repositoryUrl: null, parts: hunksShown };
  return foundLines(summary, options).map(({ line, list }) =>
    [markedPhrases(line), ...list.map((each) => `  - ${markedPhrases(each)}`)].join('\n'),
  );
}

function hunkLines(summary: PortabilitySummary): string {
  const hunks = culprits(summary);
  if (hunks.length === 0) return '';
  const isOpen = guessedAt(summary).some((verdict) => verdict.culprit.length > 1);
  return [
    isOpen ? 'one of these changes' : changedTitle(summary).toLowerCase(),
    ...quotedHunks(hunks, hunksShown),
  ].join('\n');
}

// Whoever asks for the plan alone wants to see what would be asked about.
function plannedLines(summary: PortabilitySummary): readonly string[] {
  const { planned = [], changes } = summary;
  if (planned.length === 0) return [];
  const questions = planned.map((question) => `  ${plainPhrases(questionLine(summary, question))}`);
  return [
    ...changes.map((change) =>
      [plainPhrases(changeLine(change)), ...quotedHunks(change.hunks, 20)].join('\n'),
    ),
    [`would be asked (${count(planned.length, 'question')})`, ...questions].join('\n'),
  ];
}

function quotedHunks(hunks: readonly Hunk[], most: number): readonly string[] {
  const rest = hunks.length - most;
  return [
    ...hunks.slice(0, most).flatMap((hunk) => {
      const { removed, added } = changedLines(hunk, 12);
      return [
        `  ${sourceLine(hunk.file, 160)}:${headLines(hunk)[0]}`,
        ...removed.map((line) => `  - ${line}`),
        ...added.map((line) => `  + ${line}`),
      ];
    }),
    ...(rest > 0 ? [`  and ${count(rest, 'more change')}`] : []),
  ];
}
