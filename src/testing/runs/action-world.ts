import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';
import type { SimulatedRequest } from '../../adapters/simulated/simulated-server.ts';
import type { Asked } from '../../adapters/api-client/wire.ts';
import { GithubDouble } from '../doubles/github-double.ts';
import { careful, halves, halvesConfig, halvesFiles, hasty } from '../builders/halves.ts';
import { startModelDouble, type ModelDouble } from '../doubles/model-double.ts';
import type { ScriptedFault } from '../doubles/model-double/scripted-fault.ts';
import {
  pullRequestEvent,
  pullRequestNumber,
  type PullRequestFixture,
} from '../builders/pull-request-event.ts';
import { runAction, type ActionRequest, type ActionRun } from './run-action.ts';
import {
  temporaryRepository,
  type RepositoryFiles,
  type TemporaryRepository,
} from '../temporary-repository.ts';

/**
 * A repository with a pull request, a GitHub and the vendors, all on loopback. Default for everything: the `halves`
 * project.
 */
export type ActionSituation = {
  /** Files of the base commit, besides the project's and the config. */
  readonly base?: RepositoryFiles;
  /** What the head commit changes, given the address of the models. Default: the spec is reworded. */
  readonly head?: (repository: TemporaryRepository, url: string) => Promise<void>;
  readonly files?: RepositoryFiles;
  /** The config file of the base commit, given the address of the models; null = none. */
  readonly config?: (url: string) => string | null;
  readonly models?: readonly SimulatedModel[];
  readonly faults?: (call: number, request: SimulatedRequest, asked: Asked) => ScriptedFault | null;
  readonly latencyMs?: number;
};

/** What a test may set for one run. */
export type RunOptions = Partial<Omit<ActionRequest, 'action' | 'apiUrl'>> & {
  readonly fixture?: PullRequestFixture;
  /** Whether the job has the vendors' keys. Default: it has. */
  readonly keys?: boolean;
};

/** The situation, ready to be run as often as a test needs. */
export interface ActionWorld extends AsyncDisposable {
  readonly repository: TemporaryRepository;
  readonly github: GithubDouble;
  readonly models: ModelDouble;
  readonly base: string;
  readonly head: string;
  run(options?: RunOptions): Promise<ActionRun>;
  /** The arguments of a run, for tests that start it themselves. */
  request(options?: RunOptions): Promise<ActionRequest>;
  /** result.json of the last run. */
  result(): Promise<unknown>;
}

/** API keys as a job has them; none of them could occur in a report by chance. */
export const vendorKeys = {
  ANTHROPIC_API_KEY: 'sk-ant-e2e-0123456789',
  OPENAI_API_KEY: 'sk-proj-e2e-9876543210',
} as const;

/** Makes the situation real. */
export async function actionWorld(action: string, situation: ActionSituation = {}): Promise<ActionWorld> {
  const stack = new AsyncDisposableStack();
  const github = stack.use(await GithubDouble.start());
  const { latencyMs = 0, faults = () => null } = situation;
  const models = stack.use(
    await startModelDouble(situation.models ?? [careful, hasty], { latencyMs, faults }),
  );
  const repository = stack.use(await temporaryRepository());
  const config = (situation.config ?? halvesConfig)(models.url);
  await repository.write({
    ...(situation.files ?? halvesFiles),
    ...situation.base,
    ...(config === null ? {} : { '.github/spec-portability.yml': config }),
  });
  const base = await repository.commit('base');
  await (situation.head ?? reword)(repository, models.url);
  const head = await repository.commit('head');
  github.push(pullRequestNumber, head);
  const request = async (options: RunOptions = {}): Promise<ActionRequest> => ({
    action,
    workspace: repository.directory,
    apiUrl: github.url,
    event: await pullRequestEvent(options.fixture ?? 'pull-request-opened', { base, head }),
    ...options,
    env: { ...(options.keys === false ? {} : vendorKeys), ...options.env },
  });
  return {
    repository,
    github,
    models,
    base,
    head,
    request,
    run: async (options) => runAction(await request(options)),
    result: async () =>
      JSON.parse(await readFile(join(repository.directory, '.spec-portability/report/result.json'), 'utf8')),
    [Symbol.asyncDispose]: async () => stack.disposeAsync(),
  };
}

/** The edit that `hasty` misreads. */
export async function reword(repository: TemporaryRepository): Promise<void> {
  await repository.write({ 'SPEC.md': halves.reworded });
}
