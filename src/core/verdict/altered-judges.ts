import type { AcceptedTests } from '../results/test-report.ts';
import type { Measurements } from './measurements.ts';

/** What a change alters of the way the tests of some specs are run, where that makes a difference. */
export type AlteredJudge = {
  readonly specs: readonly string[];
  /** The judging files that it alters, as a reader is told. */
  readonly altered: readonly string[];
  /** By whose way the samples of the head were tested. */
  readonly by: 'base' | 'head';
  /** Who accepted it; null where nobody did, so that nothing may speak for the change. */
  readonly accepted: AcceptedTests | null;
};

/** The altered judges that make a difference on the head's own code, specs that share one together. */
export function alteredJudges({ trees }: Pick<Measurements, 'trees'>): readonly AlteredJudge[] {
  const groups = new Map<string, AlteredJudge>();
  for (const [{ spec }, { judge }] of trees) {
    if (judge === undefined || judge.agree) continue;
    const { altered, by, accepted } = judge;
    const key = JSON.stringify([altered, by]);
    const specs = [...(groups.get(key)?.specs ?? []), spec.name];
    groups.set(key, { specs, altered, by, accepted });
  }
  return [...groups.values()];
}

/** What a reader may want to know where the altered judge makes no difference, one sentence each. */
export function sameJudgeNotes({ trees }: Pick<Measurements, 'trees'>): string[] {
  return [...trees].flatMap(([{ spec }, { judge }]) =>
    judge?.agree === true
      ? [
          `The change alters ${judge.altered.join('; ')}. The tests of ${spec.name} give the same results with that as with the base’s on the head’s own code, so its samples were tested as on the base.`,
        ]
      : [],
  );
}
