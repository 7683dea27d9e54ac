import { expect, test } from '@jest/globals';
import { systemClock } from './system-clock.ts';

test('a sleep ends at its time, or at once when it is no longer wanted', async () => {
  const clock = systemClock();
  const begun = clock.now();
  await clock.sleep(50, new AbortController().signal);
  expect(clock.now() - begun).toBeGreaterThanOrEqual(45);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  await clock.sleep(60_000, controller.signal);
  await clock.sleep(60_000, controller.signal);
  expect(clock.now() - begun).toBeLessThan(5000);
});
