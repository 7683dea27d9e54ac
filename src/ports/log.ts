import type { Progress } from '../core/report/live/progress.ts';

/** What a person may follow while the run is going. Lines are one line each and already safe to print. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** Told of every cell. The value is a view: it goes on changing. */
  progress(state: Progress): void;
}
