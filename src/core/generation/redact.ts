import { redactor } from '../redaction.ts';

/**
 * A vendor's text made ready for printing and storing: one line, printable, clipped, without the API key in any of
 * its forms.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const { text: withoutKeys } = redactor(secrets);
  const line = withoutKeys(text)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

const maxLength = 300;
