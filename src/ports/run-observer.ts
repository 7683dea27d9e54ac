import type { Progress } from '../core/report/live/progress.ts';

/** Follows a run from outside. A failure of an observer must not fail the run. */
export interface RunObserver {
  /**
   * The plan is fixed and no model has been asked. Resolves when the state is visible; the run does not wait for that.
   */
  planned(progress: Progress): Promise<void>;
  /** Called for every cell, so it must be quick. */
  progressed(progress: Progress): void;
}
