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
  const low = of.fullyMeasured.filter(({ head }) => head < minPortability);
  return [
    ...unportable.map(
      ({ spec, model }) => `The gate fails: ${spec} is not portable on ${model}, and ${wanted}.`,
    ),
    ...low.map(
      ({ spec, head }) => `The gate fails: the portability of ${spec} is ${head.toFixed(2)}, and ${wanted}.`,
    ),
  ];
}
