import { headModels } from '../config/head-models.ts';
import { readSettings } from '../config/read-settings.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { Trigger } from '../core/plan/trigger.ts';
import { UserError } from '../errors.ts';
import { configAt } from '../pipeline/find-config.ts';
import type { ConfigText } from '../pipeline/find-config.ts';
import type { Repository } from '../ports/repository.ts';

/** What a run goes by, and whether it may only show its plan. */
export type Configuration = {
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly planOnly: string | null;
};

/** Config and commands from the tip of the base branch; a pull request cannot change what judges it. */
export async function readConfiguration(of: {
  readonly repository: Repository;
  readonly trigger: Trigger;
  readonly inputs: Readonly<Record<string, string>>;
}): Promise<Configuration> {
  const { inputs } = of;
  const { file, headFile } = await configFiles(of.repository, of.trigger, inputs['config'] ?? null);
  if (file === null && headFile !== null && !isWhole(inputs)) return firstAdoption(headFile, inputs);
  const { settings, notYet } = readSettings({ file, inputs });
  if (file === null || headFile === null || file.text === headFile.text) {
    return { settings, notes: notYet, planOnly: null };
  }
  return withHeadModels({ settings, notes: notYet, planOnly: null }, headFile, inputs);
}

type ConfigFiles = { readonly file: ConfigText | null; readonly headFile: ConfigText | null };

async function configFiles(
  repository: Repository,
  trigger: Trigger,
  path: string | null,
): Promise<ConfigFiles> {
  if (trigger.kind !== 'pull-request')
    return { file: await configAt(repository, trigger.head, path), headFile: null };
  const file = await configAt(repository, trigger.baseTip, path);
  return { file, headFile: trigger.fromFork ? null : await configAt(repository, trigger.head, path) };
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

function firstAdoption(file: ConfigText, inputs: Readonly<Record<string, string>>): Configuration {
  const { settings, notYet } = readSettings({ file, inputs });
  return {
    settings,
    notes: notYet,
    planOnly:
      'The base branch has no config file yet, so no model was asked: the checks begin once this one is merged.',
  };
}

// How a switch of models is seen before it is merged.
function withHeadModels(
  configuration: Configuration,
  headFile: ConfigText,
  inputs: Readonly<Record<string, string>>,
): Configuration {
  const head = readSettings({ file: headFile, inputs });
  const { models, refused } = headModels(configuration.settings.models, head.settings.models);
  const notes = refused.map(
    ({ id }) => `Model ${id} was left out: its key name or address is not in the config of the base branch.`,
  );
  const asked = models.length > 0 ? models : configuration.settings.models;
  return {
    ...configuration,
    settings: { ...configuration.settings, models: asked },
    notes: [...configuration.notes, ...notes],
  };
}
