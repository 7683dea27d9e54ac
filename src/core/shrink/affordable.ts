import type { Caps, Spending } from '../budget/caps.ts';

/** Answers that a confirmation takes on one subject where it holds, on both sides together; most take fewer. */
export const confirmingAnswers = 32;

/** The limits of a run, what it has spent, and the most that one call can use. */
export type Purse = {
  readonly caps: Pick<Caps, 'usd' | 'tokens' | 'generations'>;
  readonly spending: Spending;
  readonly largestCall: { readonly usd: number; readonly tokens: number };
};

/**
 * Whether a budget has room for this many answers more, at what the answers so far have cost. The last of them must
 * still fit with all that it may use, because so much is set aside before it is asked.
 */
export function hasRoomFor(answers: number, { caps, spending, largestCall }: Purse): boolean {
  const { generations, answered, usd, tokens } = spending;
  const after = (sum: number, largest: number): number => {
    const each = answered === 0 ? 0 : sum / answered;
    return sum + (answers - 1) * each + largest;
  };
  return (
    generations + answers <= caps.generations &&
    (caps.usd === null || after(usd, largestCall.usd) <= caps.usd) &&
    (caps.tokens === null || after(tokens, largestCall.tokens) <= caps.tokens)
  );
}
