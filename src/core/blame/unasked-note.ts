import type { Verdict } from '../verdict/verdict.ts';
import type { FoundWords } from './found-words.ts';
import type { Regressed } from './regressed.ts';

/** Why the words behind a regression were not looked for although they were meant to be, in a sentence; null if they were. */
export function unaskedNote({ parts, end }: FoundWords, { spec, model }: Verdict): string | null {
  if (parts.length > 0) return null;
  const why =
    end === 'budget' ? 'the budget leaves nothing for it (`budget.why`)' : 'the model gave no more answers';
  return `The words behind the regression of ${spec} on ${model} were not looked for: ${why}.`;
}

/**
 * A note for each regression that no job of a fanned-out run looked into: a job judges by its own questions, and these
 * are significant only beside all others.
 */
export function besideOthersNotes(of: {
  /** What regressed in the whole run, and what regresses at the strictest step of Holm's procedure. */
  readonly regressed: readonly Pick<Regressed, 'question'>[];
  readonly strictly: readonly Pick<Regressed, 'question'>[];
  /** Where words were found all the same, as in an earlier run. */
  readonly found: readonly Pick<FoundWords, 'question'>[];
}): readonly { readonly question: string; readonly note: string }[] {
  const looked = new Set([
    ...of.strictly.map(({ question }) => question.id),
    ...of.found.map(({ question }) => question),
  ]);
  return of.regressed.flatMap(({ question }) => {
    if (looked.has(question.id)) return [];
    const where = `${question.change.name} on ${question.head.model.id}`;
    const note = `The words behind the regression of ${where} were not looked for: it shows only beside the other questions of this run, and each of its jobs sees its own. A run in one job looks for them.`;
    return [{ question: question.id, note }];
  });
}
