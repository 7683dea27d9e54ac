/** What the scanner must know of a language. */
export type Language = {
  readonly lineComment: RegExp;
  readonly blockComment: RegExp | null;
  /** Quotes of strings, the longest first. */
  readonly quotes: readonly Quote[];
  /** `/…/` may be a regular expression. */
  readonly hasRegex: boolean;
  /** Blocks of statements stand in braces. */
  readonly hasBraces: boolean;
  /** A brace right behind a name opens a value, as in `Row{1, 2}`. */
  readonly hasComposites: boolean;
};

/** One way to write a string. */
export type Quote = {
  readonly mark: string;
  /** `raw`: no escapes. `opaque`: is never changed, but must be stepped over. */
  readonly kind: 'plain' | 'raw' | 'opaque';
  readonly manyLines: boolean;
};

const plain = (mark: string): Quote => ({ mark, kind: 'plain', manyLines: false });
const long = (mark: string): Quote => ({ mark, kind: 'opaque', manyLines: true });

const slashes = { lineComment: /\/\/[^\n]*/y, blockComment: /\/\*[\s\S]*?(?:\*\/|$)/y, hasRegex: false };
const hash = { lineComment: /#[^\n]*/y, blockComment: null, hasRegex: false, hasBraces: false };

const javascript: Language = {
  ...slashes,
  quotes: [plain("'"), plain('"'), { mark: '`', kind: 'plain', manyLines: true }],
  hasRegex: true,
  hasBraces: true,
  hasComposites: false,
};
const go: Language = {
  ...slashes,
  quotes: [
    plain('"'),
    { mark: '`', kind: 'raw', manyLines: true },
    { mark: "'", kind: 'opaque', manyLines: false },
  ],
  hasBraces: true,
  hasComposites: true,
};
// A single quote also begins a lifetime, so that only the scanner of characters may take it.
const rust: Language = { ...slashes, quotes: [plain('"')], hasBraces: true, hasComposites: true };
const java: Language = {
  ...slashes,
  quotes: [long('"""'), plain('"'), { mark: "'", kind: 'opaque', manyLines: false }],
  hasBraces: true,
  hasComposites: false,
};
const python: Language = {
  ...hash,
  quotes: [long('"""'), long("'''"), plain('"'), plain("'")],
  hasComposites: false,
};
const ruby: Language = { ...hash, quotes: [plain('"'), plain("'")], hasComposites: false };
const json: Language = { ...slashes, quotes: [plain('"')], hasBraces: false, hasComposites: false };

const languages: readonly (readonly [RegExp, Language])[] = [
  [/\.[cm]?[jt]sx?$/, javascript],
  [/\.py$/, python],
  [/\.go$/, go],
  [/\.rs$/, rust],
  [/\.(?:java|kts?|cs|swift|scala)$/, java],
  [/\.rb$/, ruby],
  [/\.json$/, json],
];

/** How the file is read; null = it is in no language that can be changed. */
export function languageOf(path: string): Language | null {
  return languages.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
