import { commandFree, plainText } from '../words/escape.ts';

/** Untrusted text as one harmless line of a report file; never empty, because readers drop what has no name. */
export function fileText(text: string, max = 300): string {
  // XML 1.0 has no such characters, not even escaped.
  const allowed = plainText(text, max).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');
  return allowed === '' ? '(empty)' : commandFree(allowed);
}
