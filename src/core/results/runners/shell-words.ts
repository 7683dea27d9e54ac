/** A word of a shell command as it is written, with its quotes. */
export type ShellWord = { readonly text: string; readonly end: number };

/** One simple command of a shell line; words can be inserted at `end`. */
export type ShellCommand = { readonly words: readonly ShellWord[]; readonly end: number };

const operators = /^(?:&&|\|\||[;&|\n()]|[0-9]?[<>]+&?)/;

/** Splits a shell line at its operators, outside of quotes. Good enough to find a test runner, not to run anything. */
export function shellCommands(line: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  let start = -1;
  let at = 0;
  const endWord = (): void => {
    if (start >= 0) words.push({ text: line.slice(start, at), end: at });
    start = -1;
  };
  const endCommand = (): void => {
    const last = words.at(-1);
    if (last !== undefined) commands.push({ words, end: last.end });
    words = [];
  };
  while (at < line.length) {
    const operator = operators.exec(line.slice(at, at + 4))?.[0];
    const length = operator?.length ?? lengthOfPart(line, at);
    if (operator !== undefined || /\s/.test(line.charAt(at))) endWord();
    else if (start < 0) start = at;
    at += length;
    if (operator !== undefined) endCommand();
  }
  endWord();
  endCommand();
  return commands;
}

/** Length of a quoted part, an escaped character or a plain character. */
function lengthOfPart(line: string, at: number): number {
  const character = line.charAt(at);
  if (character === '\\') return 2;
  if (character !== '"' && character !== "'") return 1;
  const close = line.indexOf(character, at + 1);
  return close === -1 ? line.length - at : close + 1 - at;
}

/** A word without the quotes around it. */
export function unquoted(word: string): string {
  return word.replace(/^(['"])(.*)\1$/, '$2');
}

/** Quotes a word so that a POSIX shell reads it unchanged. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
