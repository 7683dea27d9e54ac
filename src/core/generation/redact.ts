/**
 * A vendor's text made ready for printing and storing: one line, printable, clipped, without the API key in any of
 * its forms.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const withoutKeys = secrets
    .flatMap((secret) => formsOf(secret))
    .toSorted((one, other) => other.length - one.length)
    .reduce((cleaned, form) => cleaned.replaceAll(form, '[key]'), text);
  const line = withoutKeys.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}

const maxLength = 300;

function formsOf(secret: string): readonly string[] {
  // A shorter "key" is a placeholder of a local server; removing it would remove ordinary words.
  if (secret.length < 6) return [];
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    secret.trim(),
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...forms, JSON.stringify(secret).slice(1, -1), bytes.toString('base64').replace(/=+$/, '')];
}
