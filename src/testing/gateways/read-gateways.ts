import { readFileSync, readdirSync } from 'node:fs';
import { parse, parseDocument, isMap, type YAMLMap } from 'yaml';
import * as z from 'zod';

const usage = z.record(z.string(), z.number());
const read = z.union([
  z.strictObject({
    /** The text without its reasoning. */
    answer: z.string(),
    finish: z.enum(['complete', 'truncated', 'refused']),
    servedBy: z.string(),
    /** `none`: nothing was spent. */
    usage: z.union([usage, z.enum(['estimated', 'none'])]),
  }),
  z.strictObject({
    fault: z.enum(['transient', 'quota', 'config', 'too-long', 'no-answer']),
    /** What the first words of the detail are. */
    detail: z.string(),
  }),
]);

const exchange = z.strictObject({
  what: z.string(),
  /** Missing = short. `long`: several times as long as the context of a small server. */
  prompt: z.literal('long').optional(),
  /** What our request must hold. */
  asks: z
    .strictObject({
      path: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  answer: z.strictObject({
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    /** The bytes, as they came. */
    body: z.string(),
  }),
  read,
});

const gateway = z.strictObject({
  name: z.string(),
  model: z.looseObject({ id: z.string(), provider: z.string(), model: z.string(), 'base-url': z.string() }),
  differs: z.strictObject({ key: z.string(), usage: z.string(), reasoning: z.string(), also: z.string() }),
  /** `recorded`: the server itself ran. `composed`: the bytes are put together from what `source` shows. */
  origin: z.enum(['recorded', 'composed']),
  source: z.string(),
  exchanges: z.array(exchange).min(2),
});

/** One request to a gateway and what it answered, with what we have to read from that. */
export type Exchange = z.output<typeof exchange>;

/** One gateway or local server: the file `fixtures/gateways/NAME.yml`. */
export type Gateway = z.output<typeof gateway> & {
  readonly file: string;
  /** The entry under `models` as the file has it, with its comments. */
  readonly entry: string;
};

/** All gateways, by the names of their files. Throws where a file is not of the form of a gateway. */
export function readGateways(): readonly Gateway[] {
  return readdirSync('fixtures/gateways')
    .filter((name) => name.endsWith('.yml'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(`fixtures/gateways/${file}`, 'utf8');
      return { ...gateway.parse(parse(text)), file, entry: entryIn(text) };
    });
}

/** A whole config file whose models are these gateways. */
export function configOf(gateways: readonly Gateway[]): string {
  const entries = gateways.map(({ name, entry }) => {
    const [first = '', ...lines] = entry.trimEnd().split('\n');
    return [`  # ${name}`, `  - ${first.trim()}`, ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return `version: 1
specs:
  - spec: [SPEC.md]
    writes: ["src/**"]
    test: npm test
models:
${entries.join('\n')}
`;
}

function entryIn(text: string): string {
  const { contents } = parseDocument(text);
  const range = isMap(contents) ? rangeOf(contents, 'model') : null;
  if (range === null) throw new Error('a gateway without `model`');
  return text.slice(text.lastIndexOf('\n', range[0]) + 1, range[1]);
}

function rangeOf(map: YAMLMap, key: string): readonly [number, number, number] | null {
  const value: unknown = map.get(key, true);
  return isMap(value) ? (value.range ?? null) : null;
}
