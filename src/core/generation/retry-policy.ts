import type { Fault } from './completion.ts';

/** What to do after a call gave no completion. */
export type NextStep =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unmeasured'; readonly why: 'provider-error' | 'quota' | 'budget' };

/** The longest wait that is allowed without checking whether it fits into the time left. */
const longestWaitMs = 60_000;

/** The one retry rule: only a fault that may pass by itself is retried, and no wait is longer than the time left. */
export function nextStep(options: {
  readonly fault: Fault;
  /** Calls made so far, including this one. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Milliseconds until the deadline of the run. */
  readonly timeLeftMs: number;
  /** Uniform in [0, 1). */
  readonly random: number;
}): NextStep {
  // Nothing has to pass before the next attempt.
  if (options.fault.again === 'alone') return afterTransient({ ...options, retryAfterMs: 0 });
  switch (options.fault.kind) {
    case 'config':
      return { kind: 'stopped' };
    case 'too-long':
      return { kind: 'too-long' };
    case 'quota':
      return { kind: 'unmeasured', why: 'quota' };
    case 'transient':
    case 'no-answer':
      return afterTransient({ ...options, retryAfterMs: options.fault.retryAfterMs });
  }
}

function afterTransient(options: {
  readonly retryAfterMs: number | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly timeLeftMs: number;
  readonly random: number;
}): NextStep {
  const ms = options.retryAfterMs ?? backoffMs(options.attempts, options.random);
  const fits = ms < options.timeLeftMs;
  if (ms > longestWaitMs && !fits) return { kind: 'unmeasured', why: 'quota' };
  if (options.attempts >= options.maxAttempts) return { kind: 'unmeasured', why: 'provider-error' };
  return fits ? { kind: 'wait', ms } : { kind: 'unmeasured', why: 'budget' };
}

// 0.5 s, 1 s, 2 s, … at most 60 s, shortened by up to half so that parallel calls do not return at the same time.
function backoffMs(attempts: number, random: number): number {
  return Math.min(longestWaitMs, 500 * 2 ** (attempts - 1)) * (1 - random / 2);
}
