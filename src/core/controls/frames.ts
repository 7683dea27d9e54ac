import { calledBefore, notCalled, type Called } from './called-before.ts';
import type { Language } from './language.ts';
import type { Token } from './tokens.ts';

/** A pair of brackets in a test file. */
export type Frame = Called & {
  /** Index of the opening token, and of the closing one; without one the number of tokens. */
  readonly open: number;
  readonly close: number;
  readonly bracket: string;
  /** Holds statements. */
  readonly isBlock: boolean;
  readonly parent: Frame | null;
  /** Number of commas before it in the brackets around it. */
  readonly argument: number;
  /** Number of commas directly inside, without one at the end. */
  commas: number;
};

/** The brackets of a file, and in which of them each token stands. */
export type Frames = {
  readonly all: readonly Frame[];
  /** The innermost brackets around each token; those that open or close are around themselves. */
  readonly around: readonly (Frame | null)[];
  /** Number of commas before each token in its brackets. */
  readonly argument: readonly number[];
};

type Growing = { -readonly [Key in keyof Frame]: Frame[Key] };

/** Finds the brackets of a file. Those that do not fit are closed where the ones around them are. */
export function framesOf(tokens: readonly Token[], language: Language): Frames {
  const reading: Reading = { tokens, language, closed: new Map() };
  const all: Growing[] = [];
  const around: (Frame | null)[] = [];
  const argument: number[] = [];
  let current: Growing | null = null;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, '([{')) {
      current = opened(reading, index, current);
      all.push(current);
    }
    around.push(current);
    argument.push(current?.commas ?? 0);
    if (current !== null) current = after(reading, index, current);
  }
  return { all, around, argument };
}

/** The innermost brackets behind a token. */
function after({ tokens, closed }: Reading, index: number, current: Growing): Growing | null {
  const token = tokens[index];
  // A comma at the end of a list begins no other entry.
  if (isMark(token, ',') && !isMark(tokens[index + 1], ')]}')) current.commas += 1;
  if (!isMark(token, ')]}')) return current;
  current.close = index;
  closed.set(index, current);
  return current.parent;
}

type Reading = {
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** Brackets that are closed, by the index of the closing token. */
  readonly closed: Map<number, Growing>;
};

function isMark(token: Token | undefined, marks: string): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

function opened(reading: Reading, open: number, parent: Growing | null): Growing {
  const { tokens, closed, language } = reading;
  const bracket = tokens[open]?.text ?? '';
  const called = bracket === '(' ? calledBefore({ tokens, closed }, open) : notCalled(open);
  const isBlock = bracket === '{' && language.hasBraces && holdsStatements(reading, open, parent);
  const argument = parent?.commas ?? 0;
  return { open, close: tokens.length, bracket, ...called, isBlock, parent, argument, commas: 0 };
}

const beforeValue = new Set([
  '(',
  ',',
  '=',
  ':',
  ':=',
  '[',
  '?',
  '&',
  'return',
  '==',
  '!=',
  '===',
  '!==',
  '+',
]);

function holdsStatements({ tokens, language }: Reading, open: number, parent: Growing | null): boolean {
  const before = tokens[open - 1];
  if (before === undefined) return true;
  if (beforeValue.has(before.text)) return false;
  if (!language.hasComposites) return true;
  // `{` in an open value begins a row of it; `Row{` without a blank is a value too.
  if (parent?.open === open - 1 && before.text === '{') return parent.isBlock;
  const touches = before.end === tokens[open]?.start;
  return !(touches && (before.kind === 'word' || isMark(before, ']}')));
}
