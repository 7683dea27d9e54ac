import { headModels } from '../../config/head-models.ts';
import { modelSwitches } from '../../config/model-switches.ts';
import type { AskedModels } from '../../config/head-models.ts';
import { readSettings } from '../../config/read-settings.ts';
import type { ModelSwitch } from '../../core/model-switch.ts';
import type { Settings } from '../../core/settings.ts';
import type { Trigger } from '../../core/trigger/trigger.ts';
import { UserError } from '../../errors.ts';
import { configAt } from '../../pipeline/trigger/find-config.ts';
import type { ConfigText } from '../../pipeline/trigger/find-config.ts';
import type { Repository } from '../../ports/repository.ts';

/** The configuration of a run, and whether the run may only show its plan. */
export type Configuration = {
  readonly settings: Settings;
  readonly notes: readonly string[];
  /** Models that the head puts in place of others. */
  readonly switches: readonly ModelSwitch[];
  readonly planOnly: string | null;
};

/** Reads config and commands from the tip of the base, so that a change cannot alter the rules that judge it. */
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
    return { settings, notes: notYet, switches: [], planOnly: null };
  }
  return withHeadModels({ settings, notes: notYet, switches: [], planOnly: null }, headFile, inputs);
}

type ConfigFiles = { readonly file: ConfigText | null; readonly headFile: ConfigText | null };

async function configFiles(
  repository: Repository,
  trigger: Trigger,
  path: string | null,
): Promise<ConfigFiles> {
  const trusted = trigger.kind === 'audit' ? trigger.head : (trigger.baseTip ?? trigger.base);
  const isFork = 'fromFork' in trigger && trigger.fromFork;
  const file = await configAt(repository, trusted, path);
  const headFile = isFork ? null : await configAt(repository, trigger.head, path);
  if (path !== null && file === null && headFile === null)
    throw new UserError(
      'CONFIG_NOT_FOUND',
      `\`${path}\` (input \`config\`) is not in the base commit ${trusted.slice(0, 12)}.`,
      'Check the path, which is relative to the repository, or commit the file.',
    );
  return { file, headFile };
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
    switches: [],
    planOnly:
      'The base branch has no config file yet, so no model was asked: the checks begin once this one is merged.',
  };
}

// This is how a model switch is tested before it is merged.
function withHeadModels(
  configuration: Configuration,
  headFile: ConfigText,
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
