import { asPlanned, plannedOf } from '../../core/plan/planned-question.ts';
import type { Question } from '../../core/plan/question.ts';
import { mayUse } from '../../core/records/trust.ts';
import type { Ports } from '../engine/engine.ts';

/**
 * Fixes which samples the questions take, once for each key: from a plan on record if there is one, otherwise drawn
 * now and recorded. The same questions always get the same samples.
 */
export async function fixPlan(
  ports: Ports,
  of: {
    /** Everything that identifies the plan. */
    readonly key: string;
    readonly asked: readonly Question[];
    readonly draw: () => Promise<readonly Question[]>;
    /** A plan that is only shown is not recorded: the run that follows may find more to reuse. */
    readonly isShownOnly: boolean;
  },
): Promise<readonly Question[]> {
  const { key, asked } = of;
  if (asked.length === 0) return [];
  const stored = await ports.records.readPlan(key);
  const known = stored !== null && mayUse(stored, ports.reader) ? asPlanned(asked, stored.questions) : null;
  if (known !== null) return known;
  const questions = await of.draw();
  if (!of.isShownOnly) {
    const planned = questions.map((question) => plannedOf(question));
    await ports.records.write({ schema: 1, kind: 'plan', key, questions: planned });
  }
  return questions;
}

/** The same for one question that is planned by itself; `drawn` draws it if there is no record. */
export async function fixQuestion(
  ports: Ports,
  { key, drawn }: { readonly key: string; readonly drawn: Question },
): Promise<Question> {
  const asked = [drawn];
  const [fixed] = await fixPlan(ports, { key, asked, draw: async () => asked, isShownOnly: false });
  return fixed ?? drawn;
}
