import type { FailOn } from '../settings.ts';
import type { Verdict } from './verdict.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

/** What the gate says about the whole run. */
export type Conclusion = 'success' | 'failure' | 'neutral';

/** Everything that the conclusion depends on. */
export type ConclusionInputs = {
  readonly verdicts: readonly Verdict[];
  readonly failOn: FailOn;
  /** `decide.alpha`. */
  readonly alpha: number;
  /** A model was stopped by a configuration fault. */
  readonly modelStopped: boolean;
  /** Planned work was not done, for example on a fork without keys. */
  readonly leftUndone: boolean;
  /** `gate.min-portability` makes the gate fail. */
  readonly fallsShort: boolean;
};

/**
 * `failure` blocks the merge. `neutral` does not, but is no proof that all is well. `success` also means that there
 * was nothing to do.
 */
export function conclude(ending: ConclusionInputs): Conclusion {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending));
  if (ending.modelStopped || isBlocked) return 'failure';
  const open = ending.verdicts.some(
    ({ verdict, requirements }) =>
      unsettled.has(verdict) || (requirements !== null && requirements.verdict !== 'met'),
  );
  return open || ending.leftUndone ? 'neutral' : 'success';
}

/** Whether this verdict makes the gate fail; each of the first four policies includes those before it. */
export function blocks(
  verdict: Verdict,
  { failOn, alpha }: { readonly failOn: FailOn; readonly alpha: number },
): boolean {
  switch (failOn) {
    case 'regressed':
      return verdict.verdict === 'regressed';
    case 'unmet':
      return isUnmetForSure(verdict, alpha) || blocks(verdict, { failOn: 'regressed', alpha });
    case 'suspected':
      return verdict.verdict === 'suspected' || blocks(verdict, { failOn: 'unmet', alpha });
    case 'inconclusive':
      return verdict.verdict === 'inconclusive' || blocks(verdict, { failOn: 'suspected', alpha });
    case 'never':
      return false;
  }
}

// Of many questions one may look unmet by chance, so blocking needs the corrected p-value.
function isUnmetForSure({ requirements }: Verdict, alpha: number): boolean {
  return requirements?.verdict === 'unmet' && requirements.p <= alpha;
}

const unsettled: ReadonlySet<VerdictWord> = new Set(['suspected', 'inconclusive', 'base-too-weak']);
