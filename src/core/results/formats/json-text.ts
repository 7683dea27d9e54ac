/** For texts of up to 16 MiB. Longer ones come from the user's own code, and may hold as many more. */
const valueLimit = 1_500_000;
const lettersPerValue = 11;
const comma = 44;
const lineEnd = 10;

/** Whether a JSON text holds more values than any real report: a schema would report an error for each of them. */
export function hasTooManyValues(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === comma || character === lineEnd) count += 1;
  }
  return count > Math.max(valueLimit, text.length / lettersPerValue);
}

/** The value of a JSON text, or undefined, which no schema accepts. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
