import { z } from 'zod';
import {
  capUpTo,
  fraction,
  listOf,
  numberBetween,
  section,
  text,
  wholeNumberBetween,
} from './field-schemas.ts';
import { modelId, modelSchema } from './model-schema.ts';
import { specSchema } from './spec-schema.ts';

const looksError = 'a list of at most 10 whole numbers from 1 to 100, each larger than the one before';
const failOnWords = ['regressed', 'unmet', 'suspected', 'inconclusive', 'never'] as const;
const sandboxWords = ['auto', 'bubblewrap', 'docker', 'none'] as const;
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
    .describe('Samples per arm after which the question is looked at, and stopped when it is clear.'),
  base: wholeNumberBetween(1, 1000)
    .default(20)
    .describe('Samples of the base side that are kept over time and used again.'),
  confirm: wholeNumberBetween(1, 1000)
    .default(5)
    .describe('Fresh samples of the base side that are drawn before a regression blocks.'),
});

const decideSchema = section({
  alpha: fraction.default(0.05).describe('Chance of blocking an edit that did no harm, over the whole run.'),
  drop: fraction.default(0.4).describe('The smallest loss of pass rate that matters.'),
  beta: fraction.default(0.1).describe('Chance of calling `held` what lost that much.'),
  portable: fraction.default(0.8).describe('Pass rate from which a new spec is portable.'),
});

const gateSchema = section({
  'fail-on': z
    .enum(failOnWords, { error: failOnWords.join(', ') })
    .default('regressed')
    .describe(
      'What fails the check: `regressed`, `unmet` (a new test that most samples fail), `suspected`, `inconclusive`, each including those before it; `never` blocks on nothing.',
    ),
  'min-portability': numberBetween(0, 1)
    .default(0)
    .describe('Above 0: a spec that is not portable blocks, and so does one below this portability.'),
});

const budgetSchema = section({
  usd: capUpTo(1_000_000)
    .optional()
    .describe(
      'Most that one run may cost, in USD; `none` = no such cap. Default: 10, where the prices of all models are known.',
    ),
  'usd-per-pr': capUpTo(1_000_000)
    .optional()
    .describe(
      'Most that all runs of one pull request may cost, in USD. Default: 30, where the prices of all models are known and `usd` is not none.',
    ),
  generations: wholeNumberBetween(0, 100_000).default(200).describe('Most model calls of one run.'),
  tokens: capUpTo(10_000_000_000)
    .default(5_000_000)
    .describe('Most input and output tokens of one run; `none` = no such cap.'),
  concurrency: wholeNumberBetween(1, 256)
    .default(8)
    .describe('Model calls at a time; tests run one per core.'),
  minutes: numberBetween(1, 7200).default(45).describe('Time after which nothing new is started.'),
});

const auditSchema = section({
  home: text('the id of a model')
    .optional()
    .describe('Not in this version: the model that the team writes with.'),
  anchor: text('a git ref')
    .optional()
    .describe(
      'A tag, branch or commit that the nightly audit holds each spec against, so that slow erosion shows.',
    ),
  rewrites: listOf(z.enum(rewriteWords, { error: rewriteWords.join(', ') }), 'a list of rewrites')
    .optional()
    .describe('Not in this version: forms in which the same content is tried.'),
}).describe('The nightly audit.');

/** The one definition of the config file. Validation, defaults and the JSON Schema for editors all come from it. */
export const configSchema = section({
  version: z.literal(1, { error: '1' }).describe('Version of this file’s format.'),
  specs: listOf(specSchema, 'a list of specs')
    .min(1, { error: 'at least one spec' })
    .superRefine((specs, context) => {
      for (const index of repeated(specs.map((spec) => spec.name ?? null))) {
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'a name that no other spec has' });
      }
    })
    .describe('What is checked.'),
  models: listOf(modelSchema, 'a list of models')
    .min(1, { error: 'at least one model' })
    .superRefine((models, context) => {
      for (const index of repeated(models.map(modelId))) {
        context.addIssue({ code: 'custom', path: [index], message: 'a model whose id no other model has' });
      }
    })
    .describe('Who writes the code.'),
  samples: samplesSchema.prefault({}).describe('How many generations are drawn.'),
  decide: decideSchema.prefault({}).describe('The error rates of a verdict.'),
  gate: gateSchema.prefault({}).describe('What blocks the merge.'),
  budget: budgetSchema.prefault({}).describe('What a run may cost.'),
  audit: auditSchema.optional(),
  sandbox: z
    .enum(sandboxWords, { error: sandboxWords.join(', ') })
    .default('auto')
    .describe('How the test command is kept from the machine.'),
});

/** The config file with its defaults filled in, still with the file's own keys. */
export type Config = z.output<typeof configSchema>;

function repeated(names: readonly (string | null)[]): readonly number[] {
  return [...names.keys()].filter(
    (index) => names[index] !== null && names.indexOf(names[index] ?? null) < index,
  );
}
