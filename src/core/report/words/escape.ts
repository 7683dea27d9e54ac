/** Untrusted text as one harmless line: no control, ANSI, bidi or invisible characters, at most `max` characters. */
export function plainText(text: string, max: number): string {
  const visible = withoutColours(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  return clip(visible, max);
}

/** Untrusted text as one line of quoted source: indentation kept, invisible characters spelled out. */
export function sourceLine(text: string, max: number): string {
  const visible = withoutAnsi(text)
    .replaceAll('\t', '    ')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, spelledOut)
    .replaceAll(invisible, spelledOut);
  return commandFree(clip(visible, max));
}

/** Untrusted text, with its line ends, in which the Actions runner finds no command. */
export function logText(text: string): string {
  const lines = withoutAnsi(text)
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\r\v\f\u0085\u2028\u2029]/g, (character) => logEscapes[character] ?? '')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll(invisible, '');
  // Legacy commands are recognized anywhere in a line (actions/runner ActionCommand.cs, TryParse).
  return commandFree(lines.replaceAll(/:(?=:)/g, ':\u200B'));
}

/** Text in which no legacy runner command can start. */
export function commandFree(text: string): string {
  return text.replaceAll('##[', '##\u200B[');
}

/** Characters that reorder or hide text. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

const logEscapes: Readonly<Record<string, string>> = {
  '\r': '\\r',
  '\v': '\\v',
  '\f': '\\f',
  '\u0085': '\\x85',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

const ansi = new RegExp(
  [
    String.raw`(?:\x1B\]|\x9D)[^\x07\x1B\n]*(?:\x07|\x1B\\)?`,
    String.raw`(?:\x1B\[?|\x9B)[0-?]*[ -/]*[@-~]`,
  ].join('|'),
  'g',
);

// XML cannot hold the escape character. Runners leave it out or spell it (pytest: `#x1B`), and the rest of a colour stays.
const colourLeft = /(?:#x1B|\^\[|\uFFFD)?\[(?:(?:[0-9]|2[1-9]|[34]\d|9[0-7]|10[0-7])(?:;\d{1,3})*)?m(?!\])/g;

/** The text without the colours of a terminal, and without what a runner leaves of them. */
export function withoutColours(text: string): string {
  return withoutAnsi(text).replaceAll(colourLeft, '');
}

function withoutAnsi(text: string): string {
  return text.replaceAll(ansi, '');
}

function spelledOut(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
