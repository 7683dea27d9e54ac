/** Time and chance, handed in so that core and pipeline stay free of both. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Uniform in [0, 1): jitter only, never a decision. */
  random(): number;
}
