import { UserError, type ErrorCode } from '../errors.ts';

/** A UserError about the configuration. Its message is one printable line, whatever the file held. */
export function configError(code: ErrorCode, what: string, hint: string): UserError {
  return new UserError(code, printable(what), printable(hint));
}

/** A found value as messages show it: short and on one line; of a mapping only the type. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'object' && !Array.isArray(value)) return 'a mapping';
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) return 'a list';
  return quoted(JSON.stringify(value));
}

/** A key or name as messages show it, in backticks. */
export function quoted(name: string): string {
  return `\`${clipped(name.replaceAll('`', "'"))}\``;
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

// Control, format (bidi) and surrogate characters could break the line or reverse the order of its letters.
function printable(text: string): string {
  return text.replaceAll(/\s/gu, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?');
}
