import * as z from 'zod';
import {
  capUpTo,
  fraction,
  listOf,
  numberBetween,
  section,
  text,
  wholeNumberBetween,
} from './field-schemas.ts';
import type { Settings } from '../core/settings.ts';
import { modelId, modelSchema, type ModelConfig } from './model-schema.ts';
import { specSchema } from './spec-schema.ts';

const looksError = 'a list of at most 10 whole numbers from 1 to 100, each larger than the one before';
const failOnWords = ['regressed', 'unmet', 'suspected', 'inconclusive', 'never'] as const;
const sandboxWords = ['auto', 'bubblewrap', 'docker', 'none'] as const;
const controlsWords = ['auto', 'off'] as const;
const bisectWords = ['on-regression', 'never'] as const;
const rewriteWords = ['reordered', 'reflowed', 'xml-tags', 'bullets'] as const;

const samplesSchema = section({
  looks: z
    .array(wholeNumberBetween(1, 100), { error: looksError })
    .min(1, { error: looksError })
    .max(10, { error: looksError })
    .refine((looks) => looks.every((look, index) => index === 0 || look > (looks[index - 1] ?? 0)), {
      error: looksError,
    })
    .default([3, 5, 8, 12])
    .describe(
      'Numbers of samples per arm at which a question is judged; sampling stops at the first clear answer.',
    ),
  base: wholeNumberBetween(1, 1000)
    .default(20)
    .describe('How many stored samples of the base are used again.'),
  confirm: wholeNumberBetween(1, 1000)
    .default(5)
    .describe('How many fresh samples of the base must confirm a regression before it blocks.'),
});

const decideSchema = section({
  alpha: fraction.default(0.05).describe('Largest chance that a run blocks although no edit did any harm.'),
  drop: fraction
    .default(0.4)
    .describe('The smallest drop of the pass rate that matters: 0.4 is 40 percentage points.'),
  beta: fraction.default(0.1).describe('Largest chance that a spec with such a drop is called `held`.'),
  portable: fraction.default(0.8).describe('Pass rate that a new spec needs to be called `portable`.'),
});

const gateSchema = section({
  'fail-on': z
    .enum(failOnWords, { error: failOnWords.join(', ') })
    .default('regressed')
    .describe(
      'What fails the check: `regressed`, `unmet` (a new test that most samples fail), `suspected` or `inconclusive`, each including those before it; `never` blocks nothing.',
    ),
  'min-portability': numberBetween(0, 1)
    .default(0)
    .describe('If above 0, a spec that is `not-portable` or whose portability is below this number blocks.'),
});

const budgetSchema = section({
  usd: capUpTo(1_000_000)
    .optional()
    .describe(
      'The most that one run may cost, in USD; `none` = no limit. Default: 10 if the prices of all models are known.',
    ),
  'usd-per-pr': capUpTo(1_000_000)
    .optional()
    .describe(
      'The most that all runs of one pull request may cost, in USD; `none` = no limit. Default: 30 if the prices of all models are known and `usd` is not `none`.',
    ),
  generations: wholeNumberBetween(0, 100_000)
    .default(200)
    .describe('The most model calls that one run may make.'),
  tokens: capUpTo(10_000_000_000)
    .default(5_000_000)
    .describe('The most input and output tokens of one run together; `none` = no limit.'),
  concurrency: wholeNumberBetween(1, 256)
    .default(8)
    .describe('How many model calls run at the same time. Tests run one per core.'),
  minutes: numberBetween(1, 7200)
    .default(45)
    .describe('Minutes after which no new model call or test run is started.'),
  why: numberBetween(0, 1)
    .default(0.3)
    .describe(
      'Share of what the verdicts leave of `usd`, `usd-per-pr`, `generations` and `tokens` that may be used to find the words behind a regression.',
    ),
});

const shrinkSchema = section({
  usd: numberBetween(0, 1_000_000).describe(
    'The most that a night may spend on it, in USD, besides what the audit itself spends; all texts share it.',
  ),
}).describe(
  'Each night goes on looking for parts of the specs, and of their instructions, that no model misses.',
);

const auditSchema = section({
  home: text('the id of a model')
    .optional()
    .describe('Not in this version: the model that the team itself uses.'),
  anchor: text('a git ref')
    .optional()
    .describe(
      'Tag, branch or commit with which the nightly audit compares each spec, so that slow changes are found.',
    ),
  rewrites: listOf(z.enum(rewriteWords, { error: rewriteWords.join(', ') }), 'a list of rewrites')
    .optional()
    .describe('Not in this version: other forms of the same text that are also tried.'),
  shrink: shrinkSchema.optional(),
}).describe('The nightly audit.');

/** The one definition of the config file. Validation, defaults and the JSON Schema for editors all come from it. */
export const configSchema = section({
  version: z.literal(1, { error: '1' }).describe('Version of the format of this file.'),
  specs: listOf(specSchema, 'a list of specs')
    .min(1, { error: 'at least one spec' })
    .superRefine((specs, context) => {
      for (const index of repeated(specs.map((spec) => spec.name ?? null))) {
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'a name that no other spec has' });
      }
    })
    .describe('The specs that are checked.'),
  models: listOf(modelSchema, 'a list of models')
    .min(1, { error: 'at least one model' })
    .superRefine((models, context) => {
      for (const index of repeated(models.map(modelId))) {
        const path = [index, ...idKeys(models[index] ?? '')];
        context.addIssue({ code: 'custom', path, message: 'a name that no other model has; set an `id`' });
      }
    })
    .describe('The models that write the code.'),
  samples: samplesSchema.prefault({}).describe('How many samples are taken.'),
  decide: decideSchema
    .prefault({})
    .describe('How large a drop matters, and how often a verdict may be wrong.'),
  gate: gateSchema.prefault({}).describe('What blocks the merge.'),
  budget: budgetSchema.prefault({}).describe('Limits on what a run may cost.'),
  bisect: z
    .enum(bisectWords, { error: bisectWords.join(', ') })
    .default('on-regression')
    .describe(
      'Whether the changed words behind a regression are looked for: `on-regression` = after each verdict `regressed`, with at most 32 more generations within `budget.why`; `never` = no generation is spent on it.',
    ),
  audit: auditSchema.optional(),
  controls: z
    .enum(controlsWords, { error: controlsWords.join(', ') })
    .default('auto')
    .describe(
      'Whether a pass is proved by a second run with changed tests, which must fail: `auto` = wherever a change of the tests is noticed; `off` = never, and every report says so.',
    ),
  sandbox: z
    .enum(sandboxWords, { error: sandboxWords.join(', ') })
    .default('auto')
    .describe(
      'The sandbox in which setup and tests run: `auto` = bubblewrap, otherwise docker, otherwise an error; `none` = no sandbox.',
    ),
} satisfies Readonly<Record<keyof Settings | 'version', z.ZodType>>);

/** The config file with its defaults filled in, still with the file's own keys. */
export type Config = z.output<typeof configSchema>;

// Where a model's name was written.
function idKeys(model: ModelConfig): readonly string[] {
  if (typeof model === 'string') return [];
  return model.id === undefined ? ['model'] : ['id'];
}

function repeated(names: readonly (string | null)[]): readonly number[] {
  return [...names.keys()].filter(
    (index) => names[index] !== null && names.indexOf(names[index] ?? null) < index,
  );
}
