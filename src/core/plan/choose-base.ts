import type { Origin } from '../records/record.ts';
import { isFresh, type Age } from '../records/trust.ts';

/**
 * The properties of a stored answer to the base text that decide which samples are chosen. Its outcome must not play
 * a part.
 */
export type BaseSample = {
  readonly sample: number;
  readonly origin: Pick<Origin, 'at' | 'event'>;
  /** null if the vendor served nothing (the prompt was too long). */
  readonly servedBy: string | null;
};

/** The base samples of a plan; `n0` is their number. */
export type ChosenBase = { readonly n0: number; readonly samples: readonly number[] };

/**
 * Chooses the base samples of a plan: as many as one of the steps allows, without those that are too old. Samples of
 * the default branch come before others, and newer before older.
 */
export function chooseBase(
  of: Age & {
    readonly available: readonly BaseSample[];
    readonly steps: readonly number[];
  },
): ChosenBase {
  const old = agedOut(of.available, of);
  const best = of.available
    .filter(({ sample }) => !old.has(sample))
    .toSorted(
      (one, other) => rank(one) - rank(other) || other.origin.at - one.origin.at || one.sample - other.sample,
    );
  const n0 = Math.max(0, ...of.steps.filter((step) => step <= best.length));
  return { n0, samples: best.slice(0, n0).map(({ sample }) => sample) };
}

/** Sample numbers that are too old for a new plan: by date, or because another model is served under that name now. */
export function agedOut(available: readonly BaseSample[], age: Age): ReadonlySet<number> {
  const young = available.filter((sample) => isFresh(sample, age));
  const served = servedNow(young);
  const current = young.filter(({ servedBy }) => servedBy === null || servedBy === served);
  const kept = new Set(current.map(({ sample }) => sample));
  return new Set(available.map(({ sample }) => sample).filter((sample) => !kept.has(sample)));
}

function servedNow(samples: readonly BaseSample[]): string | null {
  const [newest] = samples
    .filter(({ servedBy }) => servedBy !== null)
    .toSorted((one, other) => other.origin.at - one.origin.at || one.sample - other.sample);
  return newest?.servedBy ?? null;
}

function rank({ origin }: BaseSample): number {
  return origin.event === 'default-branch' ? 0 : 1;
}
