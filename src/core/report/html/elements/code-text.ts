import { commandFree, invisible, withoutColours } from '../../words/escape.ts';

/** How much of a text a page shows. */
export type TextLimits = { readonly lines: number; readonly columns: number };

/** For a file of a generation or a test's output. */
export const wholeText: TextLimits = { lines: 2000, columns: 1000 };

/**
 * Untrusted text for a page: lines and tabs are kept, control and direction characters are spelled out, omissions are
 * counted.
 */
export function codeText(text: string, limits: TextLimits): string {
  return shortened(text, limits, (line) => line);
}

/** The same for what a program printed, whose colours mean nothing here. In code they would hide text. */
export function outputText(text: string, limits: TextLimits): string {
  return shortened(text, limits, withoutColours);
}

function shortened(text: string, limits: TextLimits, clean: (line: string) => string): string {
  // Cut first, because a line may have a megabyte.
  const lines = firstLines(text, limits.lines + 1);
  const shown = lines.slice(0, limits.lines).map((line) => codeLine(clean(line), limits.columns));
  if (lines.length > limits.lines)
    shown.push(`… more lines are in the records (${text.length} characters in all)`);
  return shown.join('\n');
}

/** The same for one line. */
export function codeLine(line: string, columns: number): string {
  const cut = line.length > columns ? line.slice(0, columns) : line;
  const text = plainAscii.test(cut) ? cut : spelled(cut);
  return line.length > columns ? `${text} … ${line.length - columns} more characters` : text;
}

function firstLines(text: string, count: number): string[] {
  const lines: string[] = [];
  let from = 0;
  while (lines.length < count && from <= text.length) {
    const end = text.indexOf('\n', from);
    lines.push(end === -1 ? text.slice(from) : text.slice(from, end));
    if (end === -1) break;
    from = end + 1;
  }
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

const plainAscii = /^[\x20-\x7E\t]*$/;

function spelled(text: string): string {
  return commandFree(
    text.replaceAll(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, codePoint).replaceAll(invisible, codePoint),
  );
}

function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
