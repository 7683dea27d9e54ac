import { check } from '../../pipeline/check/check.ts';
import type { CheckRequest } from '../../pipeline/check/check-request.ts';
import type { Wired } from '../wiring/wire.ts';
import type { ActionOptions } from './action-options.ts';
import type { Done } from './done.ts';

/** Does what `mode` says. */
export async function runMode(ports: Wired, request: CheckRequest, options: ActionOptions): Promise<Done> {
  const { mode } = options;
  switch (mode) {
    case 'plan':
    case 'shard':
    case 'report': {
      // Loaded where there are several jobs: most checks are one.
      const { runFanOut } = await import('./run-fan-out.ts');
      return runFanOut(ports, request, { ...options, mode });
    }
    case 'auto':
    case 'audit':
    case 'check':
      return { kind: 'judged', checked: await check(ports, request) };
  }
}
