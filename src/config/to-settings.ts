import { hasWildcard } from '../core/specs/file-pattern.ts';
import { wireProviders } from '../core/agents/wire-providers.ts';
import { providers, type ProviderName } from '../core/providers.ts';
import type { Model, ResultsMode, Settings, SpecEntry } from '../core/settings.ts';
import type { Config } from './config-schema.ts';
import { wireOf, withAgent } from './to-agent.ts';
import { durationMs } from './durations.ts';
import { modelId, modelSchema, type ModelConfig } from './model-schema.ts';

/** A validated config file, converted into the types of the rest of the program. */
export function toSettings(config: Config): Settings {
  return {
    specs: config.specs.map(toSpecEntry),
    models: config.models.map(toModel),
    samples: config.samples,
    decide: config.decide,
    gate: { failOn: config.gate['fail-on'], minPortability: config.gate['min-portability'] },
    budget: toBudget(config.budget),
    sandbox: config.sandbox,
    controls: config.controls,
    bisect: config.bisect,
    ...(config.audit === undefined ? {} : { audit: toAudit(config.audit) }),
  };
}

function toAudit({ anchor, shrink }: NonNullable<Config['audit']>): NonNullable<Settings['audit']> {
  return {
    ...(anchor === undefined ? {} : { anchor }),
    ...(shrink === undefined ? {} : { shrinkUsd: shrink.usd }),
  };
}

function toBudget(budget: Config['budget']): Settings['budget'] {
  const usd = toCap(budget.usd ?? 10);
  return {
    usd,
    isUsdChosen: budget.usd !== undefined || budget['usd-per-pr'] !== undefined,
    // A user who removes the cap of a run does so because a price is unknown. The default cap of the pull request is
    // removed with it.
    usdPerPr: toCap(budget['usd-per-pr'] ?? (usd === null ? 'none' : 30)),
    generations: budget.generations,
    tokens: toCap(budget.tokens),
    concurrency: budget.concurrency,
    minutes: budget.minutes,
    why: budget.why,
  };
}

function toCap(cap: number | 'none'): number | null {
  return cap === 'none' ? null : cap;
}

function toSpecEntry(spec: Config['specs'][number]): SpecEntry {
  return {
    name: spec.name ?? null,
    spec: spec.spec.map(plainPath),
    instructions: spec.instructions.map(plainPath),
    writes: spec.writes.map(plainPath),
    tests: spec.tests.map(plainPath),
    context: spec.context.map(plainPath),
    directory: plainPath(spec.directory).replace(/\/+$/, '') || '.',
    setup: spec.setup ?? null,
    setupEnv: spec['setup-env'],
    ...(spec.git ? { git: true } : {}),
    writableDeps: spec['writable-deps'].map(plainPath),
    test: spec.test,
    results: toResultsMode(spec.results),
    timeoutMs: spec.timeout === undefined ? null : durationMs(spec.timeout),
  };
}

// git knows no `./`, so a pattern that starts with it would match nothing.
function plainPath(path: string): string {
  return path.replace(/^(!?)(?:\.\/+)+/, '$1');
}

function toResultsMode(results: string | readonly string[]): ResultsMode {
  const patterns = (typeof results === 'string' ? [results] : results).map(plainPath);
  const [first = 'auto', ...others] = patterns;
  if (others.length > 0) return { kind: 'files', patterns };
  if (first === 'auto' || first === 'exit-code') return { kind: first };
  return hasWildcard(first) ? { kind: 'files', patterns } : { kind: 'file', path: first };
}

function toModel(config: ModelConfig): Model {
  const model = typeof config === 'string' ? longForm(config) : config;
  const provider = model.provider === 'command' ? wireProviders[wireOf(model)] : model.provider;
  const asked = {
    id: modelId(config),
    provider,
    name: model.model,
    baseUrl: model['base-url'] ?? null,
    apiKeyEnv: apiKeyEnvOf(model['api-key-env'], provider),
    effort: model.effort ?? null,
    maxOutputTokens: model['max-output-tokens'],
    idleMs: durationMs(model.idle) ?? 0,
    price: model.price ?? null,
    ...passedOn(model),
  };
  return model.provider === 'command' ? withAgent(asked, model) : asked;
}

// An agent makes its own calls: what is in their bodies is its own, and headers are put on by its proxy.
function passedOn(model: ModelMapping): Pick<Model, 'params' | 'headers'> {
  const { headers } = model;
  const params = model.provider === 'command' ? {} : model.params;
  if (headers === undefined) return { params };
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? { text: value } : value,
  ]);
  return { params, headers: Object.fromEntries(entries) };
}

type ModelMapping = Exclude<ModelConfig, string>;

// Parsed by the schema again, so that a shorthand gets the defaults of the long form.
function longForm(shorthand: string): ModelMapping {
  const slash = shorthand.indexOf('/');
  const model = modelSchema.parse({ provider: shorthand.slice(0, slash), model: shorthand.slice(slash + 1) });
  if (typeof model === 'string') throw new Error(`the shorthand ${shorthand} did not become a mapping`);
  return model;
}

function apiKeyEnvOf(given: string | undefined, provider: ProviderName): string | null {
  if (given === undefined) return providers[provider].keyVariable;
  return given === 'none' ? null : given;
}
