import type { Settings } from '../settings.ts';
import type { Verdict } from './verdict.ts';

/** The portability of a spec's head, if every cell was measured up to the last look. Only such a rate is judged. */
export type MeasuredPortability = { readonly spec: string; readonly head: number };

/** Why `gate.min-portability` makes the gate fail, one sentence each; empty if it is off or `fail-on` is `never`. */
export function belowMinPortability(
  { minPortability, failOn }: Settings['gate'],
  of: { readonly verdicts: readonly Verdict[]; readonly fullyMeasured: readonly MeasuredPortability[] },
): string[] {
  if (minPortability === 0 || failOn === 'never') return [];
  const wanted = `\`gate.min-portability\` is ${minPortability}`;
  const unportable = of.verdicts.filter(({ verdict }) => verdict === 'not-portable');
  // A mean of equal rates can be off by a rounding error.
  const low = of.fullyMeasured.filter(({ head }) => head < minPortability - 1e-9);
  return [
    ...unportable.map(
      ({ spec, model }) => `The gate fails: ${spec} is not portable on ${model}, and ${wanted}.`,
    ),
    ...low.map(
      ({ spec, head }) =>
        `The gate fails: the portability of ${spec} is ${below(head, minPortability)}, and ${wanted}.`,
    ),
  ];
}

// Two digits, unless they would be those of the minimum.
function below(head: number, minimum: number): string {
  const short = head.toFixed(2);
  return Number(short) < minimum ? short : head.toFixed(4);
}
