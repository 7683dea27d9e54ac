import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../testing/builders/any-character.ts';
import { stringify } from 'yaml';
import { UserError } from '../errors.ts';
import { readSettings, type SettingsSource } from './read-settings.ts';
import { settingInputs } from './setting-inputs.ts';

const example = readFileSync(new URL('../../fixtures/config/every-key.yml', import.meta.url), 'utf8');

/** The message for the user, or null when the source was accepted. Any other error is rethrown. */
function messageOf(source: SettingsSource): string | null {
  try {
    readSettings(source);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function expectOneLine(message: string | null): void {
  expect(message ?? '').not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u);
}

const keys = fc.constantFrom(
  ...[
    'version',
    'specs',
    'models',
    'spec',
    'writes',
    'test',
    'samples',
    'looks',
    'provider',
    'api-key-env',
    'params',
  ],
  ...['base-url', '__proto__', 'constructor', '<<', '', 'gate', 'budget', 'audit', 'probe', 'a\nb', '\u202E'],
);
const leaves = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(1),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaves,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const inputs = fc.dictionary(
  fc.constantFrom(...settingInputs.map(({ name }) => name)),
  fc.string({ unit: anyCharacter }),
);

test('any text is accepted or answered with one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), inputs, (text, given) => {
      expectOneLine(messageOf({ file: { path: 'c.yml', text }, inputs: given }));
    }),
    { numRuns: 500 },
  );
});

test('any data in YAML is accepted or answered with one line', () => {
  fc.assert(
    fc.property(tree, inputs, (value, given) => {
      expectOneLine(messageOf({ file: { path: 'c.yml', text: stringify(value) }, inputs: given }));
    }),
    { numRuns: 500 },
  );
});

test('the documented example with a piece of it replaced is accepted or answered with one line', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('\t', '&a', '*a', '!x', '{', '[', '- ', ': ', '|\n'),
  );
  fc.assert(
    fc.property(fc.nat(example.length), fc.nat(20), piece, (at, removed, added) => {
      const text = example.slice(0, at) + added + example.slice(at + removed);
      expectOneLine(messageOf({ file: { path: 'c.yml', text }, inputs: {} }));
    }),
    { numRuns: 500 },
  );
});

test('any inputs without a file are accepted or answered with one line', () => {
  fc.assert(
    fc.property(inputs, (given) => {
      expectOneLine(messageOf({ file: null, inputs: given }));
    }),
  );
});
