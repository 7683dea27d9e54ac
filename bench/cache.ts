// What the input of five samples of a long spec costs with the vendors' prompt caches, in prices of one uncached prompt. The
// models are simulated, and so are their caches: they keep the vendors' published rules. The rates are the vendors' own.
import { allWires, providerAdapters } from '../src/adapters/providers.ts';
import { startSimulatedModels } from '../src/adapters/simulated/simulated-server.ts';
import { priceOf } from '../src/core/budget/price.ts';
import type { ProviderName } from '../src/core/providers.ts';
import { aModel } from '../src/testing/builders/a-question.ts';
import { temporaryRepository } from '../src/testing/temporary-repository.ts';
import { checkCommits } from './check-commits.ts';
import { startOutcome } from './outcome.ts';
import type { MeasuredFigure } from './outcome.ts';

const specTokens = 20_000;
const minute = 60_000;
const listed = [
  { provider: 'anthropic', name: 'claude-opus-5-5' },
  { provider: 'anthropic', name: 'claude-sonnet-5' },
  { provider: 'openai', name: 'gpt-6-sol' },
  { provider: 'openai', name: 'gpt-5.6-sol' },
] as const;

type Rates = { readonly write: number; readonly read: number };

/** The published rates of a listed model, with its price of uncached input as 1. */
function ratesOf(of: (typeof listed)[number]): Rates {
  const price = priceOf(aModel({ ...of, baseUrl: null }));
  if (price === null) throw new Error(`${of.name} is not in the price table`);
  const { inputPerMillion: input, cacheWritePerMillion: write, cachedInputPerMillion: read } = price;
  return { write: (write ?? input) / input, read: (read ?? input) / input };
}

type Tokens = { readonly fresh: number; readonly written: number; readonly read: number };

/** Parts of the input of five samples an arm, in prompts of one arm, when this long passes after the third sample. */
async function measure(of: {
  readonly provider: ProviderName;
  readonly passingMs: number;
  readonly warmStart: boolean;
}): Promise<Tokens> {
  const spec = 'Say it so that all can read it. '.repeat(specTokens / 8);
  await using source = await temporaryRepository({ 'SPEC.md': `${spec}\n` });
  const base = await source.commit('base');
  await source.write({ 'SPEC.md': `${spec}!\n` });
  const head = await source.commit('head');
  let passedMs = 0;
  const model = { name: 'simulated-writer', write: written };
  const wires = await allWires();
  const now = (): number => Date.now() + passedMs;
  await using server = await startSimulatedModels([model], { wires, latencyMs: 100, now });
  const { basePath } = await providerAdapters[of.provider].wire();
  const parts: Tokens[] = [];
  const looks = of.passingMs > 0 ? [3, 5] : [5];
  for (const look of looks) {
    const config = configFor({ provider: of.provider, baseUrl: `${server.url}${basePath}`, look });
    const { warmStart } = of;
    const commits = { base, head };
    const { summary } = await checkCommits({ directory: source.directory, commits, config, warmStart });
    const { inputTokens, cacheReadTokens: read, cacheWriteTokens: cached } = summary.spent;
    parts.push({ fresh: inputTokens - read - cached, written: cached, read });
    passedMs += of.passingMs;
  }
  // Two arms, five samples each.
  const prompt = parts.reduce((sum, { fresh, written: wrote, read }) => sum + fresh + wrote + read, 0) / 10;
  const inPrompts = (part: keyof Tokens): number =>
    parts.reduce((sum, each) => sum + each[part], 0) / prompt / 2;
  return { fresh: inPrompts('fresh'), written: inPrompts('written'), read: inPrompts('read') };
}

function written({ sample }: { readonly sample: number }) {
  return [{ path: 'src/answer.txt', content: `${sample}\n` }];
}

function configFor(of: {
  readonly provider: ProviderName;
  readonly baseUrl: string;
  readonly look: number;
}): string {
  return `version: 1
specs: [{ name: answer, spec: [SPEC.md], writes: ["src/**"], test: "test -e src/answer.txt", results: exit-code }]
models: [{ id: m, provider: ${of.provider}, model: simulated-writer, base-url: "${of.baseUrl}", api-key-env: none }]
samples: { looks: [${of.look}] }
budget: { concurrency: 16 }
gate: { fail-on: never }
sandbox: none
`;
}

function costOf({ fresh, written: wrote, read }: Tokens, rates: Rates): number {
  return fresh + wrote * rates.write + read * rates.read;
}

console.log(
  `Five samples of a spec of ${specTokens.toLocaleString('en-US')} tokens, simulated models and caches.`,
);
console.log('Unit: the price of one prompt without a cache. Without any cache: 5.00\n');
const outcome = startOutcome({ name: 'cache', command: 'npm run bench:cache' });
for (const provider of ['anthropic', 'openai'] as const) {
  const lifetimeMs = (await providerAdapters[provider].wire()).cache?.lifetimeMs ?? 0;
  const [within, after] = [lifetimeMs - minute, lifetimeMs + minute];
  const measured = {
    firstGoesFirst: await measure({ provider, passingMs: 0, warmStart: true }),
    allAtOnce: await measure({ provider, passingMs: 0, warmStart: false }),
    hit: await measure({ provider, passingMs: within, warmStart: true }),
    miss: await measure({ provider, passingMs: after, warmStart: true }),
  };
  for (const model of listed.filter((each) => each.provider === provider)) {
    const rates = ratesOf(model);
    const figure = (
      what: string,
      tokens: Tokens,
      bound: { readonly atMost?: number } = {},
    ): MeasuredFigure => ({
      ...{
        subject: `${model.name}, writes at ${rates.write.toFixed(2)}, reads at ${rates.read.toFixed(2)}`,
        what,
      },
      ...{ figure: costOf(tokens, rates), unit: 'prompts', ...bound },
    });
    const bound = { atMost: rates.write + 4 * rates.read + 0.01 };
    outcome.add(
      figure('the first sample goes first', measured.firstGoesFirst, bound),
      figure(`tests of ${within / minute} min after three samples`, measured.hit, bound),
      figure(`tests of ${after / minute} min, longer than the cache lives`, measured.miss),
      figure('all at once, for comparison', measured.allAtOnce),
    );
  }
}
outcome.end();
