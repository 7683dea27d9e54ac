import type { Token } from './tokens.ts';

/** What round brackets call. */
export type Called = {
  /** Name of what is called, with `()` where a call is called again; empty for brackets that call nothing. */
  readonly callee: string;
  /** The first name of the chain of names and calls before the last name; empty if there is only one name. */
  readonly owner: string;
  /** Index of the first token of the expression that is called. */
  readonly begin: number;
  readonly isNew: boolean;
};

type Before = { readonly tokens: readonly Token[]; readonly closed: ReadonlyMap<number, Called> };

/** What the bracket at this token calls. `closed`: the brackets before it, by their last token. */
export function calledBefore({ tokens, closed }: Before, open: number): Called {
  const inner = closed.get(open - 1);
  if (inner !== undefined && inner.callee !== '')
    return { callee: `${inner.callee}()`, owner: inner.owner, begin: inner.begin, isNew: false };
  const name = tokens[open - 1];
  if (name?.kind !== 'word' || isStatement(name, tokens[open])) return notCalled(open);
  const begin = beginOf({ tokens, closed }, open - 1);
  return {
    callee: name.text,
    owner: begin === open - 1 ? '' : (tokens[begin]?.text ?? ''),
    begin,
    isNew: tokens[begin - 1]?.text === 'new',
  };
}

/** Brackets that call nothing. */
export function notCalled(open: number): Called {
  return { callee: '', owner: '', begin: open, isNew: false };
}

const statements = new Set(['return', 'await', 'yield', 'in', 'of', 'not', 'and', 'or', 'else', 'typeof']);

// `assert` is a statement in some languages and a function in others: with the bracket right behind it, it is called.
function isStatement({ text, end }: Token, open: Token | undefined): boolean {
  return text === 'assert' ? end !== open?.start : statements.has(text);
}

/** The first token of a chain such as `expect(x).not.toBe`. */
function beginOf({ tokens, closed }: Before, name: number): number {
  let begin = name;
  while (begin >= 2 && isDot(tokens[begin - 1])) {
    const call = closed.get(begin - 2);
    if (call === undefined && tokens[begin - 2]?.kind !== 'word') break;
    begin = call?.begin ?? begin - 2;
  }
  return begin;
}

function isDot(token: Token | undefined): boolean {
  return token?.kind === 'mark' && ['.', '?.', '::'].includes(token.text);
}
