import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.ts';

/** The machine's clock and random numbers. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
      try {
        await sleepFor(ms, undefined, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    random: () => Math.random(),
  };
}

/** UTC day of a moment in epoch milliseconds, as YYYY-MM-DD. */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** UTC time of a moment in epoch milliseconds, as YYYY-MM-DD HH:MM UTC. */
export function utcMinute(at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}
