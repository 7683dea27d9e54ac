import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something that happens outside this process, for as long as it takes: jest ends a test that never ends. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}
