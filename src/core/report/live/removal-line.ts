import type { Part } from '../../parts/part.ts';
import type { Answer } from '../../shrink/answer.ts';
import { plainText } from '../words/escape.ts';
import { count } from '../words/wording.ts';

/** A shorter text that was asked about, as a log line: what it lacks, and what it came to on whom. */
export function removalLine(of: {
  readonly target: string;
  /** The parts that are tried: without those that were found to be dispensable before. */
  readonly tried: readonly Part[];
  readonly answers: readonly Answer[];
  /** Whether a single spec is tried; otherwise the specs are named. */
  readonly isOneSpec: boolean;
  /** Whether it is held against the original on fresh samples. */
  readonly isConfirming: boolean;
}): string {
  const { target, tried, answers, isOneSpec, isConfirming } = of;
  const what = isConfirming
    ? `${count(tried.length, 'part')}, on fresh samples`
    : `${placesOf(tried)}${wordsOf(tried)}`;
  const said = answers.map(({ spec, model, verdict }) => {
    const whom = isOneSpec ? plainText(model, 60) : `${plainText(model, 60)} of ${plainText(spec, 60)}`;
    return `${worded(verdict)} ${whom}`;
  });
  return `${plainText(target, 60)} without ${what}: ${listed(said)}`;
}

// A line may hold several parts, so a single one is named by its words as well.
function wordsOf(tried: readonly Part[]): string {
  const [only, ...others] = tried;
  if (only === undefined) return '';
  return others.length > 0
    ? ` (${count(tried.length, 'part')})`
    : `, “${plainText(only.present.trim(), 50)}”`;
}

const mostPlaces = 4;

// `line 7`, `lines 7-9 and 12`; with the file where parts of several are tried.
function placesOf(parts: readonly Part[]): string {
  const files = new Set(parts.map(({ file }) => file));
  const stretches: { file: string; first: number; last: number }[] = [];
  for (const { file, lines } of parts) {
    const before = stretches.at(-1);
    if (before?.file === file && lines[0] <= before.last + 1) before.last = Math.max(before.last, lines[1]);
    else stretches.push({ file, first: lines[0], last: lines[1] });
  }
  const told = stretches.slice(0, mostPlaces).map(({ file, first, last }) => {
    return `${files.size > 1 ? `${plainText(file, 60)} ` : ''}${first === last ? first : `${first}-${last}`}`;
  });
  const rest = stretches.length - told.length;
  const isOneLine = stretches.length === 1 && stretches[0]?.first === stretches[0]?.last;
  return `${isOneLine ? 'line' : 'lines'} ${listed(rest === 0 ? told : [...told, `${rest} more places`])}`;
}

function worded(verdict: Answer['verdict']): string {
  if (verdict === 'regressed') return 'breaks on';
  return verdict === 'held' || verdict === 'improved' ? 'holds on' : 'not clear on';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
