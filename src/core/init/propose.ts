import { findInstructions, findSpecs } from './find-specs.ts';
import type { FoundSpec } from './find-specs.ts';
import { literalGlob } from './literal-glob.ts';
import { findTestCommands, manifestNames } from './find-test-commands.ts';
import type { TestCommand } from './test-command.ts';
import { candidateFolders, guessWrites, withPackageName } from './guess-writes.ts';
import type { Surroundings } from './guess-writes.ts';

/** One entry of the config file to be written; `writes` null = only the reader knows. */
export type ProposedEntry = {
  readonly spec: readonly string[];
  readonly writes: readonly string[] | null;
  readonly command: TestCommand | null;
  /** Names of the specs that the entry covers. */
  readonly names: readonly string[];
  /** Whether the entry needs a name, because the folder does not give the right one. */
  readonly isNamed: boolean;
};

/** What `init` found, and what it proposes. */
export type Proposal = {
  readonly entries: readonly ProposedEntry[];
  readonly instructions: readonly string[];
  /** Globs that a reader may want under `writes`. */
  readonly candidates: readonly string[];
  /** What a job on GitHub must install before it checks. */
  readonly jobInstalls: readonly string[];
  /** What was chosen and why, one line each. */
  readonly said: readonly string[];
};

/** The tracked files whose text a proposal needs. */
export function filesToRead(paths: readonly string[]): readonly string[] {
  const specs = findSpecs(paths).flatMap(({ files }) => files);
  const manifests = paths.filter((path) =>
    manifestNames.some((name) => path === name || path.endsWith(`/${name}`)),
  );
  return [...specs, ...manifests.filter((path) => path.split('/').length <= 5)].slice(0, 1000);
}

/** The configuration that fits a repository, as far as the repository tells; no entry if it has no spec. */
export function propose(around: Surroundings): Proposal {
  const specs = findSpecs(around.paths).map((spec) => withPackageName(spec, around));
  const each = specs.map((spec) => entryOf(spec, around));
  const entries = together(each.map(({ entry }) => entry));
  return {
    entries,
    instructions: findInstructions(around.paths).filter(
      (path) => !specs.some(({ files }) => files.includes(path)),
    ),
    candidates: candidateFolders(around.paths),
    jobInstalls: [...new Set(entries.flatMap(({ command }) => command?.jobInstalls ?? []))],
    said: [...foundLines(specs), ...new Set(each.flatMap(({ said }) => said))],
  };
}

function foundLines(specs: readonly FoundSpec[]): readonly string[] {
  const kinds = [...new Set(specs.map(({ convention }) => convention))];
  return kinds.map((kind) => {
    const names = specs.filter(({ convention }) => convention === kind).map(({ name }) => name);
    const shown = names.slice(0, 5).join(', ');
    return `${kind}: ${names.length} ${names.length === 1 ? 'spec' : 'specs'} (${shown}${names.length > 5 ? ', …' : ''}).`;
  });
}

type Reasoned = { readonly entry: ProposedEntry; readonly said: readonly string[] };

function entryOf(spec: FoundSpec, around: Surroundings): Reasoned {
  const guess = guessWrites(spec, around);
  const { command, said } = commandFor(spec, around);
  const folder = spec.files[0]?.split('/').at(-2) ?? '';
  return {
    entry: {
      spec: spec.files.map((path) => literalGlob(path)),
      writes: guess?.writes ?? null,
      command,
      names: [spec.name],
      isNamed: folder !== spec.name,
    },
    said: [
      ...(guess === null ? [] : [`${spec.name}: writes ${guess.writes.join(', ')}, ${guess.because}.`]),
      ...said,
    ],
  };
}

/** The tests of the nearest folder above the spec that has any. */
function commandFor(
  spec: FoundSpec,
  around: Surroundings,
): { readonly command: TestCommand | null; readonly said: readonly string[] } {
  const parts = (spec.files[0] ?? '').split('/').slice(0, -1);
  for (let length = parts.length; length >= 0; length -= 1) {
    const directory = parts.slice(0, length).join('/') || '.';
    const [command, ...others] = findTestCommands(directory, around);
    if (command !== undefined) return { command, said: reasonsFor(command, others) };
  }
  return { command: null, said: [] };
}

function reasonsFor(command: TestCommand, others: readonly TestCommand[]): readonly string[] {
  const place = command.directory === '.' ? '' : ` in ${command.directory}`;
  const rivals = others.map(({ test, from }) => `\`${test}\` (${from})`).join(', ');
  const why = others.every(({ isReadable }) => !isReadable)
    ? 'its tests can be read one by one'
    : 'most of the code is in its language';
  return [
    `Tests${place}: \`${command.test}\` (${command.from})${others.length === 0 ? '.' : `, not ${rivals}: ${why}.`}`,
    ...(command.installedAbove === null
      ? []
      : [
          `Setup${place}: \`${command.setup ?? ''}\`, because ${command.installedAbove} stands in a folder above.`,
        ]),
    ...(command.isReadable
      ? []
      : [`\`${command.test}\` gives only an exit code: set \`results\` to a test report that it writes.`]),
  ];
}

/** One entry for specs that differ in nothing but their name. */
function together(entries: readonly ProposedEntry[]): readonly ProposedEntry[] {
  const groups = new Map<string, ProposedEntry[]>();
  for (const entry of entries) {
    const key = entry.isNamed ? JSON.stringify(entry) : shapeOf(entry, '{name}');
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const shapes = countedShapes(entries);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    return [
      {
        // A wildcard would also match the specs that are not in this group.
        spec:
          shapes.get(specShape(first)) === group.length
            ? first.spec.map((path) => swapped(path, first, '*'))
            : group.flatMap(({ spec }) => spec),
        writes: first.writes?.map((glob) => swapped(glob, first, '{name}')) ?? null,
        command: withName(first),
        names: group.flatMap(({ names }) => names),
        isNamed: false,
      },
    ];
  });
}

function countedShapes(entries: readonly ProposedEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(specShape(entry), (counts.get(specShape(entry)) ?? 0) + 1);
  return counts;
}

// Determined by its first file: the others only come with it.
function specShape(entry: ProposedEntry): string {
  return swapped(entry.spec[0] ?? '', entry, '*');
}

function shapeOf(entry: ProposedEntry, by: string): string {
  const { spec, writes } = entry;
  const command = withName(entry);
  return JSON.stringify([
    spec.map((path) => swapped(path, entry, by)),
    writes?.map((glob) => swapped(glob, entry, by)) ?? null,
    command === null ? null : [command.directory, command.test, command.setup],
  ]);
}

function withName(entry: ProposedEntry): TestCommand | null {
  const { command } = entry;
  return command === null
    ? null
    : { ...command, directory: swapped(command.directory, entry, '{name}'), from: '', sources: 0 };
}

/** A path with the folder of the spec's name replaced. */
function swapped(path: string, { names }: ProposedEntry, by: string): string {
  return path
    .split('/')
    .map((part) => (part === names[0] ? by : part))
    .join('/');
}
