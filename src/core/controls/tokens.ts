import type { Language, Quote } from './language.ts';

/** A piece of a test file that is neither blank nor a comment. */
export type Token = {
  readonly kind: 'word' | 'number' | 'string' | 'opaque' | 'mark';
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

// With the exclamation mark of a macro.
const word = /[\p{L}_$@][\p{L}\p{N}_$]*(?:!(?=[([{]))?/uy;
const number = /0[xXbBoO][\da-fA-F_]+\w*|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*/y;
const mark = /=>|===|!==|==|!=|<=|>=|:=|::|\?\.|&&|\|\||[\s\S]/y;
const blank = /\s+/y;
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const character = /'(?:\\(?:u\{[^}\n]*\}|x..|.)|[^'\\\n])'/y;

/** Divides a text into tokens. A text that is not in the language gives tokens of some kind; it is never changed for good. */
export function tokensOf(text: string, language: Language): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const end = skipped(text, at, language);
    if (end > at) {
      at = end;
      continue;
    }
    const token = tokenAt(text, at, { language, before: tokens.at(-1) });
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function skipped(text: string, at: number, { lineComment, blockComment }: Language): number {
  return (
    match(blank, text, at) ??
    match(lineComment, text, at) ??
    (blockComment && match(blockComment, text, at)) ??
    at
  );
}

type Around = { readonly language: Language; readonly before: Token | undefined };

function tokenAt(text: string, at: number, around: Around): Token {
  const made = (kind: Token['kind'], end: number): Token => ({
    kind,
    start: at,
    end,
    text: text.slice(at, end),
  });
  const quoted = quotedAt(text, at, around);
  if (quoted !== null) return made(quoted.kind, quoted.end);
  for (const [kind, pattern] of patterns) {
    const end = match(pattern, text, at);
    if (end !== null) return made(kind, end);
  }
  return made('mark', at + 1);
}

const patterns = [
  ['opaque', character],
  ['number', number],
  ['word', word],
  ['mark', mark],
] as const;

function quotedAt(
  text: string,
  at: number,
  { language, before }: Around,
): { readonly kind: 'string' | 'opaque'; readonly end: number } | null {
  const quote = language.quotes.find(({ mark: sign }) => text.startsWith(sign, at));
  if (quote !== undefined) {
    const end = endOfString(text, at, quote);
    return { kind: isPlain(text.slice(at, end), quote, before) ? 'string' : 'opaque', end };
  }
  const mayBeRegex = language.hasRegex && text[at] === '/' && mayBeginRegex(before);
  const end = mayBeRegex ? match(regex, text, at) : null;
  return end === null ? null : { kind: 'opaque', end };
}

/** The position after what the sticky pattern finds here; null if it finds nothing. */
function match(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function endOfString(text: string, start: number, { mark: sign, kind, manyLines }: Quote): number {
  let at = start + sign.length;
  while (at < text.length) {
    if (text.startsWith(sign, at)) return at + sign.length;
    if (text[at] === '\n' && !manyLines) return at;
    if (sign === '`' && kind === 'plain' && text.startsWith('${', at)) at = endOfHole(text, at + 2);
    else at += text[at] === '\\' && kind !== 'raw' ? 2 : 1;
  }
  return text.length;
}

// A hole of a template holds code, and that may hold strings and templates again.
function endOfHole(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (`'"\``.includes(char)) {
      at = endOfString(text, at, { mark: char, kind: 'plain', manyLines: char === '`' });
      continue;
    }
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Whether a string can be changed: in one line, ended, and without code in it. */
function isPlain(text: string, { mark: sign, kind }: Quote, before: Token | undefined): boolean {
  if (kind === 'opaque' || text.includes('\n') || text.length < 2 * sign.length || !text.endsWith(sign))
    return false;
  const isFormatted = before?.kind === 'word' && /^[rbu]?f[rbu]?$/i.test(before.text);
  return !isFormatted && !text.includes('${') && !text.includes('#{');
}

const beforeRegex = new Set(['return', 'typeof', 'case', 'in', 'of', 'await', 'yield', 'else']);

function mayBeginRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'mark') return !/^[)\]}]$/.test(before.text);
  return before.kind === 'word' && beforeRegex.has(before.text);
}
