import { atOnce } from '../../core/at-once.ts';
import type { AgentModel, Model, Settings } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';

/**
 * What the installed program of an agent says its version is. Throws AGENT_UNUSABLE: it is missing, too old or says
 * nothing that can be read, or no sandbox here cuts the network.
 */
export type AskAgentVersion = (model: AgentModel) => Promise<string>;

/**
 * The models with the versions of their agents, which decide the keys of stored answers. A version that the config file
 * names is taken as it is, so that what is on record can be judged where the agent is not installed.
 */
export async function withAgentVersions(
  models: readonly Model[],
  ask: AskAgentVersion,
): Promise<readonly Model[]> {
  return atOnce(models, async (model) =>
    isUnasked(model) ? { ...model, agent: { ...model.agent, version: await ask(model) } } : model,
  );
}

/** The same for everything that a run without two commits works with. */
export async function versionedRequest<Of extends { readonly settings: Settings }>(
  { agentVersionOf }: { readonly agentVersionOf?: AskAgentVersion },
  request: Of,
): Promise<Of> {
  const { settings } = request;
  if (agentVersionOf === undefined || !settings.models.some(isUnasked)) return request;
  const models = await withAgentVersions(settings.models, agentVersionOf);
  return { ...request, settings: { ...settings, models } };
}

/** The same where no agent will be asked: what is thrown says how to do without its program. */
export function withoutItsProgram(ask: AskAgentVersion | undefined): AskAgentVersion | undefined {
  if (ask === undefined) return undefined;
  return async (model) => {
    try {
      return await ask(model);
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'AGENT_UNUSABLE') throw error;
      const what = error.message.slice(`${error.code}: `.length, -error.hint.length).trim();
      throw new UserError(
        'AGENT_UNUSABLE',
        what,
        'Nothing is asked here: with the `version` that wrote the answers under the model the program is not needed.',
      );
    }
  };
}

/** Throws AGENT_UNUSABLE if an agent that is to be asked is not installed here in the version that it is to have. */
export async function refuseOtherAgents(models: readonly Model[], ask: AskAgentVersion): Promise<void> {
  for (const model of models.filter(isAgentModel)) {
    const { name, version, program } = model.agent;
    const installed = await ask(model);
    if (version === null || installed === version) continue;
    const { packageName } = program;
    throw new UserError(
      'AGENT_UNUSABLE',
      `${name} is installed in version ${installed}, and \`version\` of the model ${model.id} is ${version}.`,
      packageName === null
        ? 'Install that version, or change `version`.'
        : `Install it (npm install -g ${packageName}@${version}), or change \`version\`.`,
    );
  }
}

/** Whether a model is asked by an agent. */
export function isAgentModel(model: Model): model is AgentModel {
  return model.agent !== undefined;
}

function isUnasked(model: Model): model is AgentModel {
  return model.agent?.version === null;
}
