import type { ModelSwitch } from '../core/model-switch.ts';
import type { Settings } from '../core/settings.ts';
import { UserError } from '../errors.ts';
import { headModels, type AskedModels } from './head-models.ts';
import { modelSwitches } from './model-switches.ts';
import { readSettings } from './read-settings.ts';
import type { ConfigFile } from './read-yaml.ts';

/** The configuration of a run, and whether the run may only show its plan. */
export type Configuration = {
  readonly settings: Settings;
  readonly notes: readonly string[];
  /** Models that the head puts in place of others. */
  readonly switches: readonly ModelSwitch[];
  readonly planOnly: string | null;
};

/** The config files of a run, as text. */
export type ConfigFiles = {
  /** From the tip of the base; null when there is none. */
  readonly file: ConfigFile | null;
  /** From the head; null when there is none, and always null when the head is a fork's. */
  readonly headFile: ConfigFile | null;
};

/** Takes config and commands from the tip of the base, so that a change cannot alter the rules that judge it. */
export function readConfiguration(
  { file, headFile }: ConfigFiles,
  inputs: Readonly<Record<string, string>>,
): Configuration {
  if (file === null && headFile !== null && !isWhole(inputs)) return firstAdoption(headFile, inputs);
  const { settings, notYet } = readSettings({ file, inputs });
  const configuration = { settings, notes: notYet, switches: [], planOnly: null };
  return file === null || headFile === null || file.text === headFile.text
    ? configuration
    : withHeadModels(configuration, headFile, inputs);
}

function isWhole(inputs: Readonly<Record<string, string>>): boolean {
  try {
    readSettings({ file: null, inputs });
    return true;
  } catch (error) {
    if (error instanceof UserError && error.code === 'CONFIG_NOT_FOUND') return false;
    throw error;
  }
}

function firstAdoption(file: ConfigFile, inputs: Readonly<Record<string, string>>): Configuration {
  const { settings, notYet } = readSettings({ file, inputs });
  return {
    settings,
    notes: notYet,
    switches: [],
    planOnly:
      'The base branch has no config file yet, so no model was asked: the checks begin once this one is merged.',
  };
}

// This is how a model switch is tested before it is merged.
function withHeadModels(
  configuration: Configuration,
  headFile: ConfigFile,
  inputs: Readonly<Record<string, string>>,
): Configuration {
  const head = readSettings({ file: headFile, inputs });
  const asked = headModels(configuration.settings.models, head.settings.models);
  return {
    ...configuration,
    settings: { ...configuration.settings, models: asked.models },
    switches: modelSwitches(configuration.settings.models, asked),
    notes: [...configuration.notes, ...modelNotes(asked)],
  };
}

function modelNotes({ refused, removed, replaced }: AskedModels): readonly string[] {
  return [
    ...removed.map(
      (id) =>
        `Model ${id} is taken out of the config here: it was asked all the same, and is not asked any more once this is merged.`,
    ),
    ...replaced.map(
      ({ id, askedAs }) =>
        `Model ${id} is made another model here: the one of the base was asked as ${id}, the new one as ${askedAs}.`,
    ),
    ...refused.map(
      ({ id }) =>
        `Model ${id} was left out: its key name or address is not in the config of the base branch.`,
    ),
  ];
}
