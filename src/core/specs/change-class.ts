import { isMarkdown, isReadable } from './markdown-tree.ts';
import type { SpecPair, TextFile } from './spec.ts';
import { textPieces, type TextPiece } from './text-pieces.ts';

/**
 * What differs between the two sides of a change: nothing but markup and white space, the words of the spec, or the
 * tests as well. It is a fact about the texts, not a guess at what they mean.
 */
export type ChangeClass = 'same-words' | 'words' | 'tests';

/** What the two sides of a change show when they are compared. */
export type ChangeFacts = {
  /** What differs between the two sides. Letter case, punctuation, code and addresses count as words. */
  readonly class: ChangeClass;
  /**
   * Whether nothing changed that could ask for other code: the same words, each in the same list, heading or cell, and
   * no other file that tests could read.
   */
  readonly asksTheSame: boolean;
};

/** A change with its facts, which are worked out once for all reports of a run. */
export type ComparedChange = SpecPair & ChangeFacts;

/** Compares the two sides of a change. */
export function compareSides(change: SpecPair): ComparedChange {
  return { ...change, ...factsOf(change) };
}

function factsOf({ base, head, changedTests, otherFilesChanged }: SpecPair): ChangeFacts {
  const texts =
    base === null || head === null
      ? differentWords
      : both(
          // Context is code, so it must be the same to the letter.
          compareAll(base.context, head.context, compareLetters),
          compareAll(base.files, head.files, compareWords),
          compareAll(base.instructions, head.instructions, compareWords),
        );
  if (changedTests.length > 0) return { class: 'tests', asksTheSame: false };
  return {
    class: texts.words ? 'same-words' : 'words',
    asksTheSame: texts.words && texts.places && !otherFilesChanged,
  };
}

/** Whether two texts have the same words, and whether these stand in the same places. */
type Same = { readonly words: boolean; readonly places: boolean };

const differentWords: Same = { words: false, places: false };

function both(...all: readonly Same[]): Same {
  return { words: all.every(({ words }) => words), places: all.every(({ places }) => places) };
}

function compareAll(
  base: readonly TextFile[],
  head: readonly TextFile[],
  compareTexts: (base: TextFile, head: TextFile) => Same,
): Same {
  if (base.length !== head.length) return differentWords;
  return both(
    ...base.map((file, index) => {
      const other = head[index];
      return other === undefined ? differentWords : compareTexts(file, other);
    }),
  );
}

function compareLetters(base: TextFile, head: TextFile): Same {
  const isSame = base.path === head.path && base.text === head.text;
  return { words: isSame, places: isSame };
}

function compareWords(base: TextFile, head: TextFile): Same {
  if (base.text === head.text) return { words: true, places: true };
  // In other formats white space may have a meaning, so there no word is taken to stand in the same place.
  if (![base, head].every(({ path, text }) => isMarkdown(path) && isReadable(text)))
    return { words: isSameList(blankSeparated(base.text), blankSeparated(head.text)), places: false };
  const [before, after] = [textPieces(base.text), textPieces(head.text)];
  return {
    words: isSameList(before.filter(isWord).map(written), after.filter(isWord).map(written)),
    places: isSameList(before.map(written), after.map(written)),
  };
}

function blankSeparated(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isWord({ kind }: TextPiece): boolean {
  return kind === 'word';
}

function written({ kind, text }: TextPiece): string {
  return `${kind} ${text}`;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
