import type { BlamedPart } from '../../blame/found-words.ts';
import type { Hunk } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { foundBehind, wordsBehind } from '../changed-words/found-behind.ts';
import { checksOf, likely } from '../changed-words/found-sentences.ts';
import { headLines } from '../changed-words/hunk-quote.ts';
import { quoteWords, wordsOfPart } from '../changed-words/part-words.ts';
import { joinNames, nameModel } from '../words/naming.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { phraseContent } from './elements/phrase-content.ts';

/** The verdicts that may blame a hunk, in a run whose models have these names. */
export type Blame = { readonly summary: PortabilitySummary; readonly verdicts: readonly Verdict[] };

/** Which verdicts go back to a hunk: measured, with the words in it that they go back to, or as a guess. */
export type BlamedHunk = { readonly guessing: readonly Verdict[]; readonly parts: readonly BlamedPart[] };

/** What of a hunk is blamed, and whether that was measured. */
export function blamedIn({ summary, verdicts }: Blame, hunk: Hunk): BlamedHunk {
  const found = verdicts.flatMap((verdict) => foundBehind(summary, verdict) ?? []);
  return {
    guessing: verdicts.filter(
      (verdict) =>
        foundBehind(summary, verdict) === null && verdict.culprit.some((culprit) => isSame(culprit, hunk)),
    ),
    parts: found.flatMap(({ parts }) => parts.filter(({ part }) => holds(hunk, part))),
  };
}

/** Whether a verdict goes back to one line of a hunk, counted from its first. */
export function isLineBlamed({ guessing, parts }: BlamedHunk, hunk: Hunk, index: number): boolean {
  if (guessing.length > 0) return true;
  return parts.some(({ part }) => {
    const line = hunk.headStart + index;
    if (part.present.trim() !== '') return line >= part.lines[0] && line <= part.lines[1];
    const removed = hunk.removed[index];
    return removed !== undefined && part.absent.includes(removed);
  });
}

/** The rows above a hunk that say which verdicts go back to it. */
export function blameRows(blame: Blame, hunk: Hunk): Content[] {
  const { guessing } = blamedIn(blame, hunk);
  const guess = guessing.length === 0 ? [] : [blameRow(...guessWords(blame.summary, guessing))];
  return [...foundRows(blame, hunk), ...guess];
}

function foundRows({ summary, verdicts }: Blame, hunk: Hunk): Content[] {
  return wordsBehind({ ...summary, verdicts }).flatMap(({ parts, cells }) =>
    parts
      .filter(({ part }) => holds(hunk, part))
      .map(({ part }) => {
        const names = cells.map(({ verdict, found }) => {
          const own = found.parts.find((each) => each.part.id === part.id);
          const share = own === undefined || found.end === 'one-part' ? '' : ` (${likely(own.probability)})`;
          return [...nameModel(summary, verdict.model), { type: 'text' as const, value: share }];
        });
        const [first, ...others] = cells;
        const isFirst = first !== undefined && first.found.parts[0]?.part.id === part.id;
        // Beside several models the margin of the text has each check.
        const checks = isFirst && others.length === 0 ? checksOf(first.found) : '';
        return blameRow(
          ...phraseContent(quoteWords(wordsOfPart(part))),
          parts.length === 1 ? ' is behind the verdict on ' : ' is perhaps behind the verdict on ',
          ...phraseContent(joinNames(names, 6)),
          checks === '' ? '' : `: ${checks}`,
        );
      }),
  );
}

function guessWords(summary: PortabilitySummary, guessing: readonly Verdict[]): Content[] {
  const models = [...new Set(guessing.map(({ model }) => model))].map((id) => nameModel(summary, id));
  const several = guessing.some(({ culprit }) => culprit.length > 1);
  const words = several
    ? 'One of these changes (which one is not measured) is behind the verdict on '
    : 'The changed words behind the verdict on ';
  return [words, ...phraseContent(joinNames(models, 6))];
}

function blameRow(...said: readonly Content[]): Content {
  return h('tr', { class: 'blame' }, h('th', { colspan: 4, scope: 'rowgroup' }, '▼ ', ...said));
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.file === other.file && one.baseStart === other.baseStart && one.headStart === other.headStart;
}

function holds(hunk: Hunk, part: BlamedPart['part']): boolean {
  const [first, last] = headLines(hunk);
  // Words that are gone have no line of their own.
  const slack = part.present.trim() === '' ? 1 : 0;
  return part.file === hunk.file && part.lines[0] <= last + slack && part.lines[1] >= first - slack;
}
