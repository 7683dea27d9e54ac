import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { actionWorld, type ActionSituation, type ActionWorld } from '../runs/action-world.ts';
import { careful, reader } from './halves.ts';
import type { ActionRun } from '../runs/run-action.ts';

/** A repository with a remote, and a model that can be broken. The nights follow each other on a simulated clock. */
export class Nights implements AsyncDisposable {
  readonly world: ActionWorld;
  readonly #top: string;
  readonly #model: { isBroken: boolean };
  #night = 0;

  constructor(world: ActionWorld, top: string, model: { isBroken: boolean }) {
    this.world = world;
    this.#top = top;
    this.#model = model;
  }

  static async start(action: string, situation: ActionSituation = {}): Promise<Nights> {
    const model = { isBroken: false };
    const moody = reader('simulated-hasty', () => !model.isBroken);
    const world = await actionWorld(action, { models: [careful, moody], ...situation });
    const top = await mkdtemp(join(tmpdir(), 'nights-'));
    await git('init', '--quiet', '--bare', join(top, 'origin.git'));
    await world.repository.git('remote', 'add', 'origin', join(top, 'origin.git'));
    return new Nights(world, top, model);
  }

  async next(of: { readonly isBroken?: boolean; readonly branch?: string } = {}): Promise<ActionRun> {
    this.#night += 1;
    return this.again(of);
  }

  /** The job of the same night, run again. */
  async again(of: { readonly isBroken?: boolean; readonly branch?: string } = {}): Promise<ActionRun> {
    this.#model.isBroken = of.isBroken ?? false;
    return this.world.run({
      event: { name: 'schedule', payload: { schedule: '17 3 * * *' } },
      inputs: { 'history-branch': of.branch ?? 'portability-history' },
      env: {
        GITHUB_SHA: this.world.base,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: `${this.#night}`,
        ...later(this.#night),
      },
    });
  }

  /** Number of model calls that a run makes. */
  async calls(run: () => Promise<ActionRun>): Promise<number> {
    const before = this.world.models.requests.length;
    await run();
    return this.world.models.requests.length - before;
  }

  issues(): readonly string[] {
    return this.world.github.issues().map(({ state, title }) => `${state}: ${title}`);
  }

  async onBranch(path: string): Promise<string> {
    return git('-C', join(this.#top, 'origin.git'), 'show', `portability-history:${path}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]();
    await rm(this.#top, { recursive: true, force: true });
  }
}

const git = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)('git', [...args])).stdout;

/**
 * Shifts the clock of a run by this many nights. The bundle reads the time only from Date.now, so nights can pass in
 * seconds.
 */
export function later(nights: number): Readonly<Record<string, string>> {
  const ahead = nights * 24 * 60 * 60 * 1000;
  const script = `const now=Date.now;Date.now=()=>now()+${ahead};`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}
