import { UserError, type ErrorCode } from '../../errors.ts';

/** An error about files with outcomes. Its message is one printable line, whatever names the files hold. */
export function outcomesError(code: ErrorCode, what: string, hint: string): UserError {
  return new UserError(code, printable(what), hint);
}

/** A name from a file as messages show it: short, and in backticks. */
export function shownName(name: string): string {
  const text = name.slice(0, 200).replaceAll('`', "'");
  return `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;
}

/** The first names of a list as messages show them. */
export function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => shownName(name));
  return `${shown.join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}

// Control, format (bidi) and surrogate characters could break the line or reverse the order of its letters.
function printable(text: string): string {
  return text.replaceAll(/\s/gu, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?');
}
