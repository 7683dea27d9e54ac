import type { Arm } from '../../core/plan/arm.ts';
import type { BaseSample } from '../../core/plan/choose-base.ts';
import type { GenerationRecord } from '../../core/records/record.ts';
import { mayUse } from '../../core/records/trust.ts';
import { storedSteps } from '../../core/statistics/sampling-plan.ts';
import type { Ports } from '../engine/engine.ts';

/** Twice the largest number of stored samples that a plan uses: older ones have not been used for a long time. */
export const sampleNumbersToSearch = 2 * Math.max(...storedSteps);

const numbers = Array.from({ length: sampleNumbersToSearch }, (_, sample) => sample);

/** The answers on record that a run may use, for each arm. */
export async function storedSamples(
  ports: Ports,
  arms: readonly Arm[],
): Promise<readonly (readonly BaseSample[])[]> {
  const keys = arms.map((arm) => numbers.map(arm.keyOf));
  // Looked up all at once: of a thousand arms most have nothing on record.
  const records = await ports.records.readGenerations(keys.flat());
  return keys.map((own) =>
    own
      .flatMap((key) => records.get(key) ?? [])
      .filter((record) => mayUse(record, ports.reader))
      .map((record) => sampleOf(record)),
  );
}

function sampleOf({ sample, origin, result }: GenerationRecord): BaseSample {
  return { sample, origin, servedBy: result.kind === 'completed' ? result.completion.servedBy : null };
}
