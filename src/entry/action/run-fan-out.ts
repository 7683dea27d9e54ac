import { resolve } from 'node:path';
import { keepHeapSmall } from '../../adapters/process/keep-heap-small.ts';
import { fanOutFolder } from '../../adapters/records/fan-out-folder.ts';
import { UserError } from '../../errors.ts';
import type { CheckRequest } from '../../pipeline/check/check-request.ts';
import { matrixOf, planJob } from '../../pipeline/fan-out/plan-job.ts';
import { reportJob } from '../../pipeline/fan-out/report-job.ts';
import { shardJob } from '../../pipeline/fan-out/shard-job.ts';
import type { Wired } from '../wiring/wire.ts';
import type { ActionOptions } from './action-options.ts';
import type { Done } from './done.ts';

/** Does the part of one job of a fanned-out run. */
export async function runFanOut(
  ports: Wired,
  request: CheckRequest,
  options: ActionOptions & { readonly mode: 'plan' | 'shard' | 'report' },
): Promise<Done> {
  const folder = fanOutFolder(resolve(options.workspace, options.reportDir, 'fan-out'), {
    directory: resolve(options.workspace, options.records),
    store: ports.records,
  });
  switch (options.mode) {
    case 'plan': {
      const file = await planJob(ports, request, { folder, wanted: shardsWanted(options.shard) });
      return { kind: 'part', outputs: { matrix: matrixOf(file), 'has-work': String(file !== null) } };
    }
    case 'shard': {
      await shardJob(ports, request, { folder, id: options.shard });
      return { kind: 'part', outputs: {} };
    }
    case 'report': {
      keepHeapSmall();
      return { kind: 'judged', checked: await reportJob(ports, request, { folder, run: options.run }) };
    }
  }
}

function shardsWanted(text: string): number | null {
  if (text === '') return null;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 256) return count;
  throw new UserError(
    'CONFIG_INVALID',
    `input \`shard\` is \`${text.slice(0, 20)}\`.`,
    'With `mode: plan` give the largest number of shards, from 1 to 256, or leave it empty.',
  );
}
