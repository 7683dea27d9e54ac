import { expect, test } from '@jest/globals';
import { systemClock } from './system-clock.ts';

test('a sleep ends at its time, or at once when it is no longer wanted', async () => {
  const clock = systemClock();
  const begun = clock.now();
  await clock.sleep(50, new AbortController().signal);
  expect(clock.now() - begun).toBeGreaterThanOrEqual(45);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  // Else this test never ends.
  await clock.sleep(2 ** 31 - 1, controller.signal);
  await clock.sleep(2 ** 31 - 1, controller.signal);
});
