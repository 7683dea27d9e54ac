import { resolve } from 'node:path';
import { fanOutFolder } from '../../adapters/records/fan-out-folder.ts';
import { UserError } from '../../errors.ts';
import { check, type Checked } from '../../pipeline/check/check.ts';
import type { CheckRequest } from '../../pipeline/engine/run-request.ts';
import type { ActionOptions } from './action-options.ts';
import type { CarriedRecords } from './carry-records.ts';
import { matrixOf, planJob, reportJob, shardJob, type FanOut } from '../wiring/fan-out.ts';
import type { Wired } from '../wiring/wire.ts';

/** The outcome of a job: a summary to publish, or its part of a run that another job publishes. */
export type Done =
  | { readonly kind: 'judged'; readonly checked: Checked }
  | { readonly kind: 'part'; readonly outputs: Readonly<Record<string, string>> };

/** Does what `mode` says. Saves the records if this is the job that saves them. */
export async function runMode(of: {
  readonly ports: Wired;
  readonly request: CheckRequest;
  readonly options: ActionOptions;
  readonly carried: CarriedRecords;
}): Promise<Done> {
  const { ports, request, options, carried } = of;
  const fanOut: FanOut = {
    ports,
    request,
    folder: fanOutFolder(resolve(options.workspace, options.reportDir, 'fan-out')),
    records: resolve(options.workspace, options.records),
  };
  switch (options.mode) {
    case 'plan': {
      const file = await planJob(fanOut, shardsWanted(options.shard));
      return { kind: 'part', outputs: { matrix: matrixOf(file), 'has-work': String(file !== null) } };
    }
    case 'shard': {
      await shardJob(fanOut, options.shard);
      return { kind: 'part', outputs: {} };
    }
    case 'report': {
      let usedKeys = (): ReadonlySet<string> => ports.usedKeys;
      await using _ = { [Symbol.asyncDispose]: () => carried.save(usedKeys()) };
      const reported = await reportJob(fanOut, options.run);
      ({ usedKeys } = reported);
      return { kind: 'judged', checked: reported.checked };
    }
    case 'auto':
    case 'audit':
    case 'check': {
      // Saved however the check ends, and before a red verdict fails the job, so that a re-run replays instead of
      // drawing again.
      await using _ = { [Symbol.asyncDispose]: () => carried.save(ports.usedKeys) };
      return { kind: 'judged', checked: await check(ports, request) };
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
    'With `mode: plan` give the most shards there may be, 1 to 256, or nothing.',
  );
}
