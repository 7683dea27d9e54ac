import type { Agent } from '../../core/agent.ts';
import type { Ledger } from '../../core/budget/budget.ts';
import type { LostCalls } from '../../core/budget/lost-calls.ts';
import type { TakenAnswer } from '../../core/records/taken-answer.ts';
import type { Model, Settings } from '../../core/settings.ts';
import type { Reader } from '../../core/records/trust.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { AcceptedTests, NotedTestRun } from '../../core/results/test-report.ts';
import type { ReportLimits } from '../../core/results/report-limits.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Sandbox } from '../../ports/sandbox.ts';
import type { Workspaces } from '../../ports/workspace.ts';
import type { ModelWatch } from './model-watch.ts';
import type { AskAgentVersion } from '../specs/agent-versions.ts';
import type { RunProgress } from './run-progress.ts';
import type { BudgetWaiters } from '../queues/budget-waiters.ts';
import type { FirstCalls } from '../queues/first-calls.ts';
import type { Slots } from '../queues/slots.ts';
import type { NotGenerated } from '../../core/results/outcome.ts';

/** The outside world as a run sees it. */
export type Ports = {
  readonly repository: Repository;
  readonly workspaces: Workspaces;
  /** Chosen and attacked at its first use: a run with nothing to do needs none. Throws SANDBOX_UNAVAILABLE. */
  readonly sandbox: () => Promise<Sandbox>;
  readonly records: RecordStore;
  /** Restores what earlier runs stored; only worth its time if there is work to do. */
  readonly restoreRecords: () => Promise<void>;
  /** On whose behalf records are read, which decides which ones may be used. */
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  /** Another observer of the run: the live comment. */
  readonly observer?: RunObserver;
  readonly clientOf: (model: Model) => ModelClient;
  /** Loads what these models are asked with, so that the first call need not wait for it. Never fails. */
  readonly loadClients?: (models: readonly Model[]) => Promise<void>;
  /** Missing = no agent can be asked. */
  readonly agentVersionOf?: AskAgentVersion;
  /** The same of an agent that no model uses; null = its program is not on PATH, and nothing was started. */
  readonly unusedAgentVersion?: (agent: Agent) => Promise<string | null>;
  /** Whether the variable that holds the model's API key is set, or the model needs none. */
  readonly hasKey: (model: Model) => boolean;
  /**
   * The other calls of an arm wait until its first one begins to stream, if the vendor may cache its prompt; the
   * benchmark of prompt caches switches this off.
   */
  readonly warmStart: boolean;
  /** Number of test runs that may share this machine. */
  readonly cores: number;
  /** The complete environment of a test command. */
  readonly environmentOf: (workspace: {
    readonly home: string;
    readonly temporary: string;
  }) => Readonly<Record<string, string>>;
  /** Absolute path of the reporter that node:test loads. */
  readonly nodeTestReporter: string;
  /** Makes a text that nobody can guess; new at each call. */
  readonly newKey: () => string;
};

/** The state of one run: the ports, its limits, and what it has used so far. */
export type Engine = {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly slots: Slots;
  readonly watch: ModelWatch;
  /** Epoch milliseconds after which nothing new is begun. */
  readonly deadline: number;
  /** Aborts at the deadline: running calls are given up, but test runs of answers that are already paid for go on. */
  readonly timeUp: AbortSignal;
  readonly signal: AbortSignal;
  /** What calls may still cost. */
  readonly ledger: Ledger;
  /** Answered calls that are on no record, because they gave no answer. */
  readonly lost: { list: readonly LostCalls[] };
  /** The progress that every observer of the run is told. */
  readonly progress: RunProgress;
  /** For calls that wait until they fit under a cap. */
  readonly budgetWaiters: BudgetWaiters;
  /** Calls that were begun, by generation key: two questions may need the same sample, and it is paid for once. */
  readonly begun: Map<string, Promise<TakenAnswer | NotGenerated>>;
  /** Test runs that are going on, by the key of their record. */
  readonly testing: Map<string, Promise<NotedTestRun>>;
  /** Versions whose test command passes only without the options that ask for a report; known after their own runs. */
  readonly plainCommands: Set<SpecVersion>;
  /** Versions that are tested as another one: the head’s with the judge of the base. Known after their own runs. */
  readonly asOnBase: Map<SpecVersion, SpecVersion>;
  /** Who accepted how the head's tests are run; null = nobody. */
  readonly acceptedTests: AcceptedTests | null;
  /** How large the reports of a version's cells may be; known after its own run. */
  readonly reportLimits: Map<SpecVersion, ReportLimits>;
  /** Judge what is on record: ask no model, run no test. */
  readonly replayOnly: boolean;
  /** Whether what is on no record may be asked for; never in a replay. */
  readonly asksModels: boolean;
  /** For calls that wait until their prompt is in the vendor's cache; null = none waits for that. */
  readonly firstCalls: FirstCalls | null;
};

/** The same run, of which a part can be stopped. */
export function stoppedBy(engine: Engine, stop: AbortSignal): Engine {
  return { ...engine, signal: AbortSignal.any([engine.signal, stop]) };
}
