import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionWorld } from './action-world.ts';
import type { CacheServiceDouble } from '../doubles/cache-service-double.ts';
import { pullRequestScopes } from './cache-runs.ts';
import { pullRequestNumber } from '../builders/pull-request-event.ts';
import { runAction, type ActionRequest, type ActionRun } from './run-action.ts';

/** Where a job puts what it passes on, below its workspace. */
export const fanOutPath = '.spec-portability/report/fan-out';

/**
 * Plays the runner for the jobs of a fanned-out run: each has its own checkout, and only artifacts pass between them.
 */
export class FanOutJobs implements AsyncDisposable {
  /** Artifacts by name: folders. */
  readonly artifacts = new Map<string, string>();
  readonly #world: ActionWorld;
  readonly #service: CacheServiceDouble;
  readonly #top: string;
  readonly #run: string;
  readonly #event: ActionRequest['event'] | null;
  #jobs = 0;

  private constructor(of: {
    readonly world: ActionWorld;
    readonly service: CacheServiceDouble;
    readonly top: string;
    readonly run: string;
    readonly event: ActionRequest['event'] | null;
  }) {
    this.#world = of.world;
    this.#service = of.service;
    this.#top = of.top;
    this.#run = of.run;
    this.#event = of.event;
  }

  /** Jobs of one workflow run, by default for the pull request's event. */
  static async start(
    world: ActionWorld,
    service: CacheServiceDouble,
    event: ActionRequest['event'] | null = null,
  ): Promise<FanOutJobs> {
    const top = await mkdtemp(join(tmpdir(), 'fan-out-'));
    return new FanOutJobs({ world, service, top, run: '77', event });
  }

  /** Jobs of the same run with copies of what these uploaded, which a test may damage, and with another cache. */
  async copied(service: CacheServiceDouble): Promise<FanOutJobs> {
    const top = await mkdtemp(join(tmpdir(), 'fan-out-'));
    const copy = new FanOutJobs({ world: this.#world, service, top, run: this.#run, event: this.#event });
    for (const [name, folder] of this.artifacts) {
      const place = join(top, 'artifacts', name);
      await cp(folder, place, { recursive: true });
      copy.artifacts.set(name, place);
    }
    return copy;
  }

  /** A fresh checkout, as a runner makes it. */
  async checkout(): Promise<string> {
    this.#jobs += 1;
    const workspace = join(this.#top, `job-${this.#jobs}`);
    await this.#world.repository.git('clone', '--quiet', '--no-hardlinks', '.', workspace);
    return workspace;
  }

  /** Runs the action as one job; with `uploads`, the files it left there become its artifact. */
  async job(of: {
    readonly workspace: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly keys?: boolean;
    readonly mayWriteCache?: boolean;
  }): Promise<ActionRun> {
    const request = await this.#world.request({
      ...(of.keys === undefined ? {} : { keys: of.keys }),
      ...(this.#event === null ? {} : { event: this.#event }),
      inputs: { cache: 'auto', ...of.inputs },
    });
    return runAction({
      ...request,
      workspace: of.workspace,
      env: {
        ...request.env,
        ...this.#service.environment(pullRequestScopes(pullRequestNumber), {
          write: of.mayWriteCache ?? false,
        }),
        GITHUB_REF: `refs/pull/${pullRequestNumber}/merge`,
        GITHUB_RUN_ID: this.#run,
      },
    });
  }

  /** Runs the job `plan` and uploads its plan; also returns the ids of the matrix. */
  async plan(most = ''): Promise<ActionRun & { readonly ids: readonly string[] }> {
    const workspace = await this.checkout();
    const run = await this.job({ workspace, inputs: { mode: 'plan', shard: most } });
    await this.upload('spec-portability-plan', join(workspace, fanOutPath));
    const matrix: { readonly shard: readonly string[] } = JSON.parse(run.outputs['matrix'] ?? '{"shard":[]}');
    return { ...run, ids: matrix.shard };
  }

  /** One job of the matrix. */
  async shard(id: string): Promise<ActionRun & { readonly workspace: string }> {
    const workspace = await this.checkout();
    await this.download(workspace, ['spec-portability-plan']);
    const run = await this.job({ workspace, inputs: { mode: 'shard', shard: id } });
    await this.upload(`spec-portability-shard-${id}`, join(workspace, fanOutPath), `shard-${id}`);
    return { ...run, workspace };
  }

  /** Jobs of the matrix, a few at a time. */
  async shards(ids: readonly string[]): Promise<readonly ActionRun[]> {
    const runs: ActionRun[] = [];
    for (let at = 0; at < ids.length; at += 3)
      runs.push(...(await Promise.all(ids.slice(at, at + 3).map((id) => this.shard(id)))));
    return runs;
  }

  /** The last job; it has no keys. */
  async report(): Promise<ActionRun & { readonly workspace: string; readonly result: unknown }> {
    const workspace = await this.checkout();
    await this.download(workspace, ['spec-portability-plan']);
    await this.download(
      workspace,
      [...this.artifacts.keys()].filter((name) => name.startsWith('spec-portability-shard-')),
    );
    const run = await this.job({ workspace, inputs: { mode: 'report' }, mayWriteCache: true });
    const path = join(workspace, '.spec-portability/report/result.json');
    const text = await readFile(path, 'utf8').catch(() => 'null');
    return { ...run, workspace, result: JSON.parse(text) };
  }

  /** Like actions/upload-artifact: the content of the folder, or only one entry of it; nothing if there is nothing. */
  async upload(name: string, folder: string, only?: string): Promise<void> {
    const from = only === undefined ? folder : join(folder, only);
    if ((await readdir(from).catch(() => [])).length === 0) return;
    const place = join(this.#top, 'artifacts', name);
    await rm(place, { recursive: true, force: true });
    await cp(from, only === undefined ? place : join(place, only), { recursive: true });
    this.artifacts.set(name, place);
  }

  /** Like actions/download-artifact: one artifact directly into the folder, several into folders of their names. */
  async download(workspace: string, names: readonly string[]): Promise<void> {
    const into = join(workspace, fanOutPath);
    await mkdir(into, { recursive: true });
    for (const name of names) {
      const from = this.artifacts.get(name);
      if (from !== undefined)
        await cp(from, names.length === 1 ? into : join(into, name), { recursive: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#top, { recursive: true, force: true });
  }
}
