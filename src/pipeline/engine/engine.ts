import type { Ledger } from '../../core/budget/budget.ts';
import type { GenerationRecord } from '../../core/records/record.ts';
import type { Model, Settings } from '../../core/settings.ts';
import type { Reader } from '../../core/records/trust.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RunObserver } from '../../ports/run-observer.ts';
import type { Log } from '../../ports/log.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Sandbox } from '../../ports/sandbox.ts';
import type { Workspaces } from '../../ports/workspace.ts';
import type { ModelWatch } from './model-watch.ts';
import type { RunProgress } from './run-progress.ts';
import type { BudgetWaiters } from './budget-waiters.ts';
import type { Slots } from './slots.ts';
import type { NotGenerated } from './not-generated.ts';

/** The outside world as a run sees it. */
export type Ports = {
  readonly repository: Repository;
  readonly workspaces: Workspaces;
  /** Chosen and attacked at its first use: a run with nothing to do needs none. Throws SANDBOX_UNAVAILABLE. */
  readonly sandbox: () => Promise<Sandbox>;
  readonly records: RecordStore;
  /** Brings in what earlier runs stored; worth its time only where there is work to do. */
  readonly restoreRecords: () => Promise<void>;
  /** Who reads them: what may be relied on. */
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  /** Who else follows the run: the live comment. */
  readonly observer?: RunObserver;
  readonly clientOf: (model: Model) => ModelClient;
  /** Whether the variable that holds the model's key is set, or it needs none. */
  readonly hasKey: (model: Model) => boolean;
  /** Fellows of an arm's first sample wait until it begins to stream; benchmarks of the engine switch it off. */
  readonly warmStart: boolean;
  /** Test runs that may share this machine. */
  readonly cores: number;
  /** The complete environment of a test command. */
  readonly environmentOf: (workspace: {
    readonly home: string;
    readonly temporary: string;
  }) => Readonly<Record<string, string>>;
  /** Absolute path of the reporter that node:test loads. */
  readonly nodeTestReporter: string;
  /** A text that nobody can guess, new at each call. */
  readonly newKey: () => string;
};

/** One run's machinery: the ports, its limits, and what it has used up so far. */
export type Engine = {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly slots: Slots;
  readonly watch: ModelWatch;
  /** Epoch milliseconds after which nothing new is begun. */
  readonly deadline: number;
  /** Aborts at the deadline: calls in flight are given up, test runs of answers already paid for go on. */
  readonly timeUp: AbortSignal;
  readonly signal: AbortSignal;
  /** What calls may still cost. */
  readonly ledger: Ledger;
  /** What everybody who follows the run is told. */
  readonly progress: RunProgress;
  /** For calls that wait until there is room under a cap. */
  readonly budgetWaiters: BudgetWaiters;
  /** Calls that were begun, by generation key: two questions may need the same sample, and it is paid once. */
  readonly begun: Map<string, Promise<GenerationRecord | NotGenerated>>;
  /** Judge what is on record: ask no model, run no test. */
  readonly replayOnly: boolean;
  /** Fellows of an arm's first sample wait for its first stream event, so that vendor prompt caches hit. */
  readonly warmStart: boolean;
};
