import { asPlanned, plannedOf } from '../../core/plan/planned-question.ts';
import type { Question } from '../../core/plan/question.ts';
import { mayUse } from '../../core/records/trust.ts';
import type { Ports } from '../engine/engine.ts';

/**
 * Fixes which samples questions take, once for each key: as a plan on record says, else as they are drawn now, which is
 * then put on record. Asked for the same again, whenever, they take the same samples.
 */
export async function fixPlan(
  ports: Ports,
  of: {
    /** Everything that makes this the same plan again. */
    readonly key: string;
    readonly asked: readonly Question[];
    readonly draw: () => Promise<readonly Question[]>;
    /** A plan that is only shown is not put on record: the run that follows may find more to reuse. */
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

/** The same for one question that is planned by itself; `drawn` is how it is drawn now. */
export async function fixQuestion(
  ports: Ports,
  { key, drawn }: { readonly key: string; readonly drawn: Question },
): Promise<Question> {
  const asked = [drawn];
  const [fixed] = await fixPlan(ports, { key, asked, draw: async () => asked, isShownOnly: false });
  return fixed ?? drawn;
}
