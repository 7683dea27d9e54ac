import type { Arm } from '../../core/plan/arm.ts';
import type { BaseSample } from '../../core/plan/choose-base.ts';
import { drawFrom } from '../../core/plan/draw.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Question } from '../../core/plan/question.ts';
import { maxRecordAgeMs } from '../../core/records/trust.ts';
import type { Settings } from '../../core/settings.ts';
import type { Ports } from '../engine/engine.ts';
import { fixPlan } from './fix-plan.ts';
import { storedSamples } from './stored-samples.ts';

/** What a run will ask and which stored base samples it takes, fixed before the first head sample. */
export async function planRun(
  ports: Ports,
  { changes, questions: asked }: Plan,
  { settings, isShownOnly }: { readonly settings: Settings; readonly isShownOnly: boolean },
): Promise<Plan> {
  const key = planKey(asked, settings);
  const draw = (): Promise<readonly Question[]> => drawAll(ports, asked, settings);
  return { changes, questions: await fixPlan(ports, { key, asked, draw, isShownOnly }) };
}

async function drawAll(
  ports: Ports,
  asked: readonly Question[],
  { samples }: Settings,
): Promise<readonly Question[]> {
  const bases = asked.flatMap(({ base }) => (base === null ? [] : [base]));
  const stored = await storedSamples(ports, bases);
  const available = new Map<Arm | null, readonly BaseSample[]>(
    bases.map((base, index) => [base, stored[index] ?? []]),
  );
  const of = { now: ports.clock.now(), maxAgeMs: maxRecordAgeMs, looks: samples.looks };
  return asked.map((question) => {
    if (question.base === null) return question;
    const draw = drawFrom({
      ...of,
      available: available.get(question.base) ?? [],
      target: samples.base,
      confirm: samples.confirm,
    });
    return { ...question, ...draw };
  });
}
