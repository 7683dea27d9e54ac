import { LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import type { UserError } from '../errors.ts';
import { configError, quoted } from './config-error.ts';
import { lineAt } from './lines.ts';

/** A config file, not yet read. */
export type ConfigFile = { readonly path: string; readonly text: string };

/** A config file as plain JSON data that still knows its lines. */
export type YamlFile = {
  readonly path: string;
  readonly value: unknown;
  /** Line of a key path, or of its nearest ancestor that is written. */
  readonly lineOf: (keyPath: readonly PropertyKey[]) => number;
};

type Place = { readonly file: ConfigFile; readonly line: number };

const maxLength = 1_000_000;
const maxAliases = 50;

/** Reads the YAML of a config file into plain data. Throws CONFIG_MALFORMED with the faulty line. */
export function readYaml(file: ConfigFile): YamlFile {
  if (file.text.length > maxLength)
    throw malformed({ file, line: 1 }, 'the file is larger than 1 MB', 'Make it smaller.');
  const lines = new LineCounter();
  const parsed = unlessTooDeep(file, () =>
    parseDocument(file.text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' }),
  );
  const fault = parsed.errors[0] ?? parsed.warnings[0];
  if (fault !== undefined) throw faultError(file, fault, lines.linePos(fault.pos[0]).line);
  if (parsed.contents === null) {
    throw configError(
      'CONFIG_INVALID',
      `${file.path}:1: the file is empty.`,
      'Write a configuration into it, or delete it.',
    );
  }
  const value = unlessTooDeep(file, () => {
    refuseHostileNodes(file, parsed, lines);
    return plainData(file, parsed);
  });
  return { path: file.path, value, lineOf: (keyPath) => lineAt(parsed, lines, keyPath) };
}

function faultError(file: ConfigFile, fault: YAMLError, line: number): UserError {
  if (fault.code === 'DUPLICATE_KEY') {
    const key = /^["']?([\w.-]{1,60})/.exec(file.text.slice(fault.pos[0]))?.[1];
    const what = key === undefined ? 'a key' : `the key ${quoted(key)}`;
    return malformed({ file, line }, `${what} is in one mapping twice`, 'Keep one of the two.');
  }
  const known = knownFaults[fault.code];
  return malformed({ file, line }, known?.what ?? firstWords(fault.message), known?.hint ?? 'Fix the YAML.');
}

const quoting = 'Put a glob that starts with `!` or `*` in quotes.';

const knownFaults: Partial<Record<YAMLError['code'], { readonly what: string; readonly hint: string }>> = {
  TAB_AS_INDENT: { what: 'a tab is used for indentation', hint: 'Indent with spaces.' },
  MULTIPLE_DOCS: {
    what: 'a second YAML document starts here',
    hint: 'Keep only one document, and remove the line `---`.',
  },
  RESOURCE_EXHAUSTION: { what: 'the file is nested too deeply', hint: 'Use fewer levels of nesting.' },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'a value contains a colon and a space, which YAML reads as a key',
    hint: 'Put the value in quotes.',
  },
  TAG_RESOLVE_FAILED: { what: 'a YAML tag (a word that starts with `!`) is used', hint: quoting },
};

// The parser's own message, without the part of the file that some messages quote.
function firstWords(message: string): string {
  return message.split(/[:\n]/)[0]?.slice(0, 150) ?? 'not readable';
}

function refuseHostileNodes(file: ConfigFile, parsed: Document.Parsed, lines: LineCounter): void {
  const lineOf = (range: readonly number[] | null | undefined): number => lines.linePos(range?.[0] ?? 0).line;
  let aliases = 0;
  visit(parsed, {
    Alias(_, alias) {
      aliases += 1;
      if (aliases > maxAliases)
        throw malformed(
          { file, line: lineOf(alias.range) },
          `the file has more than ${maxAliases} aliases`,
          'Write the values instead.',
        );
      if (alias.resolve(parsed) !== undefined) return;
      throw malformed(
        { file, line: lineOf(alias.range) },
        'an alias (a word that starts with `*`) has no anchor',
        quoting,
      );
    },
    Scalar(role, scalar) {
      if (role !== 'key' || scalar.value !== '__proto__') return;
      throw configError(
        'CONFIG_INVALID',
        `${file.path}:${lineOf(scalar.range)}: the key ${quoted('__proto__')} is not allowed.`,
        'Remove it.',
      );
    },
    Collection(role, collection) {
      if (role !== 'key') return;
      throw malformed(
        { file, line: lineOf(collection.range) },
        'a key is a list or a mapping',
        'A key must be a plain word.',
      );
    },
  });
}

function plainData(file: ConfigFile, parsed: Document.Parsed): unknown {
  let text: string | undefined;
  try {
    // JSON has no cycles, dates or binary values, so the result is plain data only.
    text = JSON.stringify(parsed.toJS({ maxAliasCount: maxAliases }));
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) {
      throw malformed(
        { file, line: 1 },
        'aliases refer to each other without end',
        'Write the values instead.',
      );
    }
    throw error;
  }
  const value: unknown = JSON.parse(text ?? 'null');
  return value;
}

// At a nesting of some thousand levels the parser's recursion ends with a RangeError.
function unlessTooDeep<Result>(file: ConfigFile, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError)
      throw malformed({ file, line: 1 }, 'the file is nested too deeply', 'Use fewer levels of nesting.');
    throw error;
  }
}

function malformed(place: Place, what: string, hint: string): UserError {
  return configError('CONFIG_MALFORMED', `${place.file.path}:${place.line}: ${what}.`, hint);
}
