import { parse, stringify, type TomlTable } from 'smol-toml';

/** The parts of a file that say how tests run, by name; values are comparable texts. */
export type JudgingParts = ReadonlyMap<string, string>;

/** How such parts are read from one kind of file, and put into another version of it. */
type PartsFormat = {
  /** null when the file cannot be divided. */
  readonly read: (text: string) => JudgingParts | null;
  /** The head's file with the base's parts in place of its own. */
  readonly put: (texts: { readonly base: string; readonly head: string }) => string | null;
};

/** Reads the judging parts of a file that also says other things; null when it has to be taken as a whole. */
export function judgingParts(path: string, text: string): JudgingParts | null {
  return formatOf(path)?.read(text) ?? null;
}

/** The head's file judged as on the base: its dependencies stay, the base's judging parts replace its own. */
export function withBaseParts(
  path: string,
  texts: { readonly base: string; readonly head: string },
): string | null {
  return formatOf(path)?.put(texts) ?? null;
}

function formatOf(path: string): PartsFormat | undefined {
  return formats.get(path.replace(/^.*\//, '').toLowerCase());
}

type Table = { readonly [key: string]: unknown };

/** Single keys of a document that is a table of tables; `a.b` is the key `b` of the table `a`. */
function keysOf(
  names: readonly string[],
  by: { readonly parse: (text: string) => unknown; readonly write: (document: Table) => string },
): PartsFormat {
  const parsed = (text: string): Table | null => {
    try {
      const document = by.parse(text);
      return isTable(document) ? document : null;
    } catch {
      return null;
    }
  };
  return {
    read: (text) => {
      const document = parsed(text);
      return document === null ? null : new Map(names.flatMap((name) => flat(name, valueAt(document, name))));
    },
    put: (texts) => {
      const [base, head] = [parsed(texts.base), parsed(texts.head)];
      if (base === null || head === null) return null;
      return by.write(
        names.reduce((document, name) => withValue(document, name.split('.'), valueAt(base, name)), head),
      );
    },
  };
}

// Each script by its own name, so that a reader learns which one changed.
function flat(name: string, value: unknown): [string, string][] {
  if (value === undefined) return [];
  if (!isTable(value)) return [[name, JSON.stringify(value)]];
  return Object.entries(value).map(([key, inner]) => [`${name}.${key}`, JSON.stringify(inner)]);
}

function valueAt(document: Table, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((value, key) => (isTable(value) ? ownValue(value, key) : undefined), document);
}

function withValue(document: Table, [key = '', ...rest]: readonly string[], value: unknown): Table {
  const others = Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
  if (rest.length === 0) return value === undefined ? others : { ...others, [key]: value };
  const inner = ownValue(document, key);
  const changed = withValue(isTable(inner) ? inner : {}, rest, value);
  return Object.keys(changed).length === 0 && inner === undefined ? others : { ...others, [key]: changed };
}

function ownValue(table: Table, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function isTable(value: unknown): value is Table & TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('getTime' in value);
}

const json = {
  parse: (text: string): unknown => JSON.parse(text),
  write: (document: Table): string => `${JSON.stringify(document, null, 2)}\n`,
};
const toml = {
  parse: (text: string): unknown => parse(text),
  write: (document: Table): string => stringify(document),
};

/** Text in stretches, each with the name of what it says; null = it does not judge. */
type Stretch = { readonly name: string | null; readonly text: string };

/** A file whose lines are kept as they are. */
function stretchesOf(divide: (text: string) => readonly Stretch[]): PartsFormat {
  const judging = (text: string): readonly Stretch[] => divide(text).filter(({ name }) => name !== null);
  return {
    read: (text) => new Map(judging(text).map(({ name, text: said }) => [name ?? '', said.trim()])),
    put: ({ base, head }) => {
      const others = divide(head).filter(({ name }) => name === null);
      return [...others, ...judging(base)]
        .map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`))
        .join('');
    },
  };
}

function sectionsOf(text: string): readonly Stretch[] {
  return text.split(/^(?=\[)/m).map((section) => {
    const title = /^\[([^\]]*)\]/.exec(section)?.[1]?.trim() ?? '';
    const judges =
      /^(?:tool:pytest|pytest|tox.*|testenv.*|aliases|options\.entry_points|nosetests|unittest)$/;
    return { name: judges.test(title) ? title : null, text: section };
  });
}

function replacements(text: string): readonly Stretch[] {
  const blocks = text.matchAll(/^[ \t]*replace[ \t]*(?:\([^)]*\)|[^\n]*)\n?|[^\n]*\n|[^\n]+$/gm);
  return [...blocks].map(([block]) => {
    const isReplacement = /^[ \t]*replace\b/.test(block);
    const said = block
      .replaceAll(/\/\/.*$/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return { name: isReplacement ? said : null, text: block };
  });
}

const formats: ReadonlyMap<string, PartsFormat> = new Map([
  ['package.json', keysOf(['scripts', 'jest', 'mocha', 'ava', 'tap', 'nyc', 'c8', 'babel'], json)],
  ['composer.json', keysOf(['scripts', 'autoload-dev'], json)],
  [
    'pyproject.toml',
    keysOf(
      [
        ...['tool.pytest', 'tool.tox', 'tool.hatch', 'tool.poe', 'tool.taskipy', 'tool.coverage', 'tool.nox'],
        // A plugin of pytest, or a program that is called like it, is declared as an entry point.
        ...['project.scripts', 'project.gui-scripts', 'project.entry-points'],
        ...['tool.poetry.scripts', 'tool.poetry.plugins', 'tool.pdm.scripts'],
      ],
      toml,
    ),
  ],
  [
    'cargo.toml',
    keysOf(
      [
        ...['lib', 'bin', 'test', 'bench', 'example', 'profile', 'patch', 'replace'],
        ...['build', 'autotests', 'autobenches', 'autoexamples', 'default-run'].map(
          (key) => `package.${key}`,
        ),
      ],
      toml,
    ),
  ],
  ['setup.cfg', stretchesOf(sectionsOf)],
  ['go.mod', stretchesOf(replacements)],
]);
