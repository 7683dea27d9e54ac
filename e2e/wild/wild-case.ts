import * as z from 'zod';
import { providerNames } from '../../src/core/providers.ts';

/** Text of a file; a long text is given once with a number of repetitions. */
const text = z.union([
  z.string(),
  z
    .strictObject({ repeat: z.string(), times: z.int() })
    .transform(({ repeat, times }) => repeat.repeat(times)),
]);
/** Paths and their content; null removes a file. */
const files = z.record(z.string(), text.nullable());
const settings = z.record(z.string(), z.unknown());
/** A part of an expected text: plain words, or a pattern between slashes such as `/held|kept/i`. */
const said = z.array(z.string());

/** One way in which a scripted model answers; the first rule that fits a call is used. */
const answer = z.strictObject({
  /** Words that the spec must hold. */
  when: z.string().optional(),
  /** Words that the spec must not hold. */
  unless: z.string().optional(),
  /** Which samples of this very prompt, from 0. */
  samples: z.array(z.int()).optional(),
  /** Which code of the project the model writes. */
  code: z.string().optional(),
  /** Put before the answer; `{CODE}` stands for the whole answer with that code. */
  preface: z.string().optional(),
  /** In which part of the wire format the text travels. */
  sentAs: z
    .enum(['parts', 'parts-after-reasoning', 'block-start', 'after-reasoning-content', 'after-reasoning'])
    .optional(),
  /** The token counts of the server; null = none. */
  usage: settings.nullable().optional(),
  /** Something else in place of an answer. */
  reply: z
    .strictObject({
      status: z.int(),
      type: z.string().default('application/json'),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string(),
    })
    .optional(),
  /** The stream breaks off in the middle, or never ends. */
  stream: z.enum(['early-close', 'endless']).optional(),
});

const model = z.strictObject({
  provider: z.enum(providerNames).default('openai-compatible'),
  /** Further keys of the model in the config file. */
  config: settings.default({}),
  answers: z.array(answer).min(1),
});

const count = z.union([z.int(), z.strictObject({ least: z.int(), most: z.int() })]);

const expectation = z.strictObject({
  /** How the job ends. */
  exit: z.int(),
  /** Model calls that reached the servers, together or by model. */
  calls: z.union([count, z.record(z.string(), count)]),
  /** Of result.json, by model where a model is named. */
  conclusion: z.enum(['success', 'failure', 'neutral']).optional(),
  verdicts: z.record(z.string(), z.string()).optional(),
  requirements: z.record(z.string(), z.enum(['met', 'unmet', 'undecided']).nullable()).optional(),
  broken: z.record(z.string(), said).optional(),
  /** What result.json must contain. */
  result: settings.optional(),
  /** In the comment before anything that is folded, in the whole comment, in the log of the job. */
  screen: said.optional(),
  comment: said.optional(),
  log: said.optional(),
  /** Nowhere in comment, log and result.json. */
  never: said.optional(),
  /** Megabytes that an endless stream could send at most. */
  sentMegabytes: z.number().optional(),
});

/** A small repository that cases start from. */
export const projectSchema = z.strictObject({
  about: z.string(),
  /** Programs without which its cases cannot be played. */
  needs: z.array(z.string()).default([]),
  /** The set of fixtures/wild/packages that its setup installs. */
  installs: z.string().optional(),
  /** Sets whose programs are on PATH. */
  programs: z.array(z.string()).default([]),
  files,
  /** What a model may write, by name. */
  codes: z.record(z.string(), z.record(z.string(), z.string())),
  /** Which of them is committed; null = none. */
  committed: z.string().nullable().default('right'),
  /** What the head commit changes. */
  head: files,
  /** Keys of the one spec, and of the config file around it. */
  spec: settings,
  config: settings.default({}),
});

/** One situation, as its file describes it. */
export const caseSchema = z.strictObject({
  about: z.string(),
  /** Where this situation really happened. */
  reports: z.array(z.url()).default([]),
  project: z.string(),
  needs: z.array(z.string()).default([]),
  installs: z.string().optional(),
  programs: z.array(z.string()).default([]),
  files: files.default({}),
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  committed: z.string().nullable().optional(),
  head: files.optional(),
  spec: settings.default({}),
  config: settings.default({}),
  models: z.record(z.string(), model),
  /** In how many texts a model writes the same code; `$SAMPLE` in it differs. Equal texts share a test run. */
  texts: z.int().min(1).default(1),
  /** Why the checks of this repository leave it out: which case of the same kind they play. Played every night. */
  nightly: z.string().optional(),
  /** The action on a pull request, once or again with its records; or a command of the command line. */
  run: z.enum(['action', 'doctor', 'dry-run']).default('action'),
  /** Commits that are checked before, with the same records: what each changes in the base commit. */
  before: z.array(files).default([]),
  /** One of these is enough. */
  expect: z.union([expectation.transform((one) => [one]), z.array(expectation).min(1)]),
});

export type Project = z.output<typeof projectSchema>;
export type Answer = z.output<typeof answer>;

export type Expectation = z.output<typeof expectation>;
export type Count = z.output<typeof count>;

/** A case together with its project. */
export type WildCase = Omit<z.output<typeof caseSchema>, 'project' | 'head' | 'committed' | 'files'> & {
  /** Folder and file, without the ending. */
  readonly name: string;
  readonly section: string;
  /** Files of the base commit, including the committed code. */
  readonly files: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string | null>>;
};
