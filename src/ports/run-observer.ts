import type { Progress } from '../core/report/live/progress.ts';

/** Somebody who follows a run from outside. Nothing that happens to a follower may fail the run. */
export interface RunObserver {
  /** The plan is fixed and no model was asked; resolves once that could be seen, or is not worth waiting for. */
  planned(progress: Progress): Promise<void>;
  /** Told of every cell, so it has to be quick. */
  progressed(progress: Progress): void;
}
