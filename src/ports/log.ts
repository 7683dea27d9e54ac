import type { Progress } from '../core/report/live/progress.ts';

/** Lines that a person may follow while the run goes on. Each is a single line and already safe to print. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** Called for every cell. The value is a live view: it keeps changing. */
  progress(state: Progress): void;
}
