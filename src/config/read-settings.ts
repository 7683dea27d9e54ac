import type { Settings } from '../core/plan/settings.ts';
import type { UserError } from '../errors.ts';
import { configError, named } from './config-error.ts';
import { configSchema, type Config } from './config-schema.ts';
import { locator, type Locate } from './locate.ts';
import { mergeInputs } from './merge-inputs.ts';
import { modelId } from './model-schema.ts';
import { notYetSentences } from './not-yet.ts';
import { problemsError } from './problems.ts';
import { readYaml, type ConfigFile } from './read-yaml.ts';
import { refuseJoinedItems } from './refuse-joined.ts';
import { refuseKeyPlaces, refuseKeyTexts } from './refuse-keys.ts';
import { givenInputs, type GivenInput, type SettingInputName } from './setting-inputs.ts';
import { toSettings } from './to-settings.ts';

/** Where a configuration comes from: the config file, if there is one, and the action's inputs by name. */
export type SettingsSource = {
  readonly file: ConfigFile | null;
  readonly inputs: Readonly<Record<string, string>>;
};

/** Settings, and one plain sentence per given key that cannot act in this version. */
export type ReadSettings = { readonly settings: Settings; readonly notYet: readonly string[] };

/** Reads file and inputs through the one schema; throws UserError with the place, the value found and what is allowed. */
export function readSettings(source: SettingsSource): ReadSettings {
  const given = givenInputs(source.inputs);
  refuseKeyTexts(source.file, given);
  refuseJoinedItems(given);
  if (source.file === null) requireWhole(given);
  const file = source.file === null ? null : readYaml(source.file);
  if (file !== null) refuseKeyPlaces(file.value, locator(file, new Map()));
  const { value, origins } = mergeInputs(file, given);
  const locate = locator(file, origins);
  const read = configSchema.safeParse(value);
  if (!read.success) throw problemsError(read.error.issues, value, locate);
  refuseCommandModels(read.data, locate);
  return { settings: toSettings(read.data), notYet: notYetSentences(value, locate) };
}

const wholeInputs: readonly SettingInputName[] = ['specs', 'writes', 'test-command', 'models'];

function requireWhole(given: readonly GivenInput[]): void {
  const missing = wholeInputs.filter((name) => !given.some(({ input }) => input.name === name));
  if (missing.length === 0) return;
  throw missingError(missing);
}

function missingError(missing: readonly SettingInputName[]): UserError {
  const names = missing.map(named).join(', ');
  if (missing.length === 1 && missing[0] === 'writes') {
    return configError(
      'WRITES_EMPTY',
      'input `writes` is empty and there is no config file.',
      'List the paths that a model may create, for example `src/duration/**`.',
    );
  }
  return configError(
    'CONFIG_NOT_FOUND',
    `there is no config file, and without one these inputs are needed too: ${names}.`,
    'Add .github/spec-portability.yml, or give the inputs.',
  );
}

function refuseCommandModels(config: Config, locate: Locate): void {
  const index = config.models.findIndex((model) => typeof model !== 'string' && model.provider === 'command');
  const model = config.models[index];
  if (model === undefined) return;
  throw configError(
    'NOT_IN_THIS_VERSION',
    `${locate(['models', index])}: model ${named(modelId(model))} has provider \`command\`, which is not in this version.`,
    'Remove the model, or use a provider of anthropic, openai, openai-compatible.',
  );
}
