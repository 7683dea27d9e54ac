import type { Agent } from './agent.ts';
import type { HeaderValues } from './headers.ts';
import type { ProviderName } from './providers.ts';

/** What turns a prompt into files: a model, or a headless coding agent around one. */
export type Model = {
  /** The name in reports: `provider/model`, or one given by the user. */
  readonly id: string;
  readonly provider: ProviderName;
  /** The vendor's model id. */
  readonly name: string;
  /** The base URL for the vendor's SDK; null = the vendor's own address. */
  readonly baseUrl: string | null;
  /** NAME of the environment variable that holds the API key; null = the server needs none. */
  readonly apiKeyEnv: string | null;
  readonly effort: string | null;
  readonly maxOutputTokens: number;
  /** The call is given up after this long without any data on the stream. */
  readonly idleMs: number;
  /** Passed to the vendor unchanged. */
  readonly params: Readonly<Record<string, unknown>>;
  /** USD per million tokens; null = the user gave none. */
  readonly price: { readonly input: number; readonly output: number } | null;
  /** Missing = the request has only its own headers. */
  readonly headers?: HeaderValues;
  /** The agent that asks the model for us, by the interface of `provider`; missing = we ask it ourselves. */
  readonly agent?: Agent;
};

/** A model that is asked by an agent. */
export type AgentModel = Model & { readonly agent: Agent };

/** What of a model decides its answers: two models that agree in this are asked the same, and their answers shared. */
export type AskedWith = Pick<
  Model,
  'provider' | 'name' | 'baseUrl' | 'effort' | 'maxOutputTokens' | 'params' | 'headers'
> & { readonly agent?: Omit<Agent, 'reads' | 'program'> };

/** The part of a model that decides its answers; of an agent also how it is started, its version and its limits. */
export function askedWith(model: Model): AskedWith {
  const { provider, name, baseUrl, effort, maxOutputTokens, params, headers, agent } = model;
  const plain = { provider, name, baseUrl, effort, maxOutputTokens, params };
  // Stored keys of models without headers stay as they are. A header may say which vendor a gateway asks.
  const asked = headers === undefined ? plain : { ...plain, headers };
  if (agent === undefined) return asked;
  const { name: called, wire, closed, open, limits, version } = agent;
  return { ...asked, agent: { name: called, wire, closed, open, limits, version } };
}

/** Where test results come from. */
export type ResultsMode =
  | { readonly kind: 'auto' }
  | { readonly kind: 'exit-code' }
  /** A file, or a folder with reports. */
  | { readonly kind: 'file'; readonly path: string }
  /** Several of them, and globs. */
  | { readonly kind: 'files'; readonly patterns: readonly string[] };

/** One entry of `specs`: globs that are not yet matched against a commit, with `{name}` not yet replaced. */
export type SpecEntry = {
  /** null = the name of the folder that holds the spec. */
  readonly name: string | null;
  readonly spec: readonly string[];
  readonly instructions: readonly string[];
  /** Globs of what a model may create. */
  readonly writes: readonly string[];
  /** Globs of test files that are not recognized by their name. */
  readonly tests: readonly string[];
  readonly context: readonly string[];
  /** Where setup and test run, relative to the repository; '.' = its root. */
  readonly directory: string;
  readonly setup: string | null;
  readonly setupEnv: readonly string[];
  /** Setup, and setup alone, finds a repository in its tree; missing = it does not. */
  readonly git?: true;
  readonly writableDeps: readonly string[];
  readonly test: string;
  readonly results: ResultsMode;
  /** null = max(60 s, 10 × the repository's own run). */
  readonly timeoutMs: number | null;
};

export type SandboxLevel = 'auto' | 'bubblewrap' | 'docker' | 'none';

/** Which verdicts make the gate fail; each word but `never` includes those before it. */
export type FailOn = 'regressed' | 'unmet' | 'suspected' | 'inconclusive' | 'never';

/** The whole validated configuration of a run. Only config reads YAML and inputs; nothing later reads them again. */
export type Settings = {
  readonly specs: readonly SpecEntry[];
  readonly models: readonly Model[];
  readonly samples: { readonly looks: readonly number[]; readonly base: number; readonly confirm: number };
  readonly decide: {
    readonly alpha: number;
    readonly drop: number;
    readonly beta: number;
    readonly portable: number;
    /** A drop has to be ruled out for each test as well; missing = for the suite, where no test is suspicious. */
    readonly everyTest?: true;
  };
  readonly gate: { readonly failOn: FailOn; readonly minPortability: number };
  readonly budget: {
    readonly usd: number | null;
    /** The user wrote a cap in money. A default cap is dropped if a price is unknown. */
    readonly isUsdChosen: boolean;
    readonly usdPerPr: number | null;
    readonly generations: number;
    readonly tokens: number | null;
    readonly concurrency: number;
    readonly minutes: number;
    /** Share of what the verdicts left of each cap that may be used to find the words behind a regression. */
    readonly why: number;
  };
  /** Whether the words behind a regression are looked for. */
  readonly bisect: 'on-regression' | 'never';
  readonly sandbox: SandboxLevel;
  /** Whether a pass must fail where its tests ask for something else; `off` = nothing is tried. */
  readonly controls: 'auto' | 'off';
  readonly audit?: {
    /** What the nightly audit compares the specs with; missing = each spec's own first nights. */
    readonly anchor?: string;
    /** USD that a night may spend on looking for shorter texts; missing = it does not look. */
    readonly shrinkUsd?: number;
  };
};
