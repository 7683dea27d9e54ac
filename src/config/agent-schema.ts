import * as z from 'zod';
import { presetNames } from '../core/agents/presets.ts';
import { hasOwnAccount } from '../core/agents/own-accounts.ts';
import { agentWires } from '../core/agents/wire-providers.ts';
import { capUpTo, listOf, numberBetween, section, text, wholeNumberBetween } from './field-schemas.ts';

const presetError = presetNames.join(', ');

const versionError = 'a version as the program prints it, such as `2.1.332`';

const limitsSchema = section({
  turns: wholeNumberBetween(1, 1000).default(30).describe('The most answers of the model.'),
  tokens: wholeNumberBetween(1000, 100_000_000)
    .default(1_000_000)
    .describe(
      'The most input and output tokens of all answers together. What comes from the vendor’s prompt cache counts in full.',
    ),
  usd: capUpTo(10_000)
    .optional()
    .describe(
      'The most that one sample may cost, in USD; `none` = no limit of its own. Default: 2 if the price of the model is known.',
    ),
  minutes: numberBetween(0.1, 240).default(10).describe('The most time of one sample.'),
});

const environmentError =
  'a mapping of names to text, such as `{ MY_BASE_URL: "{base-url}", MY_KEY: "{key}" }`';

/** The keys that only an agent has. */
export const agentFields = {
  provider: z.literal('command').describe('A headless coding agent around a model.'),
  preset: z
    .enum(presetNames, { error: ({ input }) => presetProblem(input) })
    .optional()
    .describe('A known agent. Its program has to be installed in a step before.'),
  command: listOf(text('a word'), 'a list: the program and its arguments')
    .min(1, { error: 'a list: the program and its arguments' })
    .optional()
    .describe(
      'An agent of your own: the program and its arguments, started without a shell. The task comes on its standard input, or in place of `{task}`; `{model}`, `{base-url}`, `{key}`, `{turns}`, `{usd}`, `{home}` and `{effort}` stand for what they name.',
    ),
  wire: z
    .enum(agentWires, { error: agentWires.join(', ') })
    .optional()
    .describe(
      'Only with `command`: the interface through which it asks its model. `messages` = Anthropic’s, `responses` and `chat` = OpenAI’s two, `gemini` = Google’s.',
    ),
  environment: z
    .record(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, { error: 'the NAME of an environment variable' }),
      z.string({ error: environmentError }).max(10_000, { error: environmentError }),
      { error: environmentError },
    )
    .optional()
    .describe(
      'Only with `command`: what is set in its environment. The same words in braces stand for the same; a key is never written here, `{key}` is a placeholder for it.',
    ),
  version: z
    .string({ error: versionError })
    .regex(/^\d+(?:\.\d+)+[\w.+-]{0,40}$/, { error: versionError })
    .optional()
    .describe(
      'The version that has to be installed. Where it is given, a job that only plans or judges needs no agent. Default: what is installed.',
    ),
  limits: limitsSchema
    .prefault({})
    .describe('What an agent may use for one sample; what reaches a limit counts as no code.'),
} as const;

function presetProblem(given: unknown): string {
  return typeof given === 'string' && hasOwnAccount(given)
    ? `${presetError}. An agent that logs in by an account of its own cannot run without network and key`
    : presetError;
}
