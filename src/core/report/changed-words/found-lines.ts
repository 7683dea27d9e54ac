import type { BlamedPart, FoundWords } from '../../blame/found-words.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { nameSpec } from '../words/naming.ts';
import { bold, plainPhrases, words, type Phrases } from '../words/phrases.ts';
import { verdictSubject } from '../words/switch-sentences.ts';
import { count } from '../words/wording.ts';
import { wordsBehind, type Cell, type WordsBehind } from './found-behind.ts';
import { callsOf, checksOf, isSure, likely, meaningOf } from './found-sentences.ts';
import { guessedAt, linesOf, type Place } from './hunk-quote.ts';
import { quoteWords, wordsOfPart } from './part-words.ts';

/** What a search found: a line that says it, and where it takes more than that, a list below. */
export type FoundLines = { readonly line: Phrases; readonly list: readonly Phrases[] };

/** How a search is told: where its lines are linked to, and how many parts are listed. */
type Options = Place & { readonly parts: number };

/** The words behind each regression that was searched, in one line where one part was found behind one verdict. */
export function foundLines(summary: PortabilitySummary, options: Options): readonly FoundLines[] {
  const groups = wordsBehind(summary);
  const isAlone = groups.length === 1 && guessedAt(summary).length === 0;
  return groups.map((group) => {
    const [cell, ...others] = group.cells;
    if (cell === undefined) return { line: [], list: [] };
    const whose = isAlone || others.length > 0 ? [] : [...words(' on '), ...subjectOf(summary, cell.verdict)];
    const title = titled(group, whose);
    const told = others.length === 0 ? ofOneCell(cell, options) : ofManyCells(summary, group, options);
    return { line: [...title, ...told.line], list: told.list };
  });
}

function titled({ parts, cells }: WordsBehind, whose: Phrases): Phrases {
  const one = cells.every(({ found }) => isSure(found)) ? 'The words behind it' : 'The most probable words';
  const said = parts.length === 1 ? one : 'One of these is behind it';
  return [...bold([...words(said), ...whose, ...words(':')]), ...words(' ')];
}

function ofOneCell({ found }: Cell, options: Options): FoundLines {
  const [only, ...others] = found.parts;
  const measured = [checksOf(found), callsOf(found)].filter((each) => each !== '').join(' · ');
  if (only !== undefined && others.length === 0)
    return { line: [...partLine(only, found, options), ...after(measured), ...meaning(found)], list: [] };
  const calls = callsOf(found);
  return {
    line: [...meaningOf(found), ...(calls === '' ? [] : words(` It took ${calls}.`))],
    list: shortened(
      found.parts.map((part, index) => [
        ...partLine(part, found, options),
        ...(index === 0 ? after(checksOf(found)) : []),
      ]),
      options,
    ),
  };
}

function ofManyCells(
  summary: PortabilitySummary,
  { parts, cells }: WordsBehind,
  options: Options,
): FoundLines {
  const meanings = new Map(cells.map(({ found }) => [plainPhrases(meaningOf(found)), meaning(found)]));
  // What is the same for all of them is said once.
  const [common, ...different] = [...meanings.values()];
  const isSame = different.length === 0 && common !== undefined;
  const quotes = parts.map(({ part }) => [...quoteWords(wordsOfPart(part)), ...placeWords(part, options)]);
  const [only, ...others] = quotes;
  const isOne = only !== undefined && others.length === 0;
  const each = cells.slice(0, 10).map(({ verdict, found }) => {
    const shares = found.parts.slice(0, options.parts).map(({ probability }) => likely(probability));
    const measured = [checksOf(found), callsOf(found)].filter((said) => said !== '').join(' · ');
    return [
      ...bold(subjectOf(summary, verdict)),
      ...(found.end === 'one-part' ? [] : words(` (${shares.join(', ')})`)),
      ...after(measured),
      ...(isSame ? [] : meaning(found)),
    ];
  });
  const line = [...(isOne ? only : []), ...(isSame ? common.slice(isOne ? 0 : 1) : [])];
  return { line, list: [...(isOne ? [] : shortened(quotes, options)), ...each] };
}

/** "`Round half up` (`SPEC.md` line 4, 97 %)". */
function partLine({ part, probability }: BlamedPart, { end }: FoundWords, options: Options): Phrases {
  // Nothing had to be searched for where nothing else changed.
  const share = end === 'one-part' ? '' : `, ${likely(probability)}`;
  return [...quoteWords(wordsOfPart(part)), ...placeWords(part, options, share)];
}

function placeWords(part: BlamedPart['part'], options: Options, share = ''): Phrases {
  return [...words(' ('), ...linesOf(part, options), ...words(`${share})`)];
}

function after(measured: string): Phrases {
  return measured === '' ? [] : words(`: ${measured}`);
}

function meaning(found: FoundWords): Phrases {
  return [...words('. '), ...meaningOf(found)];
}

function shortened(list: readonly Phrases[], { parts }: Options): readonly Phrases[] {
  const rest = list.length - parts;
  return rest > 0 ? [...list.slice(0, parts), words(`and ${count(rest, 'more part')}`)] : list;
}

function subjectOf(summary: PortabilitySummary, verdict: Verdict): Phrases {
  const severalSpecs = new Set(summary.verdicts.map(({ spec }) => spec)).size > 1;
  const subject = verdictSubject(summary, verdict);
  return severalSpecs ? [...subject, ...words(' in '), ...nameSpec(verdict.spec)] : subject;
}
