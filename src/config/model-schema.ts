import * as z from 'zod';
import { hostedProviders, providerNames, providers, type ProviderName } from '../core/providers.ts';
import { agentProblems } from './agent-problems.ts';
import { agentFields } from './agent-schema.ts';
import { headersSchema } from './header-schema.ts';
import {
  duration,
  environmentName,
  numberBetween,
  section,
  text,
  wholeNumberBetween,
} from './field-schemas.ts';
import { shorthands } from './model-words.ts';

const allProviders = [...providerNames, 'command'].join(', ');
const shorthandError = `${shorthands('or')}, or a mapping whose \`provider\` is one of ${allProviders}`;

const modelName = text('the vendor’s model id')
  .regex(/^[^\s\p{C}]{1,200}$/u, { error: 'the vendor’s model id, without spaces' })
  .describe('The vendor’s model id.');

const idError = 'a name of at most 100 letters, digits and `. _ - / : @ +`, used once';
const urlError = 'an http or https address without user name, password, `?` or `#`';
const effortError = 'one word such as `low`, `medium` or `high`';

const common = {
  id: z
    .string({ error: idError })
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@+:/-]{0,99}$/u, { error: idError })
    .optional()
    .describe('The name in reports. Default: PROVIDER/MODEL, of an agent its name `+` MODEL.'),
  'api-key-env': environmentName
    .optional()
    .describe(
      'NAME of the environment variable with the API key, never the key itself; `none` = the server needs no key.',
    ),
  effort: z
    .string({ error: effortError })
    .regex(/^[A-Za-z]{1,20}$/, { error: effortError })
    .optional()
    .describe('Reasoning effort; the same for base and head.'),
  'max-output-tokens': wholeNumberBetween(1, 10_000_000)
    .default(64_000)
    .describe('The most output tokens of one answer; a longer answer counts as truncated.'),
  idle: duration
    .default('3m')
    .describe(
      'How long a call may send nothing before it is cancelled. Heartbeats without any part of an answer end it after seven times as long.',
    ),
  params: z
    .record(z.string(), z.unknown(), { error: 'a mapping that is passed through to the vendor' })
    .default({})
    .describe('Parameters that are passed to the vendor unchanged.'),
  headers: headersSchema.optional(),
  price: section({
    input: numberBetween(0, 1_000_000).describe('USD per million input tokens.'),
    output: numberBetween(0, 1_000_000).describe('USD per million output tokens.'),
  })
    .optional()
    .describe('What the model costs; used instead of the price table.'),
} as const;

const baseUrl = z
  .string({ error: urlError })
  .refine(isPlainHttpUrl, { error: urlError })
  .describe(
    `Base URL as the vendor’s SDK expects it: ${titlesOf(false)} without \`/v1\`, ${titlesOf(true)} with it.`,
  );

// What is passed to the vendor unchanged cannot be: an agent makes its own calls.
const { params: _params, ...commonOfAgents } = common;

const agentSchema = section({
  ...commonOfAgents,
  ...agentFields,
  model: modelName,
  'base-url': baseUrl.optional(),
}).superRefine((agent, context) => {
  for (const { key, allowed } of agentProblems(agent))
    context.addIssue({ code: 'custom', path: [key], message: allowed });
});

const modelObjectSchema = z.discriminatedUnion(
  'provider',
  [
    section({
      ...common,
      provider: z.enum(hostedProviders).describe('The vendor.'),
      model: modelName,
      'base-url': baseUrl.optional(),
    }),
    ...providerNames.filter((name) => !hostedProviders.includes(name)).map((name) => unhosted(name)),
    agentSchema,
  ],
  {
    error: (issue) => (issue.code === 'invalid_union' ? allProviders : shorthandError),
  },
);

/** One entry of `models`: PROVIDER/MODEL, or a mapping. */
export const modelSchema = z.union(
  [
    z
      .string({ error: shorthandError })
      .regex(new RegExp(`^(${hostedProviders.join('|')})/[^\\s\\p{C}]{1,200}$`, 'u'), {
        error: shorthandError,
      })
      .describe('PROVIDER/MODEL'),
    modelObjectSchema,
  ],
  { error: shorthandError },
);

/** A model as the config file gives it, defaults filled in. */
export type ModelConfig = z.output<typeof modelSchema>;

/** The name of a model in reports. */
export function modelId(model: ModelConfig): string {
  if (typeof model === 'string') return model;
  if (model.id !== undefined) return model.id;
  return model.provider === 'command'
    ? `${agentName(model)} + ${model.model}`
    : `${model.provider}/${model.model}`;
}

/** The name of an agent: its preset, or the program that is started. */
export function agentName({
  preset,
  command,
}: Pick<z.output<typeof agentSchema>, 'preset' | 'command'>): string {
  return preset ?? command?.[0]?.split('/').at(-1) ?? 'agent';
}

function unhosted(name: ProviderName) {
  return section({
    ...common,
    provider: z.literal(name).describe(`Any server that speaks ${providers[name].title}.`),
    model: modelName,
    'base-url': baseUrl,
  });
}

// Whether the user writes the version of the interface into a base URL, or the SDK adds it.
function titlesOf(withVersion: boolean): string {
  return hostedProviders
    .map((name) => providers[name])
    .filter((provider) => provider.baseUrl?.endsWith('/v1') === withVersion)
    .map(({ title }) => title)
    .join(', ');
}

function isPlainHttpUrl(value: string): boolean {
  if (!URL.canParse(value) || /[\s\\?#]/.test(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
