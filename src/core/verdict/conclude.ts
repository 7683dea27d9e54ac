import type { FailOn } from '../settings.ts';
import type { Verdict } from './verdict.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

/** What the gate says about the whole run. */
export type Conclusion = 'success' | 'failure' | 'neutral';

/** Everything the conclusion depends on. */
export type Ending = {
  readonly verdicts: readonly Verdict[];
  readonly failOn: FailOn;
  /** A model was stopped by a configuration fault. */
  readonly modelStopped: boolean;
  /** Work was due and was not done, e.g. a fork without keys. */
  readonly leftUndone: boolean;
  /** `gate.min-portability` closes the gate. */
  readonly fallsShort: boolean;
};

/** `failure` blocks the merge; `neutral` does not, but is no clean bill; `success` also when there was nothing to do. */
export function conclude(ending: Ending): Conclusion {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending.failOn));
  if (ending.modelStopped || isBlocked) return 'failure';
  const open = ending.verdicts.some(({ verdict }) => unsettled.has(verdict));
  return open || ending.leftUndone ? 'neutral' : 'success';
}

/** Whether this verdict makes the gate fail; each of the first three policies includes those before it. */
export function blocks(verdict: Verdict, failOn: FailOn): boolean {
  switch (failOn) {
    case 'regressed':
      return verdict.verdict === 'regressed';
    case 'suspected':
      return verdict.verdict === 'suspected' || blocks(verdict, 'regressed');
    case 'inconclusive':
      return verdict.verdict === 'inconclusive' || blocks(verdict, 'suspected');
    case 'never':
      return false;
  }
}

const unsettled: ReadonlySet<VerdictWord> = new Set(['suspected', 'inconclusive', 'base-too-weak']);
