import { configError, named } from './config-error.ts';
import { keyPathText, type Origins } from './locate.ts';
import type { YamlFile } from './read-yaml.ts';
import type { GivenInput, SettingInput } from './setting-inputs.ts';

/** The file's data with the given inputs in it, and which value came from which input. */
export type MergedConfig = { readonly value: unknown; readonly origins: Origins };

/** Puts the given inputs over the file's data; without a file the inputs are the whole configuration. */
export function mergeInputs(file: YamlFile | null, given: readonly GivenInput[]): MergedConfig {
  const start: unknown = file === null ? { version: 1 } : file.value;
  refuseManySpecs(start, given);
  const value = given.reduce(
    (merged, { input, value: found }) => withValue(merged, input.path, found),
    start,
  );
  return { value, origins: new Map(given.map(({ input }) => [keyPathText(input.path), input.name])) };
}

type Mapping = Readonly<Record<string, unknown>>;

function refuseManySpecs(value: unknown, given: readonly GivenInput[]): void {
  const specInput = given.find(({ input }) => input.path[0] === 'specs');
  const specs = isMapping(value) ? value['specs'] : null;
  if (specInput === undefined || !Array.isArray(specs) || specs.length < 2) return;
  throw configError(
    'CONFIG_INVALID',
    `input ${named(specInput.input.name)} is given, but the config file has ${specs.length} entries under \`specs\`, so it is unclear which one is meant.`,
    'Remove the input, or keep one entry in the file.',
  );
}

/** The data with a value put at a key path. Data of the wrong type stays as it is, for the schema to refuse. */
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
