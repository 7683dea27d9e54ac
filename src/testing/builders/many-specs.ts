import type { SimulatedModel } from '../../adapters/simulated/simulated-model.ts';
import type { ActionSituation } from '../runs/action-world.ts';
import { bothModels, halves, halvesConfig, reader } from './halves.ts';

/** Misreads every third spec that says `sensibly`. */
const selective: SimulatedModel = reader('simulated-hasty', ({ specText }) => {
  const number = Number(/# Halves (\d+)/.exec(specText)?.[1] ?? 0);
  return specText.includes('half up') || number % 3 !== 0;
});

/** A pull request that rewords many specs of one project, each on two models; the test looks for a word in a file. */
export function manySpecs(of: {
  readonly specs: number;
  readonly budget: Readonly<Record<string, unknown>>;
  readonly looks: readonly number[];
  readonly gate?: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens?: number;
  /** USD per million tokens. */
  readonly price?: { readonly input: number; readonly output: number };
}): ActionSituation {
  const names = Array.from({ length: of.specs }, (_, index) => `s${String(index + 1).padStart(2, '0')}`);
  const text = (name: string, body: string): string =>
    body.replace('# Halves', `# Halves ${Number(name.slice(1))}`);
  const texts = (body: string): Readonly<Record<string, string>> =>
    Object.fromEntries(names.map((name) => [`specs/${name}.md`, text(name, body)]));
  return {
    files: { ...texts(halves.spec), 'src/half.mjs': halves.right },
    models: [reader('simulated-careful', () => true), selective],
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).map((model) => ({
          ...model,
          ...(of.price === undefined ? {} : { price: of.price }),
          'max-output-tokens': of.maxOutputTokens ?? 1000,
        })),
        specs: names.map((name) => ({
          name,
          spec: [`specs/${name}.md`],
          writes: ['src/**'],
          test: "grep -q 'n / 2 + 0.5' src/half.mjs",
          results: 'exit-code',
        })),
        rest: { samples: { looks: of.looks }, budget: of.budget, gate: of.gate ?? {} },
      }),
    head: (repository) => repository.write(texts(halves.reworded)),
  };
}
