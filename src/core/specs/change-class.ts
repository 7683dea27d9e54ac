import { diffArrays } from 'diff';
import { isExplanation, isNormative, hasSameMeaning } from './normative.ts';
import type { SpecPair, SpecVersion, TextFile } from './spec.ts';
import { textUnits, type TextUnit } from './text-units.ts';

/** What a change touches: only the wording of the spec, its meaning, or the tests as well. */
export type ChangeClass = 'wording' | 'meaning' | 'tests';

/**
 * Classifies a change. This is a heuristic: `wording` needs the same headings, tables, code, numbers and possible
 * rules after normalising, and the same words in the rest; in doubt it is `meaning`. A reordered rule is `meaning`,
 * and so is a rule with the same sense in other words.
 */
export function classOf(change: SpecPair): ChangeClass {
  const told = classes.get(change);
  if (told !== undefined) return told;
  const read = readClass(change);
  classes.set(change, read);
  return read;
}

// Cached, because every report of a run asks again.
const classes = new WeakMap<SpecPair, ChangeClass>();

function readClass({ base, head, changedTests }: SpecPair): ChangeClass {
  if (changedTests.length > 0) return 'tests';
  return base !== null && head !== null && isWordingOnly(base, head) ? 'wording' : 'meaning';
}

function isWordingOnly(base: SpecVersion, head: SpecVersion): boolean {
  return (
    isSameText(base.context, head.context) &&
    saySame(base.files, head.files) &&
    saySame(base.instructions, head.instructions)
  );
}

// Context is code, so it must be the same to the letter.
function isSameText(base: readonly TextFile[], head: readonly TextFile[]): boolean {
  return (
    base.length === head.length &&
    base.every(({ path, text }, index) => path === head[index]?.path && text === head[index].text)
  );
}

function saySame(base: readonly TextFile[], head: readonly TextFile[]): boolean {
  if (base.length !== head.length) return false;
  return base.every((file, index) => {
    const other = head[index];
    return other !== undefined && (file.text === other.text || areSaidTheSame(file, other));
  });
}

function areSaidTheSame(base: TextFile, head: TextFile): boolean {
  if (![base, head].every(({ path, text }) => isMarkdown(path) && isReadable(text))) return false;
  const before = textUnits(base.text);
  const after = textUnits(head.text);
  return haveSameStream(before, after) || onlyProseDiffers(before, after);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdc)$/i.test(path);
}

// The parser's time grows with the square of the number of quotes and lists, and of marks in a paragraph; its stack
// grows with the depth. No text for people comes near these limits.
function isReadable(text: string): boolean {
  if (text.length > 100_000) return false;
  const depths = text.split('\n').map((line) => line.match(containers)?.length ?? 0);
  const marks = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.match(/[*_~`[\]<>!]/g)?.length ?? 0);
  return (
    Math.max(...depths) <= 10 &&
    depths.reduce((sum, depth) => sum + depth, 0) <= 3000 &&
    Math.max(...marks) <= 1500 &&
    !/^[ \t]{200}/m.test(text)
  );
}

// Quotes and list markers at the start of a line, one directly after the other.
const containers = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;

// The boundary between two sentences is punctuation and may move; that of a cell, heading or nested list may not.
function haveSameStream(base: readonly TextUnit[], head: readonly TextUnit[]): boolean {
  return streamOf(base) === streamOf(head);
}

function streamOf(units: readonly TextUnit[]): string {
  const tokens = units.flatMap((unit, index) => {
    const isPlain = unit.kind === 'sentence' && unit.depth === (units[index - 1]?.depth ?? 0);
    return isPlain ? unit.tokens : [`\n${unit.kind} ${unit.depth}`, ...unit.tokens];
  });
  return JSON.stringify(tokens);
}

function onlyProseDiffers(base: readonly TextUnit[], head: readonly TextUnit[]): boolean {
  const parts = diffArrays(base.map(identity), head.map(identity), { maxEditLength: 500 });
  if (parts === undefined) return false;
  const changed = { removed: [] as TextUnit[], added: [] as TextUnit[] };
  let at = { base: 0, head: 0 };
  for (const part of parts) {
    const { length } = part.value;
    if (part.removed) changed.removed.push(...base.slice(at.base, at.base + length));
    if (part.added) changed.added.push(...head.slice(at.head, at.head + length));
    at = {
      base: at.base + (part.added ? 0 : length),
      head: at.head + (part.removed ? 0 : length),
    };
  }
  const { removed, added } = changed;
  if ([...removed, ...added].some(isNormative)) return false;
  const rest = (units: readonly TextUnit[]) => units.filter((unit) => !isExplanation(unit));
  return hasSameMeaning(rest(removed), rest(added));
}

function identity({ kind, depth, tokens }: TextUnit): string {
  return JSON.stringify([kind, depth, tokens]);
}
