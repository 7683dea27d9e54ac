import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { digest } from '../digest.ts';
import { readRecordsFile, recordsFileText, type RecordsFile } from './records-file.ts';
import type { StoredRecord } from './record.ts';

const origin = { at: 1, event: 'local', ref: null, run: null, pullRequest: null } as const;
const plan: StoredRecord = { schema: 1, kind: 'plan', key: digest('plan'), origin, questions: [] };

function anAnswer(name: string, text: string): StoredRecord {
  const completion = {
    text,
    finish: 'complete',
    servedBy: 'simulated-model',
    requestId: null,
    usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
    latencyMs: 1.5,
  } as const;
  return {
    schema: 1,
    kind: 'generation',
    key: digest(name),
    origin,
    model: 'careful',
    sample: 0,
    nonce: 'A1B2C3',
    attempts: 1,
    result: { kind: 'completed', completion },
  };
}

function aFile(given: readonly string[]): Omit<RecordsFile, 'id'> {
  const answers = given.map((text, index) => anAnswer(String(index), text));
  const commits = { base: 'a'.repeat(40), head: 'b'.repeat(40) };
  return { ...commits, plan: plan.key, sandbox: 'none', records: [plan, ...answers] };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const whyOf = (text: string): string => {
  const read = readRecordsFile(bytesOf(text));
  return read.kind === 'read' ? 'read' : read.why;
};
const texts = fc.array(fc.string({ unit: anyCharacter }), { maxLength: 4 });

describe('a file of records', () => {
  test('gives back exactly what was written', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const file = aFile(given);
        const read = readRecordsFile(bytesOf(recordsFileText(file)));

        expect(read).toMatchObject({
          kind: 'read',
          file: { plan: plan.key, base: file.base, head: file.head },
        });
        const records = read.kind === 'read' ? read.file.records : [];
        expect(new Set(records.map((record) => digest(record)))).toEqual(
          new Set(file.records.map((record) => digest(record))),
        );
        // Written once more it is the same file.
        expect(read.kind === 'read' && recordsFileText(read.file)).toBe(recordsFileText(file));
      }),
    );
  });

  test('of which any one byte is another is refused as a whole, in one line', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, place, change) => {
        const bytes = bytesOf(recordsFileText(aFile(given)));
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const read = readRecordsFile(bytes);

        expect(read.kind).toBe('refused');
        expect(read.kind === 'refused' && read.why).toMatch(/^[^\n]{5,200}$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('that is cut at any place, or has a line twice or in another place, is refused', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (given, one, other) => {
        const text = recordsFileText(aFile([...given, 'x']));
        const bytes = bytesOf(text);
        expect(readRecordsFile(bytes.slice(0, one % bytes.length)).kind).toBe('refused');
        const lines = text.slice(0, -1).split('\n');
        const [from, to] = [one % lines.length, other % lines.length];
        const line = lines[from] ?? '';
        expect(whyOf(`${lines.toSpliced(to, 0, line).join('\n')}\n`)).not.toBe('read');
        const moved = lines.toSpliced(from, 1).toSpliced(to, 0, line);
        expect(whyOf(`${moved.join('\n')}\n`) === 'read').toBe(from === to);
      }),
    );
  });
});

test('a file of millions of lines is refused for the first that it does not name', () => {
  expect(whyOf(`${recordsFileText(aFile([]))}${'\n'.repeat(5_000_000)}`)).toMatch(/^is doubled or joined/);
});

type Part = { readonly kind: string; readonly key: string; readonly digest: string };
type About = Readonly<Record<string, unknown>> & { readonly parts: readonly Part[] };

/** The file as somebody would write it who can compute digests. */
function forged(
  change: (about: About, lines: readonly string[]) => readonly [unknown, readonly string[]],
): string {
  const [first = '', ...given] = recordsFileText(aFile(['one']))
    .slice(0, -1)
    .split('\n');
  const [about, lines] = change(JSON.parse(first).about, given);
  return [JSON.stringify({ digest: digest(about), about }), ...lines].map((line) => `${line}\n`).join('');
}

describe('a forged file', () => {
  test('that nothing is wrong with is read: the digest is no signature', () => {
    expect(whyOf(forged((about, lines) => [about, lines]))).toBe('read');
  });

  test.each<[string, (about: About) => unknown]>([
    ['another schema', (about) => ({ ...about, schema: 2 })],
    ['another answer protocol', (about) => ({ ...about, protocol: 2 })],
    ['another prompt', (about) => ({ ...about, prompt: 1 })],
    [
      'a path in place of a key',
      ({ parts, ...about }) => ({
        ...about,
        parts: parts.map((part) => ({ ...part, key: '../../etc/passwd' })),
      }),
    ],
    [
      'nights',
      ({ parts, ...about }) => ({ ...about, parts: parts.map((part) => ({ ...part, kind: 'night' })) }),
    ],
    ['another plan than it names', (about) => ({ ...about, plan: digest('another') })],
    ['a name that is not known', (about) => ({ ...about, repository: 'https://example.com' })],
    ['a prototype', (about) => JSON.parse(JSON.stringify(about).replace('{', '{"__proto__":{"a":1},'))],
    ['a commit that is no commit', (about) => ({ ...about, base: '--upload-pack=x' })],
    ['more records than it holds', (about) => ({ ...about, parts: [...about.parts, ...about.parts] })],
    [
      'far too many records',
      (about) => ({ ...about, parts: Array.from({ length: 60_000 }, () => about.parts[0]) }),
    ],
  ])('with %s is refused', (_, change) => {
    expectRefused(forged((about, lines) => [change(about), lines]));
  });

  test('with a record twice is refused', () => {
    expectRefused(
      forged((about, lines) => [{ ...about, parts: [...about.parts, ...about.parts] }, [...lines, ...lines]]),
    );
  });

  test('without a plan is refused', () => {
    expectRefused(
      forged((about, lines) => [{ ...about, parts: about.parts.slice(0, 1) }, lines.slice(0, 1)]),
    );
  });

  test.each([
    ['a name twice', '"record":{', '"record":{"key":"x",'],
    ['a prototype', '"record":{', '"record":{"__proto__":{"a":1},'],
    ['white space between names', '"record":{', '"record": {'],
    ['a number that is infinite', '"latencyMs":1.5', '"latencyMs":1e999'],
    ['a number written in another way', '"latencyMs":1.5', '"latencyMs":1.50'],
    ['lists without an end', '"record":{', `"record":${'['.repeat(200_000)}{`],
  ])('with %s in a record is refused', (_, from, to) => {
    const text = forged((about, lines) => [about, lines.map((line) => line.replace(from, to))]);
    expect(text).toContain(to);
    expectRefused(text);
  });
});

function expectRefused(text: string): void {
  expect(whyOf(text)).toMatch(/^(?!read$)[^\n]{5,200}$/);
}
