/** Time and randomness are passed in, so that core and pipeline have neither. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Uniform in [0, 1); for jitter only, never for a decision. */
  random(): number;
}
