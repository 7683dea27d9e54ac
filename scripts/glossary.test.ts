import { readFileSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { pageContent } from './documents.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const glossary = pageContent(read('docs/glossary.md')).rows.map(([word = '', meaning = '']) => ({
  word,
  meaning,
}));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && statSync(`src/${name}`).isFile())
  .map((name) => read(`src/${name}`))
  .join('\n');

test('the glossary defines each word once, and every word is used in the sources', () => {
  const words = glossary.map(({ word }) => word);
  // `expected tests` is used as `expectedTests`, `emptied run` as `emptied.run`.
  const joined = (text: string) => text.replaceAll(/[ .-]/g, '');
  const joinedSources = joined(sources.toLowerCase());
  const isUsed = (word: string) =>
    joinedSources.includes(joined(word.replace(/^simulated model$/, 'simulated')));

  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((word) => !isUsed(word))).toEqual([]);
  expect(isUsed('cromulent')).toBe(false);
});

/** Exported types whose name is a word of the project: whoever meets one in the code finds it in the glossary. */
const namedTypes = [
  ...[
    'Answer',
    'Arm',
    'ChangeClass',
    'Completion',
    'Conclusion',
    'Draw',
    'Evidence',
    'ExpectedTests',
    'Fault',
  ],
  ...[
    'Generation',
    'Hunk',
    'Inventory',
    'Ledger',
    'Look',
    'Mode',
    'Model',
    'Origin',
    'Outcome',
    'Plan',
    'PlanRecord',
  ],
  ...[
    'Probe',
    'Projection',
    'Provider',
    'Question',
    'ReportFormat',
    'Reservation',
    'Runner',
    'Sandbox',
    'Series',
  ],
  ...[
    'Shard',
    'Share',
    'Sign',
    'SimulatedModel',
    'Spec',
    'SpecPair',
    'Suspicion',
    'Tally',
    'TestRun',
    'Trigger',
  ],
  ...['Turn', 'Verdict', 'Workspace'],
];

/** Words of the project that name no exported type. */
const otherWords = [
  ...[
    'alarm',
    'anchor',
    'base',
    'cap',
    'cell',
    'cold',
    'confirmation',
    'drift',
    'emptied',
    'emptied run',
    'endpoint',
  ],
  ...[
    'fan-out',
    'flaky',
    'forced-failure run',
    'fresh',
    'gate',
    'guard',
    'head',
    'key',
    'marker',
    'night',
    'nonce',
  ],
  ...[
    'own run',
    'record',
    'red',
    'replay',
    'sample',
    'self-attack',
    'stamp',
    'switch',
    'tampered',
    'tree',
    'unmeasured',
  ],
];

/** Words of these types and these words that a glossary lacks. */
function missingWords(
  types: readonly string[],
  others: readonly string[],
  known: readonly string[],
): string[] {
  const named = types.map((type) => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase());
  return [...named, ...others].filter((word) => !known.includes(word));
}

test('the glossary has every word of the project that no reader can guess', () => {
  const known = glossary.map(({ word }) => word);
  const isExported = (type: string) =>
    new RegExp(`^export (?:type|class|interface) ${type}\\b`, 'm').test(sources);

  expect(namedTypes.filter((type) => !isExported(type))).toEqual([]);
  expect(missingWords(namedTypes, otherWords, known)).toEqual([]);
  expect(isExported('Cromulent')).toBe(false);
  expect(
    missingWords(
      ['SpecPair', 'Arm'],
      ['cell'],
      known.filter((word) => word !== 'spec pair' && word !== 'cell'),
    ),
  ).toEqual(['spec pair', 'cell']);
});

test('verdicts, conclusions and outcomes in the glossary are those of the code', () => {
  const schema = JSON.parse(read('schema/result.schema.json')) as unknown;
  const meaningOf = (wanted: string) => glossary.find(({ word }) => word === wanted)?.meaning ?? '';

  for (const verdict of enumOf(schema, 'verdict')) expect(meaningOf('verdict')).toContain(verdict);
  for (const conclusion of enumOf(schema, 'conclusion'))
    expect(meaningOf('conclusion')).toContain(conclusion);
  const outcomes = [...read('src/core/results/outcome.ts').matchAll(/kind: '([\w-]+)'/g)].map(
    ([, kind]) => kind ?? '',
  );
  expect(outcomes.length).toBeGreaterThanOrEqual(5);
  for (const outcome of outcomes) expect(meaningOf('outcome')).toContain(outcome);
});

function enumOf(schema: unknown, key: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = z
    .record(z.string(), z.object({ enum: z.array(z.string()).min(1) }).partial())
    .safeParse(schema);
  const found = own.success && Object.hasOwn(own.data, key) ? (own.data[key]?.enum ?? []) : [];
  return found.length > 0 ? found : Object.values(schema).flatMap((value) => enumOf(value, key));
}
