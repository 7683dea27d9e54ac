import type { Collected } from '../../core/outcomes/collected.ts';
import { measuredOutcomes } from '../../core/outcomes/measured-outcomes.ts';
import { leftOutNotes, fixedNumberNote, whyOpen } from '../../core/outcomes/outcome-notes.ts';
import { refuseIdleOutcomes } from '../../core/outcomes/refuse-idle-outcomes.ts';
import { evidenceOf } from '../../core/report/evidence/evidence-of.ts';
import type { Settings } from '../../core/settings.ts';
import type { Checked } from './conclude.ts';
import { judge } from './judge.ts';

/** What is judged, and by which rules. */
export type OutcomesToJudge = {
  readonly collected: Collected;
  /** Digests of the files of both sides. */
  readonly files: { readonly base: string; readonly head: string };
  readonly decide: Settings['decide'];
  readonly failOn: Settings['gate']['failOn'];
};

/** The gate alone: outcomes that somebody else collected become verdicts by the same decision as a check. */
export function judgeOutcomes({ collected, files, decide, failOn }: OutcomesToJudge): Checked {
  const { plan, measurements, models } = measuredOutcomes(collected.questions);
  refuseIdleOutcomes(plan.questions, { decide, failOn });
  const most = Math.max(...plan.questions.flatMap(({ looks }) => looks.map(({ head }) => head)));
  const summary = judge({
    trigger: { kind: 'outcomes', ...files },
    settings: {
      models,
      samples: { looks: [most], base: 0, confirm: 0 },
      decide,
      gate: { failOn, minPortability: 0 },
    },
    plan,
    measurements,
    sandbox: 'unused',
    isolation: null,
    stopped: new Map(),
    notes: [
      fixedNumberNote(plan.questions, decide.alpha),
      ...leftOutNotes(plan.questions, measurements),
      ...collected.notes,
    ],
    skipReason: null,
    exhaustedCaps: [],
    lost: [],
    seconds: 0,
  });
  const verdicts = summary.verdicts.map((verdict, index) =>
    whyOpen(verdict, plan.questions[index], { measurements, decide }),
  );
  const evidence = evidenceOf({ plan, measurements, lost: [], settings: { models, decide } });
  const comparisons = evidence.comparisons.map((comparison) => ({
    ...comparison,
    ended: 'The samples were given; each comparison is looked at once.',
  }));
  return { summary: { ...summary, verdicts }, evidence: { ...evidence, comparisons, costs: [] } };
}
