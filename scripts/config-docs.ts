import * as z from 'zod';
import { jsonSchemaText } from '../src/config/json-schema.ts';

type Schema = {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly enum?: readonly string[] | undefined;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
};

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    enum: z.array(z.string()).optional(),
    const: z.unknown().optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    items: schema.optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
  }),
);

/** One key of a mapping, as a row of its table. */
type Key = { readonly name: string; readonly schema: Schema; readonly isNeeded: boolean };

/** The text of docs/config.md: every key of the config file, from the schema that reads it. */
export function configDocs(): string {
  const root = schema.parse(JSON.parse(jsonSchemaText()));
  const sections = keysOf([root]).flatMap(({ name, schema: of }) => {
    const keys = keysOf(mappingsIn(of));
    return keys.length === 0 ? [] : [`## ${name}\n\n${of.description ?? ''}\n\n${table(keys)}`];
  });
  return [introduction, table(keysOf([root])), ...sections].join('\n\n').concat('\n');
}

// A list stands for its items, a choice for those of its members that are mappings.
function mappingsIn(of: Schema): readonly Schema[] {
  if (of.properties !== undefined) return isToCome(of) ? [] : [of];
  return [of.items, ...(of.anyOf ?? []), ...(of.oneOf ?? [])].flatMap((part) =>
    part === undefined ? [] : mappingsIn(part),
  );
}

// A kind of model that is accepted and then refused.
function isToCome({ properties = {} }: Schema): boolean {
  return properties['provider']?.description?.startsWith('Not in this version') === true;
}

// Providers are mappings with the same keys; a key is needed where every one needs it.
function keysOf(mappings: readonly Schema[]): readonly Key[] {
  const names = new Set(mappings.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].map((name) => {
    const members = mappings.flatMap(({ properties = {} }) => properties[name] ?? []);
    const [first = {}] = members;
    const choices = [...new Set(members.flatMap(wordsOf))];
    return {
      name,
      schema: choices.length === 0 ? first : { ...first, enum: choices, const: undefined },
      isNeeded: mappings.every(({ required = [] }) => required.includes(name)),
    };
  });
}

function wordsOf({ enum: words, const: word }: Schema): readonly string[] {
  return words ?? (typeof word === 'string' ? [word] : []);
}

function table(keys: readonly Key[]): string {
  const rows = keys.map(({ name, schema: of, isNeeded }) => {
    const meaning = [of.description ?? '', ...innerKeys(of)].filter((text) => text !== '').join(' ');
    return `| \`${name}\` | ${typeOf(of)} | ${defaultOf(of, isNeeded)} | ${meaning.replaceAll('|', '\\|')} |`;
  });
  return ['| key | value | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

// A small mapping inside a section has no table of its own.
function innerKeys(of: Schema): readonly string[] {
  if (of.properties === undefined || of.default !== undefined || !isLeaf(of)) return [];
  return Object.entries(of.properties).map(([name, { description = '' }]) => `\`${name}\`: ${description}`);
}

function isLeaf({ properties = {} }: Schema): boolean {
  return Object.values(properties).every((inner) => inner.type === 'number' || inner.type === 'string');
}

function typeOf(of: Schema): string {
  if (of.enum !== undefined) return of.enum.map((word) => `\`${word}\``).join(', ');
  if (of.const !== undefined) return `\`${wordOf(of.const)}\``;
  const choices = of.anyOf ?? of.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(' or ');
  if (of.type === 'array') return `list of ${of.items === undefined ? 'values' : plural(typeOf(of.items))}`;
  if (of.type === 'number' || of.type === 'integer') return numberOf(of);
  return of.type === 'string' ? 'text' : 'mapping';
}

// A text stands without quotes, as YAML has it.
function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function plural(type: string): string {
  return type.replaceAll(/^(?:whole )?number\b|\btext\b|\bmapping\b/g, (name) => `${name}s`);
}

function numberOf({ type, minimum, maximum }: Schema): string {
  const name = type === 'integer' ? 'whole number' : 'number';
  return minimum === undefined || maximum === undefined
    ? name
    : `${name} from ${minimum} to ${maximum.toLocaleString('en')}`;
}

function defaultOf({ default: value, properties }: Schema, isNeeded: boolean): string {
  if (isNeeded) return 'needed';
  if (value === undefined || properties !== undefined || typeof value === 'object') {
    return Array.isArray(value) ? `\`[${value.join(', ')}]\`` : '';
  }
  return `\`${wordOf(value)}\``;
}

const introduction = `# The config file

<!-- Generated from src/config/config-schema.ts by scripts/generate-config-docs.ts; do not edit. -->

\`.github/spec-portability.yml\`, or \`spec-portability.yml\` in the root of the repository. \`init\` writes one that fits.
With one spec and no other wishes the inputs of the action are enough, and no file is needed. Inputs override the file.

An unknown key is an error that names the line and the most similar known key. A file that contains an API key is
refused. On a pull request the file of the base branch counts ([why](security.md#the-judge)). Editors complete and check
it with [the schema](../schema/spec-portability.schema.json); put this above the first line:

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/spec-portability-action/v1/schema/spec-portability.schema.json
version: 1
specs:
  - name: duration
    spec: [specs/duration/SPEC.md]   # files or globs, joined in this order
    instructions: [AGENTS.md]        # rules that are part of every prompt; if they change, the spec is checked too
    writes: ["src/duration/**"]      # the only paths a model may create; emptied before each generation
    tests: ["checks/**"]             # tests that are not recognised by their names
    context: [package.json]          # files a model may read besides the spec
    directory: .                     # where setup and test run
    setup: npm ci                    # once per commit
    test: npm test                   # once per generation
models:
  - anthropic/claude-opus-5-5        # PROVIDER/MODEL
  - id: qwen-local                   # any server with OpenAI's chat API
    provider: openai-compatible
    model: qwen3-coder
    base-url: http://127.0.0.1:11434/v1
    api-key-env: none                # no key needed; otherwise the NAME of an environment variable
    price: { input: 0, output: 0 }   # USD per million tokens, for models that are not in the price table
gate: { fail-on: regressed }         # regressed | unmet | suspected | inconclusive | never
budget: { usd: 10, usd-per-pr: 30, generations: 200, minutes: 45 }
sandbox: auto                        # bubblewrap, otherwise docker, otherwise an error; none = no sandbox
\`\`\`

## The keys
`.trimEnd();
