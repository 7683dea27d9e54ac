import { commandFree, plainText } from '../words/escape.ts';

/** Untrusted text as one harmless line of a report file; never empty, because readers drop entries without a name. */
export function fileText(text: string, max = 300): string {
  // XML 1.0 cannot hold these characters, not even escaped.
  const allowed = plainText(text, max).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');
  return allowed === '' ? '(empty)' : commandFree(allowed);
}
