import type { Origin } from './record.ts';

/** Who wants to use a record. */
export type Reader = {
  readonly event: Origin['event'];
  readonly ref: string | null;
  readonly pullRequest: number | null;
  /** The import whose records this run judges; missing = none. */
  readonly import?: string;
};

/** How old a stored base sample may be when a plan is made. */
export type Age = { readonly now: number; readonly maxAgeMs: number };

/** A week: as long as GitHub keeps a cache that nobody uses. */
export const maxRecordAgeMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether a run may use a record, of either side. Records of the default branch are for everybody, others only for
 * runs of the same origin, so that one pull request cannot give another a lucky or forged base. An origin is only as
 * trustworthy as the place it was read from: GitHub shows a pull request no cache of another.
 */
export function mayUse({ origin }: { readonly origin: Origin }, reader: Reader): boolean {
  switch (origin.event) {
    case 'default-branch':
      return true;
    case 'pull-request':
      return origin.pullRequest !== null && origin.pullRequest === reader.pullRequest;
    case 'manual':
      return reader.event === 'manual' && origin.ref !== null && origin.ref === reader.ref;
    case 'local':
      // What came from another machine counts only for the run that asks for exactly this import.
      return reader.event === 'local' && (origin.import === undefined || origin.import === reader.import);
  }
}

/**
 * Whether a record is young enough for a new plan. Not asked when judging again: a plan stays valid once it is made.
 */
export function isFresh({ origin }: { readonly origin: Pick<Origin, 'at'> }, age: Age): boolean {
  // A record from the far future would never age.
  return Math.abs(age.now - origin.at) <= age.maxAgeMs;
}
