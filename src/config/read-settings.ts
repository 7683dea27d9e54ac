import type { Settings } from '../core/settings.ts';
import type { UserError } from '../errors.ts';
import { configError, quoted, shown } from './config-error.ts';
import { configSchema } from './config-schema.ts';
import { locator, type Locate, keyPathText } from './locate.ts';
import { problemsError } from './problems.ts';
import { readYaml, type ConfigFile } from './read-yaml.ts';
import { refuseRouting } from './refuse-routing.ts';
import { refuseKeyPlaces, refuseKeyTexts } from './refuse-keys.ts';
import { givenInputs, type GivenInput, type SettingInputName } from './setting-inputs.ts';
import { toSettings } from './to-settings.ts';
import type { Origins } from './locate.ts';
import type { YamlFile } from './read-yaml.ts';
import type { SettingInput } from './setting-inputs.ts';

/** The parts of a configuration: the config file, if there is one, and the action's inputs by name. */
export type SettingsSource = {
  readonly file: ConfigFile | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** What the reader typed the inputs as. Default: inputs of the action. */
  readonly typedAs?: 'input' | 'option';
};

/** Settings, and one sentence for each given key that has no effect in this version. */
export type ReadSettings = { readonly settings: Settings; readonly notYet: readonly string[] };

/**
 * Reads file and inputs through the one schema. Throws UserError with the place, the value found and what is allowed.
 */
export function readSettings(source: SettingsSource): ReadSettings {
  const given = givenInputs(source.inputs);
  refuseKeyTexts(source.file, given);
  refuseJoinedItems(given);
  if (source.file === null) requireWhole(given);
  const file = source.file === null ? null : readYaml(source.file);
  if (file !== null) refuseKeyPlaces(file.value, locator(file, new Map()));
  const { value, origins } = mergeInputs(file, given, source.typedAs ?? 'input');
  const locate = locator(file, origins);
  // To compile the schema takes longer than to read one file by it.
  const read = configSchema.safeParse(value, { jitless: true });
  if (!read.success) throw problemsError(read.error.issues, value, locate);
  refuseRouting(read.data, locate);
  return { settings: toSettings(read.data), notYet: notYetSentences(value, locate) };
}

const wholeInputs: readonly SettingInputName[] = ['specs', 'writes', 'test-command', 'models'];

function requireWhole(given: readonly GivenInput[]): void {
  const missing = wholeInputs.filter((name) => !given.some(({ input }) => input.name === name));
  if (missing.length === 0) return;
  throw missingError(missing);
}

function missingError(missing: readonly SettingInputName[]): UserError {
  const names = missing.map(quoted).join(', ');
  if (missing.length === 1 && missing[0] === 'writes') {
    return configError(
      'WRITES_EMPTY',
      'input `writes` is empty and there is no config file.',
      'List the paths that a model may create, for example `src/duration/**`.',
    );
  }
  return configError(
    'CONFIG_NOT_FOUND',
    `there is no config file, and these inputs, which are needed without one, are not set: ${names}.`,
    'Add .github/spec-portability.yml, or set the inputs.',
  );
}

/** Throws if an input that takes one item per line got several on one line, or a YAML list. */
function refuseJoinedItems(given: readonly GivenInput[]): void {
  for (const { input, value } of given) {
    if (input.reads !== 'list' || !Array.isArray(value)) continue;
    const items = value.map(String);
    const index = items.findIndex((item) => isJoined(item, input.name === 'models'));
    if (index === -1) continue;
    throw configError(
      'CONFIG_INVALID',
      `input ${quoted(input.name)}: item ${index + 1} is ${shown(items[index])}.`,
      'Write `|` after the key, then one item per line, without commas or dashes.',
    );
  }
}

function isJoined(item: string, isModel: boolean): boolean {
  if (/^-\s/.test(item)) return true;
  // A glob may have a comma in braces, and a file name may have one too.
  return isModel ? item.includes(',') : /,\s/.test(item.replaceAll(/\{[^{}]*\}/g, ''));
}

/** Keys that are accepted but have no effect in this version. */
const notYetKeys: readonly (readonly string[])[] = [
  ['specs', 'probe'],
  ['audit', 'home'],
  ['audit', 'rewrites'],
];

/** One sentence for each given key that has no effect in this version. */
function notYetSentences(value: unknown, locate: Locate): readonly string[] {
  return notYetKeys.flatMap((path) =>
    placesOf(value, path).map((place) => {
      const name = path[0] === 'specs' ? (path[1] ?? '') : path.join('.');
      return `${quoted(name)} (${locate(place.path)}) is not in this version and is ignored.`;
    }),
  );
}

type Place = { readonly path: readonly PropertyKey[]; readonly value: unknown };

/** Every place where a key path was written, including all entries of lists on the way. */
function placesOf(value: unknown, keys: readonly string[]): readonly Place[] {
  let places: readonly Place[] = [{ path: [], value }];
  for (const key of keys) {
    places = places.flatMap(spread).flatMap((place) => entered(place, key));
  }
  return places;
}

function spread(place: Place): readonly Place[] {
  const { path, value } = place;
  if (!Array.isArray(value)) return [place];
  return value.map((item: unknown, index) => ({ path: [...path, index], value: item }));
}

function entered({ path, value }: Place, key: string): readonly Place[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return [{ path: [...path, key], value: Reflect.get(value, key) }];
}

/** The file's data with the given inputs merged in, and which value came from which input. */
export type MergedConfig = { readonly value: unknown; readonly origins: Origins };

/** Merges the given inputs into the file's data. Without a file the inputs are the whole configuration. */
function mergeInputs(
  file: YamlFile | null,
  given: readonly GivenInput[],
  typedAs: 'input' | 'option',
): MergedConfig {
  const start: unknown = file === null ? { version: 1 } : file.value;
  refuseManySpecs(start, given);
  const value = given.reduce(
    (merged, { input, value: found }) => withValue(merged, input.path, found),
    start,
  );
  const nameOf = ({ name }: SettingInput) =>
    typedAs === 'input' ? `input ${quoted(name)}` : `option ${quoted(`--${name}`)}`;
  return { value, origins: new Map(given.map(({ input }) => [keyPathText(input.path), nameOf(input)])) };
}

type Mapping = Readonly<Record<string, unknown>>;

function refuseManySpecs(value: unknown, given: readonly GivenInput[]): void {
  const specInput = given.find(({ input }) => input.path[0] === 'specs');
  const specs = isMapping(value) ? value['specs'] : null;
  if (specInput === undefined || !Array.isArray(specs) || specs.length < 2) return;
  throw configError(
    'CONFIG_INVALID',
    `input ${quoted(specInput.input.name)} is set, but the config file has ${specs.length} entries under \`specs\`, so it is not clear which one it is for.`,
    'Remove the input, or keep only one entry in the file.',
  );
}

/** The data with a value set at a key path. Data of the wrong type stays as it is, so that the schema refuses it. */
function withValue(data: unknown, path: SettingInput['path'], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const isMissing = data === undefined || data === null;
  if (key === 0) {
    return isMissing || Array.isArray(data) ? [withValue(data?.[0], rest, value)] : data;
  }
  if (isMissing) return { [key]: withValue(undefined, rest, value) };
  return isMapping(data) ? { ...data, [key]: withValue(data[key], rest, value) } : data;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
