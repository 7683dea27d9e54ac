import type { PortabilitySummary } from '../summary/summary.ts';
import { exitCodeOf } from '../summary/exit-code.ts';

/** What a run came to, in the fewest words that a reader who is in a hurry needs; without any text from outside. */
export type ReportState = { readonly icon: '❌' | '🟠' | '⚪' | '✅'; readonly said: string };

/** The state that stands in the heading of every report. */
export function stateOf(summary: PortabilitySummary): ReportState {
  const { conclusion } = summary;
  if (conclusion === 'failure') return { icon: '❌', said: whatFails(summary) };
  if (wasNotAsked(summary)) return { icon: '⚪', said: 'not checked' };
  if (needsALook(summary)) return { icon: '🟠', said: 'needs a look' };
  return conclusion === 'neutral'
    ? { icon: '⚪', said: `inconclusive${cause(summary)}` }
    : { icon: '✅', said: whatWentWell(summary) };
}

/** The heading of every report, without any text from outside. */
export function headingOf(summary: PortabilitySummary): string {
  const { icon, said } = stateOf(summary);
  return `Spec portability · ${icon} ${said}`;
}

function whatFails(summary: PortabilitySummary): string {
  if (exitCodeOf(summary) === 2) return 'a model is set up wrongly';
  const { trigger, verdicts } = summary;
  if (trigger.kind === 'outcomes') return 'fails';
  if (trigger.kind === 'audit' || verdicts.some(({ asks }) => asks === 'drift')) return 'drifted';
  // Two models that are compared by hand are no change that could be merged.
  const isByHand = trigger.kind === 'manual' && verdicts.length > 0;
  return isByHand && verdicts.every(({ asks }) => asks === 'model-switch') ? 'fails' : 'blocks merge';
}

function wasNotAsked({ changes, verdicts, skipReason, repeats }: PortabilitySummary): boolean {
  if (skipReason !== null) return true;
  return verdicts.length === 0 && repeats === undefined && changes.some(({ head }) => head !== null);
}

function needsALook({ verdicts, alteredJudges = [], brokenByHead = [] }: PortabilitySummary): boolean {
  return (
    brokenByHead.some(({ isLeftOut }) => isLeftOut) ||
    alteredJudges.some(({ accepted }) => accepted === null) ||
    verdicts.some(
      ({ verdict, requirements }) =>
        verdict === 'regressed' ||
        verdict === 'not-portable' ||
        verdict === 'suspected' ||
        requirements?.verdict === 'unmet',
    )
  );
}

function cause({ spent, models, verdicts }: PortabilitySummary): string {
  if (spent.notReached.length > 0) return ', the budget ran out';
  if (models.some(({ stopped }) => stopped !== null)) return ', a model was left out';
  const lacksSamples = verdicts.some(
    ({ verdict, base, head }) => verdict === 'inconclusive' && (base?.unmeasured ?? 0) + head.unmeasured > 0,
  );
  return lacksSamples ? ', samples are missing' : '';
}

function whatWentWell({ changes, verdicts, repeats }: PortabilitySummary): string {
  if (repeats !== undefined) return 'holds';
  if (verdicts.length === 0) return changes.length === 0 ? 'no spec changed' : 'nothing to do';
  if (verdicts.some(({ verdict }) => verdict === 'improved')) return 'improved';
  return verdicts.every(({ verdict }) => verdict === 'portable') ? 'portable' : 'holds';
}
