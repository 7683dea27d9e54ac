import { outcomesError, shownName } from './refuse-outcomes.ts';

/** A file with outcomes, as text. */
export type OutcomeFile = { readonly name: string; readonly text: string };

/** A file that was read as JSON. */
export type OutcomeDocument = { readonly name: string; readonly value: unknown };

/**
 * Reads the JSON of a file. inspect_ai writes a missing score as `NaN`, which JSON does not know; it is read as null.
 * Throws OUTCOMES_UNREADABLE.
 */
export function readJson({ name, text }: OutcomeFile): OutcomeDocument {
  const json = text.replace(/^\uFEFF/, '');
  const read = parsed(json) ?? parsed(withoutConstants(json));
  if (read !== null) return { name, value: read.value };
  throw outcomesError('OUTCOMES_UNREADABLE', `${shownName(name)} ${whatItIs(json)}.`, wanted);
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

// Texts are matched first, so that nothing is replaced inside of them.
function withoutConstants(text: string): string {
  return text.replaceAll(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/gs, (part) =>
    part.startsWith('"') ? part : 'null',
  );
}

function whatItIs(text: string): string {
  if (text.trim() === '') return 'is empty';
  if (text.startsWith('PK')) return 'is an archive, as inspect_ai writes it with the ending `.eval`';
  return 'is not whole JSON';
}

const wanted =
  'Give results of promptfoo (`--output results.json`), a log of inspect_ai as JSON (`--log-format json`, or `inspect log dump`), or the plain form in docs/judge.md.';
