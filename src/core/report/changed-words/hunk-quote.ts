import type { Hunk } from '../../specs/spec.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { withSameWords } from '../words/change-facts.ts';
import { changedLines } from './changed-lines.ts';
import { foundBehind } from './found-behind.ts';
import { link, paragraph, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { code } from '../words/prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { rankHunks } from './rank-hunks.ts';

/**
 * The changed hunks that regressed and suspected verdicts point at where no search has found the words, each once, worst
 * verdict first. Where not all are shown, those that share words with the broken tests come first.
 */
export function culprits(summary: PortabilitySummary): readonly Hunk[] {
  const seen = new Map<string, Hunk>();
  for (const word of ['regressed', 'suspected'] as const) {
    for (const verdict of guessedAt(summary).filter((candidate) => candidate.verdict === word)) {
      const { culprit, brokenTests } = verdict;
      for (const hunk of culprit.length > hunksShown ? rankHunks(culprit, brokenTests) : culprit) {
        const key = JSON.stringify([hunk.file, hunk.headStart, hunk.baseStart]);
        if (!seen.has(key)) seen.set(key, hunk);
      }
    }
  }
  return [...seen.values()];
}

/** Verdicts whose cause is among the changed hunks, and nothing has measured which of them it is. */
export function guessedAt(summary: PortabilitySummary): readonly Verdict[] {
  return summary.verdicts.filter(
    (verdict) => verdict.culprit.length > 0 && foundBehind(summary, verdict) === null,
  );
}

/** The title over the one hunk behind a verdict; where only markup and white space changed no word did. */
export function changedTitle(summary: PortabilitySummary): string {
  const behind = guessedAt(summary);
  const same = new Set(withSameWords(summary));
  return behind.every((verdict) => same.has(verdict)) ? 'The changed text' : 'The changed words';
}

/** How many hunks a report shows at most. */
export const hunksShown = 3;

/** First and last line of a hunk on the head side; for a pure deletion the line where the text was. */
export function headLines(hunk: Hunk): readonly [number, number] {
  const start = Math.max(1, hunk.headStart);
  return [start, Math.max(start, hunk.headStart + hunk.added.length - 1)];
}

/** A path of the repository as part of an address; null if the address would lead elsewhere. */
export function encodedPath(file: string): string | null {
  const segments = file.split('/');
  // A browser would resolve these segments to a place outside of /blob/.
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) return null;
  return segments.map((segment) => encodeSegment(segment)).join('/');
}

/** Where a hunk is linked to: the commit that has its lines, and the page of the repository if there is one. */
export type Place = { readonly head: string; readonly repositoryUrl: string | null };

/** A hunk with a link to its lines, quoted around its difference as a diff of at most `maxLines` lines per side. */
export function quoteHunk(hunk: Hunk, options: Place & { readonly maxLines: number }): Blocks {
  const { removed, added } = changedLines(hunk, options.maxLines);
  const value = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  return [
    paragraph(linesOf(placeOf(hunk), options)),
    { type: 'code', lang: 'diff', value: value.join('\n') },
  ];
}

/** A stretch of a file: its path, and its first and last line on the head side. */
export type Stretch = { readonly file: string; readonly lines: readonly [number, number] };

/** Where a hunk stands on the head side. */
export function placeOf(hunk: Hunk): Stretch {
  return { file: hunk.file, lines: headLines(hunk) };
}

/** The file and the lines of a stretch, linked if there is a page for them. */
export function linesOf(stretch: Stretch, options: Place): Phrases {
  const [start, end] = stretch.lines;
  const lines = start === end ? `line ${start}` : `lines ${start}–${end}`;
  const place = [...code(stretch.file, 160), ...words(` ${lines}`)];
  const url = linesUrl(stretch, options);
  return url === null ? place : link(url, place);
}

function linesUrl({ file, lines: [start, end] }: Stretch, options: Place): string | null {
  if (options.repositoryUrl === null || !/^[0-9a-f]{40}$/.test(options.head)) return null;
  const path = encodedPath(file);
  if (path === null) return null;
  return `${options.repositoryUrl}/blob/${options.head}/${path}#L${start}${start === end ? '' : `-L${end}`}`;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
