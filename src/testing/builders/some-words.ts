import type { BlamedPart, FoundWords } from '../../core/blame/found-words.ts';
import type { Part } from '../../core/parts/part.ts';
import { positionsIn } from '../../core/parts/positions.ts';
import type { ComparedChange } from '../../core/specs/change-class.ts';
import { hunksBetween } from '../../core/specs/hunks.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { aChange, aVersion } from './a-summary.ts';

const path = 'specs/duration/SPEC.md';

/** A stretch of a text: what the head has, what the base has, and what it is for the reader. */
type Piece = string | Pick<Part, 'present' | 'absent' | 'kind'>;

/** The changed parts of a text that is given in pieces, with the lines that they have on the head. */
export function partsOf(pieces: readonly Piece[], file: string = path): readonly Part[] {
  let line = 1;
  let offset = 0;
  const positionOf = positionsIn(
    pieces.map((piece) => (typeof piece === 'string' ? piece : piece.present)).join(''),
  );
  return pieces.flatMap((piece, index): readonly Part[] => {
    const present = typeof piece === 'string' ? piece : piece.present;
    const first = line;
    const { columns } = positionOf(offset, offset + present.length);
    offset += present.length;
    line += present.split('\n').length - 1;
    if (typeof piece === 'string') return [];
    const last = present.endsWith('\n') ? line - 1 : line;
    return [
      {
        ...piece,
        id: `${file}#${index}`,
        file,
        lines: [first, Math.max(first, last)],
        ...(columns === undefined ? {} : { columns }),
      },
    ];
  });
}

/** The change that gives the base's text of these pieces the head's. */
export function changeOf(pieces: readonly Piece[], file: string = path): ComparedChange {
  const text = (side: 'present' | 'absent') =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');
  const base = [{ path: file, text: text('absent') }];
  const head = [{ path: file, text: text('present') }];
  return aChange({
    base: { ...aVersion('duration', 'base'), files: base },
    head: { ...aVersion('duration', 'head'), files: head },
    hunks: hunksBetween(base, head, new Map()),
  });
}

/** One part that the search blames and that fresh samples have checked. */
export function blamed(part: Part, overrides: Partial<BlamedPart> = {}): BlamedPart {
  return {
    part,
    probability: 0.97,
    alone: { passed: 1, failed: 5 },
    without: { passed: 6, failed: 0 },
    ...overrides,
  };
}

/** What a search found behind a verdict: one part of four that does it alone. */
export function foundBehindVerdict(verdict: Verdict, overrides: Partial<FoundWords>): FoundWords {
  return {
    question: verdict.question,
    signal: verdict.brokenTests,
    parts: [],
    among: 4,
    end: 'found',
    check: 'this-part',
    generations: { search: 2, check: 12 },
    ...overrides,
  };
}
