import type { Verdict } from '../verdict/verdict.ts';
import type { FoundWords } from './found-words.ts';

/** Why the words behind a regression were not looked for although they were meant to be, in a sentence; null if they were. */
export function unaskedNote({ parts, end }: FoundWords, { spec, model }: Verdict): string | null {
  if (parts.length > 0) return null;
  const why =
    end === 'budget' ? 'the budget leaves nothing for it (`budget.why`)' : 'the model gave no more answers';
  return `The words behind the regression of ${spec} on ${model} were not looked for: ${why}.`;
}
