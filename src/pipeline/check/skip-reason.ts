import { secretVariables } from '../../core/headers.ts';
import type { Model } from '../../core/settings.ts';
import { isFromFork, needsSandbox } from '../../core/trigger/rights.ts';
import { refuseUnpriced } from '../../core/budget/refuse-unpriced.ts';
import { UserError } from '../../errors.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { refuseOtherAgents, type AskAgentVersion } from '../specs/agent-versions.ts';
import type { Ports } from '../engine/engine.ts';

/**
 * Why no model may be asked although there is something to ask, as a sentence for the report; null if models may be
 * asked. Throws KEY_MISSING, PRICE_UNKNOWN, SANDBOX_UNAVAILABLE.
 */
export async function findSkipReason(ports: Ports, request: RunRequest): Promise<string | null> {
  const { settings, trigger } = request;
  if (lacksKeys(ports, request)) return secretsWithheld;
  const unpriced = refuseUnpriced(settings.models, settings.budget);
  if (unpriced !== null) throw unpriced;
  await refuseOtherAgents(settings.models, agentVersions(ports));
  const { level } = await ports.sandbox();
  if (level !== 'none' || !needsSandbox(trigger)) return null;
  return isFromFork(trigger) ? forkUnsandboxed : commentUnsandboxed;
}

function agentVersions({ agentVersionOf }: Ports): AskAgentVersion {
  if (agentVersionOf !== undefined) return agentVersionOf;
  return async ({ id }) => {
    throw new Error(`${id} cannot be asked: no adapter asks agents`);
  };
}

// A missing key is the user's mistake only if the event has access to secrets.
function lacksKeys(ports: Ports, { settings, withoutSecrets }: RunRequest): boolean {
  const keyless = settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && !withoutSecrets) {
    throw missingKeys(keyless);
  }
  return keyless.length > 0;
}

const secretsWithheld =
  'GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.';

const forkUnsandboxed =
  'Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.';

const commentUnsandboxed =
  'A run that a comment asks for holds the keys of this repository, so it runs no generated code without a sandbox, and `sandbox` is `none`: no model was asked. Nothing is known about this change.';

function missingKeys(keyless: readonly Model[]): UserError {
  const variablesOf = (model: Model): string => secretVariables(model).join(' or ');
  const names = [...new Set(keyless.map(variablesOf))].map((name) => {
    const models = keyless.filter((model) => variablesOf(model) === name).map(({ id }) => id);
    return `${name} (for ${models.join(', ')})`;
  });
  return new UserError(
    'KEY_MISSING',
    `a spec changed and has to be checked, but these environment variables are not set: ${names.join(', ')}.`,
    'Set them in the environment of the command (in a workflow under `env:` of the step, from the secrets of the repository), or remove the model from `models`.',
  );
}
