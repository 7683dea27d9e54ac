import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import type { Spec, SpecVersion } from '../specs/spec.ts';
import { digestSeries } from '../digest.ts';
import { askedWith, type Model } from '../settings.ts';
import { generationKeys } from './generation-key.ts';
import { promptKeyText, readPrompt, renderPrompt } from './prompt.ts';

const spec: Spec = {
  name: 'duration',
  files: ['specs/duration/SPEC.md'],
  instructions: [],
  writes: ['src/duration/**'],
  tests: [],
  context: [],
  directory: '.',
  setup: null,
  setupEnv: [],
  writableDeps: [],
  test: 'npm test',
  results: { kind: 'auto' },
  timeoutMs: null,
};

function aVersion(change: Partial<SpecVersion> = {}): SpecVersion {
  return {
    spec,
    commit: 'a'.repeat(40),
    files: [{ path: 'specs/duration/SPEC.md', text: '# Duration\n' }],
    instructions: [{ path: 'AGENTS.md', text: 'Use tabs.' }],
    context: [{ path: 'package.json', text: '{"type":"module"}\n' }],
    emptied: [],
    ...change,
  };
}

function promptOf(version: SpecVersion, nonce = 'K7QZ3M') {
  return renderPrompt({ version, nonce, writes: ['src/duration/**'], protectedPatterns: ['**/*.test.*'] });
}

const model: Model = {
  id: 'anthropic/m',
  provider: 'anthropic',
  name: 'm',
  baseUrl: null,
  apiKeyEnv: 'ANTHROPIC_API_KEY',
  effort: null,
  maxOutputTokens: 64_000,
  idleMs: 180_000,
  params: {},
  price: null,
};

describe('a prompt', () => {
  test('states the answer protocol with its very lines', () => {
    expect(promptOf(aVersion()).system).toContain(
      '\n=== FILE K7QZ3M path/to/file.ext ===\n…the whole file…\n=== END K7QZ3M ===\n=== DONE K7QZ3M ===\n',
    );
  });

  test('holds rules, house rules and context in the part that base and head share, and the spec after it', () => {
    const { system, user } = promptOf(aVersion());
    for (const part of ['- src/duration/**', '- **/*.test.*', 'Use tabs.', '{"type":"module"}']) {
      expect(system).toContain(part);
    }
    expect(system).not.toContain('# Duration');
    expect(user).toBe('<spec K7QZ3M path="specs/duration/SPEC.md">\n# Duration\n</spec K7QZ3M>\n');
  });

  test('has the same system part on both sides where instructions and context are the same', () => {
    const head = aVersion({
      commit: 'b'.repeat(40),
      files: [{ path: 'specs/duration/SPEC.md', text: 'other' }],
    });
    expect(promptOf(head).system).toBe(promptOf(aVersion()).system);
  });

  test('does not say of which commit it is', () => {
    const head = aVersion({ commit: 'b'.repeat(40) });
    expect(promptOf(head)).toEqual(promptOf(aVersion()));
  });

  test('gives a simulated model its nonce and its spec text back, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter }), { minLength: 1, maxLength: 3 }), (texts) => {
        const files = texts.map((text, index) => ({ path: `SPEC ${index}".md`, text }));
        const expected = texts
          .map((text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`))
          .join('\n');
        expect(readPrompt(promptOf(aVersion({ files })))).toEqual({ nonce: 'K7QZ3M', specText: expected });
      }),
    );
  });

  test('is no prompt of ours without the protocol', () => {
    expect(readPrompt({ system: 'You are helpful.', user: 'hi' })).toBeNull();
  });
});

describe('the generation key', () => {
  const key = (change: Partial<Model> = {}, sample = 0) =>
    generationKeys(promptOf(aVersion()), { ...model, ...change })(sample);

  test('does not depend on the nonce, the name in reports, the key, the price or the patience', () => {
    expect(promptKeyText(promptOf(aVersion(), 'ABC123'))).toBe(promptKeyText(promptOf(aVersion(), 'XYZ789')));
    const other = { id: 'mine', apiKeyEnv: 'KEY', price: { input: 1, output: 2 }, idleMs: 1 };
    expect(key(other)).toBe(key());
  });

  test('differs for everything a model is asked with', () => {
    const changes: readonly Partial<Model>[] = [
      { name: 'n' },
      { provider: 'openai' },
      { effort: 'high' },
      { params: { seed: 1 } },
      { maxOutputTokens: 1 },
      { baseUrl: 'http://127.0.0.1' },
    ];
    const keys = [key(), key({}, 1), ...changes.map((change) => key(change))];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is another one than that of the same prompt under the rules of an earlier version', () => {
    const before = digestSeries(
      { protocol: 1, prompt: promptKeyText(promptOf(aVersion())), model: askedWith(model) },
      'sample',
    );
    expect(before(0)).not.toBe(key());
  });

  test('differs when a single instruction file does', () => {
    const edited = promptOf(aVersion({ instructions: [{ path: 'AGENTS.md', text: 'Use spaces.' }] }));
    expect(generationKeys(edited, model)(0)).not.toBe(key());
  });
});
