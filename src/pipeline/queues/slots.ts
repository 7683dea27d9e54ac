import PQueue from 'p-queue';
import type { Turn } from '../../ports/sandbox.ts';

/**
 * What may run at the same time: model calls wait for the network, test runs need the cores, so each has its own
 * slots.
 */
export type Slots = {
  /** Of the waiting calls the one with the highest priority goes first. */
  readonly call: <Value>(task: () => Promise<Value>, priority: number) => Promise<Value>;
  /**
   * For a workspace from its creation to its removal: a few more than test runs, so that the next tree is ready in
   * time.
   */
  readonly workspace: Turn;
  readonly test: Turn;
  /** Runs a test while no other test runs. */
  readonly testAlone: Turn;
};

/** At most `calls` model calls and `tests` test runs at once. */
export function openSlots(limits: { readonly calls: number; readonly tests: number }): Slots {
  const calls = new PQueue({ concurrency: limits.calls });
  const tests = new PQueue({ concurrency: limits.tests });
  const workspaces = new PQueue({ concurrency: 2 * limits.tests });
  const alone = new PQueue({ concurrency: 1 });
  return {
    call: (task, priority) => calls.add(task, { priority }),
    workspace: (task) => workspaces.add(task),
    test: (task) => tests.add(task),
    testAlone: (task) =>
      alone.add(async () => {
        tests.pause();
        await tests.onPendingZero();
        try {
          return await task();
        } finally {
          tests.start();
        }
      }),
  };
}
