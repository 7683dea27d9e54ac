import * as z from 'zod';
import { mends } from '../../generation/completion.ts';
import { additionalKinds, comparedIn, kindsOfQuestion, type Asks } from '../../records/asks.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { changeMapSchema, columns } from './change-map-schema.ts';
import { settingsSchema } from './settings-schema.ts';
import { spentSchema } from './spent-schema.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const testTally = z.strictObject({ passed: count, failed: count });
const tally = z.strictObject({ passed: count, failed: count, unmeasured: count });
const sha = z.string();

const verdictSchema = z.strictObject({
  spec: z.string(),
  model: z.string(),
  asks: z.enum(kindsOfQuestion).describe(`what base and head are. ${sidesIn(kindsOfQuestion)}`),
  insteadOf: z.string().optional().describe('in a model switch: the model that base is measured on'),
  verdict: z.enum([
    'regressed',
    'suspected',
    'held',
    'improved',
    'inconclusive',
    'base-too-weak',
    'portable',
    'not-portable',
  ]),
  base: tally.nullable().describe('null where the spec has no base version'),
  head: tally,
  drop: z
    .strictObject({ estimate: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe("Newcombe's 95 % interval of base rate minus head rate; descriptive, never decides"),
  p: share.nullable().describe('Holm-adjusted p-value, the number compared with alpha'),
  excludes: share.nullable().describe('the smallest drop that is ruled out'),
  brokenTests: z.array(z.string()),
  unconfirmed: z
    .boolean()
    .describe('none of brokenTests is significant after correction for the number of tests'),
  withoutResult: z
    .array(z.strictObject({ why: z.string(), base: count, head: count }))
    .optional()
    .describe('why samples of each side failed although no test did: no code, tests that did not end or run'),
  culprit: z.array(
    z.strictObject({
      file: z.string(),
      lines: z.tuple([z.int().min(1), z.int().min(1)]).describe('first and last line on the head side'),
      columns: columns.optional(),
      probability: share.nullable().describe('null until a bisection measured it'),
      text: z
        .string()
        .optional()
        .describe('the changed words as the head has them; where the head has none, those that it removed'),
      removed: z.literal(true).optional().describe('`text` is what the head lacks'),
      alone: testTally
        .nullable()
        .optional()
        .describe('fresh samples of the base with this change alone; null where it was not checked'),
      without: testTally
        .nullable()
        .optional()
        .describe('fresh samples of the head without this change; null where it was not checked'),
    }),
  ),
  search: z
    .strictObject({
      among: z.int().min(1).describe('how many changed parts there are'),
      end: z
        .enum(['found', 'one-part', 'undecided', 'budget', 'unmeasured'])
        .describe(
          'one part has 95 % of the probability; only one changed; too many generations; its share of the budget is spent; no more answers',
        ),
      check: z
        .enum(['this-part', 'needs-another', 'each-suffices', 'unexplained', 'undecided'])
        .nullable()
        .describe('what fresh samples say of the most probable part; null where nothing was checked'),
      generations: z.strictObject({ search: count, check: count }),
    })
    .optional()
    .describe('how the words in `culprit` were found; missing where nothing was searched'),
  why: z
    .string()
    .nullable()
    .describe(
      'reason of an inconclusive verdict, or of a base that is too weak if sampling ended early because no later sample could decide',
    ),
  requirements: z
    .strictObject({
      verdict: z
        .enum(['met', 'unmet', 'undecided'])
        .describe('whether most samples of the head pass all tests that only the head has'),
      p: share.describe('Holm-adjusted p-value of `unmet`, the number that blocking compares with alpha'),
      passed: count.describe('head samples that pass all of them'),
      samples: count,
      tests: z.array(z.strictObject({ test: z.string(), passed: count, failed: count })),
    })
    .nullable()
    .optional()
    .describe('null where no test stands on the head alone; judged on the samples of the comparison'),
  compared: z
    .strictObject({ common: count, new: count, gone: count, moved: count, red: count })
    .nullable()
    .optional()
    .describe(
      'tests on both sides, on head only, on base only; of the common ones those whose id changed, and those that fail on both committed trees',
    ),
  tampered: z
    .strictObject({ base: count, head: count })
    .describe('samples of each side whose code tampered with its tests; they are among the failed ones'),
});

/** The shape of result.json, schema 1. The JSON Schema in schema/ is generated from it. */
export const resultFileSchema = z.strictObject({
  schema: z.literal(1),
  conclusion: z.enum(['success', 'failure', 'neutral']),
  withheld: z
    .string()
    .nullable()
    .describe(
      'why nothing was asked although a spec changed; null where the work was done or there was none',
    ),
  trigger: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('pull-request'),
      number: z.int().min(1),
      base: sha,
      head: sha,
      fromFork: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('merge-group'),
      number: z
        .int()
        .min(1)
        .nullable()
        .describe('the last pull request of the group; null where it is not known'),
      base: sha,
      head: sha,
    }),
    z.strictObject({ kind: z.literal('manual'), base: sha, head: sha }),
    z.strictObject({ kind: z.literal('audit'), head: sha }),
    z
      .strictObject({ kind: z.literal('outcomes'), base: z.string(), head: z.string() })
      .describe('`judge`: base and head are SHA-256 digests of the files that were judged'),
  ]),
  repeats: z
    .strictObject({ title: z.string(), url: z.string() })
    .optional()
    .describe('the check run of the pull request whose conclusion a merge queue repeats'),
  models: z.array(
    z.strictObject({
      id: z.string(),
      label: z
        .string()
        .optional()
        .describe('how reports name it: of an agent with its version; missing if that is its id'),
      servedBy: z.array(z.string()).describe('model ids the vendor said it served'),
      effort: z.string().nullable(),
      simulated: z.boolean(),
      stopped: z.string().nullable().describe('why the model was left for the rest of the run'),
      isMisconfigured: z.boolean().describe('it was left because the vendor refused the configuration'),
      mend: z
        .enum(mends)
        .optional()
        .describe('what has to be mended before it can answer; missing if that is not known'),
    }),
  ),
  changes: z
    .array(z.strictObject({ spec: z.string(), class: z.enum(['same-words', 'words', 'tests']) }))
    .describe(
      'what differs between the two sides of each changed spec: only markup and white space, its words, or the tests as well',
    ),
  alteredJudges: z
    .array(
      z.strictObject({
        specs: z.array(z.string()),
        altered: z.array(z.string()).describe('the files, with the parts of them that judge'),
        by: z.enum(['base', 'head']).describe('whose way the samples of the head were tested in'),
        accepted: z
          .strictObject({ by: z.string(), url: z.string().nullable() })
          .nullable()
          .describe('who accepted it; null where nothing that speaks for the change counts'),
      }),
    )
    .optional()
    .describe('what the change alters of the way its own tests are run, where that makes a difference'),
  verdicts: z.array(verdictSchema),
  matrix: z.array(
    z.strictObject({
      spec: z.string(),
      asks: z.literal(additionalKinds).optional().describe(sidesIn(additionalKinds)),
      test: z.string(),
      on: z.enum(['both', 'head-only', 'base-only']),
      byModel: z.record(
        z.string(),
        z.strictObject({ base: testTally.nullable(), head: testTally.nullable() }),
      ),
    }),
  ),
  maps: z
    .array(changeMapSchema)
    .optional()
    .describe(
      'which tests notice which changed words, for each spec of which texts between base and head were tried',
    ),
  portability: z.array(
    z.strictObject({
      spec: z.string(),
      base: share.nullable(),
      head: share.nullable(),
      portableOn: z.array(z.string()),
    }),
  ),
  tampered: count.describe('generations that tampered with their tests; each is counted as failed'),
  spent: spentSchema,
  settings: settingsSchema,
  notes: z.array(z.string()),
} satisfies Record<keyof SummaryInResult | 'schema', z.ZodType>);

/** What result.json holds of a summary: everything but what other fields of the file say. */
type SummaryInResult = Omit<
  PortabilitySummary,
  // The notes say it.
  | 'belowMinimum'
  | 'brokenByHead'
  | 'red'
  | 'projection'
  // Each verdict says it of itself.
  | 'tamperedIn'
  | 'words'
  // What was planned and not asked is no result.
  | 'planned'
  // It is for the run that looks for this verdict.
  | 'verdictId'
  // In the file it is `withheld`.
  | 'skipReason'
> & { readonly withheld: unknown };

function sidesIn(kinds: readonly Asks[]): string {
  return kinds.map((kind) => `${kind}: ${comparedIn[kind]}`).join('; ');
}

/** The content of result.json. */
export type ResultFile = z.infer<typeof resultFileSchema>;
