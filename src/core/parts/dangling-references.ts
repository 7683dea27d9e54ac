import type { TextFile } from '../specs/spec.ts';
import { movedPositions } from './list-positions.ts';
import * as places from './named-places.ts';
import type { CutSpec } from './part.ts';
import { requirementNumber } from './requirement-number.ts';
import { textsWith, type Has } from './texts-with.ts';

/** Words of a text that refer to a place which the text does not hold any more, or which has another number now. */
export type DanglingReference = {
  readonly file: string;
  /** The line in the text that is left, starting at 1. */
  readonly line: number;
  /** As it is written: `§4.2`, `[rounding](#rounding)`, `see Rounding`, `FR-012`, `step 3`, `[^1]`. */
  readonly reference: string;
};

/** The references of the texts with these parts to what was left out. They are listed, never rewritten. */
export function danglingReferences(cut: CutSpec, has: Has): readonly DanglingReference[] {
  const left = textsWith(cut, has);
  const whole = textsWith(cut, () => true);
  const there = new Set(left.flatMap(({ text }) => places.namedPlaces(text)));
  const all = new Set(
    [whole, textsWith(cut, () => false)].flat().flatMap(({ text }) => places.namedPlaces(text)),
  );
  const gone: Gone = {
    isGone: (name) => all.has(name) && !there.has(name),
    isNamed: (name) => all.has(name),
    titles: [...all].flatMap((name) =>
      name.startsWith(places.titles) && !there.has(name) ? [name.slice(places.titles.length)] : [],
    ),
  };
  return left.flatMap((file) => {
    const full = whole.find(({ path }) => path === file.path)?.text ?? file.text;
    return referencesIn(file, gone, movedPositions({ path: file.path, full, left: file.text }));
  });
}

type Gone = {
  readonly isGone: (name: string) => boolean;
  readonly isNamed: (name: string) => boolean;
  readonly titles: readonly string[];
};

function referencesIn(
  { path, text }: TextFile,
  gone: Gone,
  isMoved: ReturnType<typeof movedPositions>,
): readonly DanglingReference[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(reference), ...line.matchAll(byTitle)]
      .filter(({ groups = {} }) => {
        const { anchor, number, title, requirement, kind, positions, label } = groups;
        if (anchor !== undefined) return gone.isGone(places.anchorName(anchor));
        if (number !== undefined) return gone.isGone(places.sectionName(number));
        if (requirement !== undefined) return gone.isGone(places.requirementName(requirement));
        if (label !== undefined) return gone.isGone(places.labelName(label));
        if (title !== undefined)
          return gone.titles.some((each) => each.length > 3 && startsWithWords(title, each));
        return numbersIn(positions ?? '').some((position) => {
          const name = places.numberedName(kind ?? '', `${position}`);
          return gone.isNamed(name) ? gone.isGone(name) : isMoved(index + 1, position);
        });
      })
      .toSorted((one, other) => one.index - other.index)
      .map(([written]) => ({ file: path, line: index + 1, reference: written.trim() })),
  );
}

const several = String.raw`\d{1,3}(?:(?:\s*(?:,|and|or|to|–|-))+\s*\d{1,3})*`;

const reference = new RegExp(
  [
    String.raw`\[[^\]]*\]\((?<anchor>#[^)\s]+)\)`,
    String.raw`(?:§\s?|\b(?:sections?|appendix|chapter)\s+)(?<number>(?:\d+|[A-Z])(?:\.\d+)*)`,
    `(?<requirement>${requirementNumber.source})`,
    String.raw`\b(?<kind>${places.numberedKinds})s?\s+(?<positions>${several})(?!\.?\d)`,
    String.raw`\[(?<label>[^\]\s][^\]]{0,199})\](?![:(])`,
  ].join('|'),
  'giu',
);

// By itself, because a title may hold any of the others.
const byTitle =
  /\b(?:see|refer to|as in|described in|defined in)\s+(?:the\s+)?["“*_`]*(?<title>\p{L}[^.;,()"”*_`]*)/giu;

/** `2 and 3`, `2–4`: every number that is meant. */
function numbersIn(positions: string): readonly number[] {
  return [...positions.matchAll(/(\d+)(?:\s*(?:to|–|-)\s*(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Math.max(1, Number(last ?? first) - from + 1) }, (_, index) => from + index);
  });
}

function startsWithWords(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return lower.startsWith(words) && !/[\p{L}\p{N}]/u.test(lower[words.length] ?? '');
}
