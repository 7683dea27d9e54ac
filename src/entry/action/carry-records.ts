import { actionsCache } from '../../adapters/actions-cache/actions-cache.ts';
import { pruneRecords } from '../../adapters/records/prune-records.ts';
import { hostTemporaryRoot } from '../../adapters/process/environment.ts';
import { digest } from '../../core/digest.ts';
import type { Settings } from '../../core/settings.ts';
import { maxRecordAgeMs } from '../../core/records/trust.ts';
import type { Log } from '../../ports/log.ts';
import type { ActionOptions } from './action-options.ts';

/** Carries the records folder through the Actions cache. Neither direction ever fails a run. */
export type CarriedRecords = {
  readonly restore: () => Promise<void>;
  /** Drops what is too old, but never what this run used: a re-run must find it again. */
  readonly save: (usedKeys: ReadonlySet<string>) => Promise<void>;
};

/** Connects the records folder of this run with the workflow's cache. */
export function carriedRecords(of: {
  readonly options: ActionOptions;
  readonly settings: Settings;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Absolute path of the program that talks to the cache service. */
  readonly cacheClient: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}): CarriedRecords {
  const { options, settings, directory, environment, log, signal } = of;
  const { run } = options;
  const cache = actionsCache({
    mode: options.cache,
    // The nightly audit and all pull requests share their records of the same specs and models.
    configuration: digest({ specs: settings.specs, models: settings.models }).slice(0, 16),
    run: run ?? 'local',
    attempt: options.attempt,
    log,
    environment,
    client: { node: process.execPath, script: of.cacheClient },
    temporaryRoot: hostTemporaryRoot(),
    signal,
  });
  return {
    restore: () => cache.restore(directory),
    save: async (usedKeys) => {
      if (usedKeys.size === 0) return;
      const keep = (record: {
        readonly key: string;
        readonly origin: { readonly run: string | null };
      }): boolean => usedKeys.has(record.key) || (run !== null && record.origin.run === run);
      await pruneRecords(directory, { now: Date.now(), maxAgeMs: maxRecordAgeMs, keep });
      await cache.save(directory);
    },
  };
}
