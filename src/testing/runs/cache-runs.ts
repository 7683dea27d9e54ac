import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  actionsCache,
  type ActionsCache,
  type CacheOptions,
} from '../../adapters/actions-cache/actions-cache.ts';
import type { CacheClient } from '../../adapters/actions-cache/client-process.ts';
import { digest } from '../../core/digest.ts';
import { recordPath } from '../../core/records/record-path.ts';
import type { Log } from '../../ports/log.ts';
import type { CacheServiceDouble } from '../doubles/cache-service-double.ts';

/**
 * Bundles the cache client of the sources into a folder, as it is shipped: its packages as sources take three times as
 * long to load, and a suite starts it dozens of times, for which it is also compiled once only.
 */
export async function makeCacheClient(folder: string): Promise<CacheClient> {
  const script = join(folder, 'cache-client.mjs');
  await writeFile(
    script,
    `import { enableCompileCache } from 'node:module';
    enableCompileCache(${JSON.stringify(join(folder, 'compiled'))});
    await import('./bundled.mjs');`,
  );
  await promisify(execFile)('node_modules/.bin/esbuild', [
    fileURLToPath(new URL('../../entry/cache-client.ts', import.meta.url)),
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    '--main-fields=module,main',
    '--log-level=warning',
    `--banner:js=import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);`,
    `--outfile=${join(folder, 'bundled.mjs')}`,
  ]);
  return { node: process.execPath, script };
}

/** Scopes that a run may read; it writes to the first one. */
export const mainScopes = ['refs/heads/main'];
export const pullRequestScopes = (number: number): readonly string[] => [
  `refs/pull/${number}/merge`,
  ...mainScopes,
];

/** Runs that share one folder for all temporary files. */
export class CacheRuns {
  readonly #top: string;
  readonly #client: CacheClient;

  constructor(top: string, client: CacheClient) {
    this.#top = top;
    this.#client = client;
  }

  /** One run's cache, and the lines it logged. */
  cache(of: Partial<CacheOptions> & Pick<CacheOptions, 'environment'>): {
    readonly cache: ActionsCache;
    readonly warnings: readonly string[];
    readonly notes: readonly string[];
  } {
    const warnings: string[] = [];
    const notes: string[] = [];
    const log: Log = {
      info: (line) => notes.push(line),
      warn: (line) => warnings.push(line),
      progress: () => undefined,
    };
    const cache = actionsCache({
      mode: 'auto',
      configuration: 'c0ffee',
      run: '1',
      attempt: '1',
      log,
      client: this.#client,
      temporaryRoot: this.#top,
      signal: new AbortController().signal,
      ...of,
      environment: { PATH: process.env['PATH'] ?? '', HOME: this.#top, ...of.environment },
    });
    return { cache, warnings, notes };
  }

  /** A records folder with these records; the content of each is its name. */
  async folder(...names: readonly string[]): Promise<string> {
    const folder = await mkdtemp(join(this.#top, 'records-'));
    for (const name of names) await putRecord(folder, name);
    return folder;
  }

  /** Saves a folder with these records as a run with these scopes would. Returns its warnings. */
  async save(
    service: CacheServiceDouble,
    of: { readonly scopes: readonly string[]; readonly run: string },
    ...names: readonly string[]
  ): Promise<readonly string[]> {
    const { cache, warnings } = this.cache({ ...of, environment: service.environment(of.scopes) });
    await cache.save(await this.folder(...names));
    return warnings;
  }

  /** Names of the records that a run with these scopes restores. */
  async restore(
    service: CacheServiceDouble,
    of: Partial<CacheOptions> & { readonly scopes: readonly string[] },
  ): Promise<readonly string[]> {
    const folder = await this.folder();
    const { cache, warnings } = this.cache({ ...of, environment: service.environment(of.scopes) });
    await cache.restore(folder);
    return [...(await recordsIn(folder)), ...warnings];
  }
}

/** Path of the record with this name in a folder. */
export const recordFile = (name: string): string => recordPath({ kind: 'generation', key: digest(name) });

/** Writes a record of this name. */
export async function putRecord(folder: string, name: string): Promise<void> {
  const path = join(folder, recordFile(name));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, name);
}

/** Names of the records in a folder. */
export async function recordsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return texts.toSorted();
}
