import { resultFile } from './result-file.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** The text of result.json, which `--json` prints too. */
export function resultText(summary: PortabilitySummary): string {
  return jsonText(resultFile(summary));
}

/** A value as JSON that people can read too, and in which a runner or a terminal finds no command. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // In JSON such characters occur only inside strings, where their escapes mean the same.
  const harmless = text
    .replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, (character) => escaped(character))
    .replaceAll('##[', '#\\u0023[');
  return `${harmless}\n`;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
