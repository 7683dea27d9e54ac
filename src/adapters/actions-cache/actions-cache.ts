import { dirname, join, relative } from 'node:path';
import { copyFile, lstat, mkdir, readdir, mkdtemp, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { redact } from '../../core/generation/redact.ts';
import { logText } from '../../core/report/words/escape.ts';
import type { Log } from '../../ports/log.ts';
import { runClient, type CacheClient, type ClientEnd } from './client-process.ts';
import { archivedFolder, type Transfer } from './transfer.ts';
import { readRecordPath } from '../../core/records/record-path.ts';

/**
 * Carries records from one workflow run to the next. Neither function ever fails a run; together they warn at most
 * once.
 */
export type ActionsCache = {
  /**
   * Adds the newest stored records that this run may read to an open records folder. Files that are already there
   * stay.
   */
  restore(folder: string): Promise<void>;
  /** Stores the records of the folder if one of them was written since `restore`. */
  save(folder: string): Promise<void>;
};

/** What identifies the cache entry, and how the cache service is reached. */
export type CacheOptions = {
  readonly mode: 'auto' | 'off';
  /** Digest of the configuration: only runs with the same digest share records. */
  readonly configuration: string;
  /** GITHUB_RUN_ID */
  readonly run: string;
  /** GITHUB_RUN_ATTEMPT */
  readonly attempt: string;
  readonly log: Log;
  /** The environment of this process. It names the cache service and holds its token. */
  readonly environment: Readonly<Record<string, string>>;
  readonly client: CacheClient;
  /** The runner's folder for temporary files. */
  readonly temporaryRoot: string;
  /** Cancels `restore`. `save` goes on all the same, because the answers are already paid for. */
  readonly signal: AbortSignal;
  /** Limit for each of the two functions. Default: 2 minutes. The SDK alone would go on for up to 15 minutes. */
  readonly timeoutMs?: number;
};

/** The cache of GitHub Actions, used through its own SDK. */
export function actionsCache(options: CacheOptions): ActionsCache {
  const { environment, log } = options;
  const mode = (environment['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase();
  let restored: Snapshot = new Map();
  const warn = oneWarning(options);

  const restore = async (folder: string): Promise<void> => {
    if (mode === 'none' || mode === 'write-only') {
      log.info('No records are restored, because `cache-mode` of the workflow forbids it.');
      return;
    }
    const why = await inPlace(options, async (place) => {
      const end = await runClient({ ...requestOf(options, place), transfer: restoring(options) });
      return adopt(end, join(place, 'stage'), folder);
    });
    if (why !== null)
      warn(
        `Records of earlier runs could not be restored from the Actions cache (${why}), so none of them is used.`,
      );
    restored = await snapshotOf(folder);
  };

  const save = async (folder: string): Promise<void> => {
    const records = await snapshotOf(folder);
    if (![...records].some(([path, print]) => restored.get(path) !== print)) return;
    if (mode === 'none' || mode === 'read') {
      log.info('Records are not saved, because `cache-mode` of the workflow forbids it.');
      return;
    }
    const why = await inPlace(options, async (place) => {
      await copyRecords(records.keys(), folder, join(place, 'stage', archivedFolder));
      const request = { ...requestOf(options, place), signal: new AbortController().signal };
      const end = await runClient({ ...request, transfer: { kind: 'save', key: keyOf(options) } });
      return whyFailed(end);
    });
    if (why === null) restored = records;
    else
      warn(
        `Records could not be saved to the Actions cache (${why}), so a re-run will ask the models again.`,
      );
  };

  if (options.mode === 'off') return { restore: async () => undefined, save: async () => undefined };
  const missing = missingFrom(environment);
  if (missing === null || mode === 'none') return { restore, save };
  const sayMissing = async (): Promise<void> =>
    warn(`There is no Actions cache here (${missing} is not set), so the records of this run are not kept.`);
  return { restore: sayMissing, save: sayMissing };
}

function missingFrom(environment: CacheOptions['environment']): string | null {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  if (!isSet('ACTIONS_RUNTIME_TOKEN')) return 'ACTIONS_RUNTIME_TOKEN';
  return isSet('ACTIONS_RESULTS_URL') || isSet('ACTIONS_CACHE_URL') ? null : 'ACTIONS_RESULTS_URL';
}

function keyOf({ configuration, run, attempt }: CacheOptions): string {
  return `spec-portability-v1-${configuration}-${run}-${attempt}`;
}

// Entries of earlier attempts of this run come first, so that a re-run replays its own records.
function restoring(options: CacheOptions): Transfer {
  const all = `spec-portability-v1-${options.configuration}-`;
  return { kind: 'restore', key: keyOf(options), restoreKeys: [`${all}${options.run}-`, all] };
}

function requestOf(options: CacheOptions, place: string) {
  const { client, environment, signal, timeoutMs = 120_000 } = options;
  return { client, environment, signal, timeoutMs, place };
}

/** Returns why the restore failed; null when it worked or when there was nothing to restore. */
async function adopt(end: ClientEnd, stage: string, folder: string): Promise<string | null> {
  if (end.kind !== 'restored') return whyFailed(end);
  if (end.key === null) return null;
  // Whoever can run a workflow on this ref can write its cache, so one suspicious file makes us refuse the whole
  // archive.
  const whyNot = await whyNotRecords(stage, archivedFolder);
  if (whyNot !== null) return whyNot;
  const from = join(stage, archivedFolder);
  await copyRecords((await snapshotOf(from)).keys(), from, folder);
  return null;
}

function whyFailed(end: ClientEnd): string | null {
  return end.kind === 'failed' || end.kind === 'threw' ? end.reason : null;
}

async function inPlace(
  { temporaryRoot }: CacheOptions,
  work: (place: string) => Promise<string | null>,
): Promise<string | null> {
  // The cache is a convenience. Whatever goes wrong with it (a full disk, no tar) is reported and never fails the
  // run.
  try {
    const place = await mkdtemp(join(temporaryRoot, 'spec-portability-cache-'));
    try {
      for (const name of ['stage', 'temporary']) await mkdir(join(place, name));
      return await work(place);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  } catch (error) {
    return String(error);
  }
}

function oneWarning({ log, environment }: CacheOptions): (line: string) => void {
  const token = environment['ACTIONS_RUNTIME_TOKEN'] ?? '';
  let isSaid = false;
  return (line) => {
    // The query of a signed address gives access to the cache, so it must not stand in the log.
    const safe = logText(redact(line.replaceAll(/\?\S+/g, ''), [token]));
    if (isSaid) log.info(safe);
    else log.warn(safe);
    isSaid = true;
  };
}

/**
 * Record files below a folder: relative path → size and time of change, which tell a rewritten file from an untouched
 * one.
 */
export type Snapshot = ReadonlyMap<string, string>;

const entriesAtMost = 500_000;

/** The record files of a folder; all other files are ignored. */
async function snapshotOf(folder: string): Promise<Snapshot> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (readRecordPath(path) === null) continue;
    const status = await lstat(join(folder, path)).catch(() => null);
    if (status !== null) found.set(path, `${status.size}:${status.mtimeMs}`);
  }
  return found;
}

/**
 * Why the unpacked archive is refused; null when it holds only record files in their folder. Links are not followed.
 */
export async function whyNotRecords(stage: string, folder: string): Promise<string | null> {
  const entries = await readdir(stage, { withFileTypes: true, recursive: true });
  if (entries.length > entriesAtMost) return `the entry holds more than ${entriesAtMost} files`;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || readRecordPath(relative(join(stage, folder), path)) === null)
      return 'the entry holds something that is no record';
    // A second hard link means that the archive linked a file from outside.
    if ((await lstat(path)).nlink !== 1) return 'the entry holds a link';
  }
  return null;
}

/** Copies record files from one folder to another; files that already exist are kept. */
async function copyRecords(paths: Iterable<string>, from: string, to: string): Promise<void> {
  for (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    if ((await lstat(target).catch(() => null)) !== null) continue;
    await copyFile(join(from, path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}
