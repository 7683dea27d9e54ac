import type { EarlierVerdict } from '../../ports/forge.ts';
import type { RunRequest } from '../engine/run-request.ts';
import type { Work } from '../specs/find-work.ts';

/** Ask the models and test what they write. */
export type Measure = { readonly kind: 'measure' };

/** Only show what would be asked; `why` is a sentence for the report. */
export type PlanOnly = { readonly kind: 'plan-only'; readonly why: string };

/** How a check gets its verdict; chosen once by whoever starts the check. */
export type Mode =
  | Measure
  | PlanOnly
  /** Judge what is on record: ask no model, run no test. */
  | { readonly kind: 'replay' }
  /** Judge answers that were imported: ask no model, run the tests that are not on record. */
  | { readonly kind: 'imported' }
  /** Repeat the verdict that an earlier run gave on exactly the same input. */
  | { readonly kind: 'repeat'; readonly earlier: EarlierVerdict };

/** One check: the questions of two commits, and how the verdict comes about. */
export type CheckRequest = RunRequest & { readonly work: Work; readonly mode: Mode };

/** The mode of a run that may ask, unless there is a reason not to. */
export function measureUnless(why: string | null): Measure | PlanOnly {
  return why === null ? { kind: 'measure' } : { kind: 'plan-only', why };
}

/** The mode of a dry run. */
export const dryRun: PlanOnly = { kind: 'plan-only', why: 'Dry run: no model was asked.' };

/** The mode of a run after the search for an earlier verdict on exactly the same input. */
export function repeating(mode: Mode, earlier: EarlierVerdict | null): Mode {
  return earlier === null ? mode : { kind: 'repeat', earlier };
}
