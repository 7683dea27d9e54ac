import { resultFile } from './result-file.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** result.json as it is written and as `--json` prints it: the same text. */
export function resultText(summary: PortabilitySummary): string {
  return jsonText(resultFile(summary));
}

/** A value as JSON that a person can read too, with nothing in it that a runner or a terminal would act on. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Inside of JSON only strings hold such characters, and there their escapes read the same.
  const harmless = text
    .replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) => escaped(character))
    .replaceAll('##[', '#\\u0023[');
  return `${harmless}\n`;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
