import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  refuseOtherAgents,
  secretVariables
} from "./chunk-CYHJZNGT.js";
import {
  refuseUnpriced
} from "./chunk-KR76TPJV.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/core/trigger/rights.ts
function rightsOf(trigger, of) {
  const isForks = isFromFork(trigger);
  const hasSecrets = trigger.kind !== "pull-request" || isByComment(trigger) || !isForks && !of.isDependabots;
  return { hasSecrets, readsHeadConfig: !isForks, seesSetupEnv: hasSecrets && !isForks };
}
function needsSandbox(trigger) {
  return isFromFork(trigger) || isByComment(trigger);
}
function isFromFork(trigger) {
  switch (trigger.kind) {
    case "pull-request":
    case "merge-group":
      return trigger.fromFork;
    case "manual":
      return trigger.fromFork ?? false;
    case "audit":
      return false;
  }
}
function isByComment(trigger) {
  return trigger.kind === "pull-request" && trigger.onDemand === "comment";
}

// src/pipeline/check/skip-reason.ts
async function findSkipReason(ports, request) {
  const { settings, trigger } = request;
  if (lacksKeys(ports, request)) return secretsWithheld;
  const unpriced = refuseUnpriced(settings.models, settings.budget);
  if (unpriced !== null) throw unpriced;
  await refuseOtherAgents(settings.models, agentVersions(ports));
  const { level } = await ports.sandbox();
  if (level !== "none" || !needsSandbox(trigger)) return null;
  return isFromFork(trigger) ? forkUnsandboxed : commentUnsandboxed;
}
function agentVersions({ agentVersionOf }) {
  if (agentVersionOf !== void 0) return agentVersionOf;
  return async ({ id }) => {
    throw new Error(`${id} cannot be asked: no adapter asks agents`);
  };
}
function lacksKeys(ports, { settings, withoutSecrets }) {
  const keyless = settings.models.filter((model) => !ports.hasKey(model));
  if (keyless.length > 0 && !withoutSecrets) {
    throw missingKeys(keyless);
  }
  return keyless.length > 0;
}
var secretsWithheld = "GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.";
var forkUnsandboxed = "Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.";
var commentUnsandboxed = "A run that a comment asks for holds the keys of this repository, so it runs no generated code without a sandbox, and `sandbox` is `none`: no model was asked. Nothing is known about this change.";
function missingKeys(keyless) {
  const variablesOf = (model) => secretVariables(model).join(" or ");
  const names = [...new Set(keyless.map(variablesOf))].map((name) => {
    const models = keyless.filter((model) => variablesOf(model) === name).map(({ id }) => id);
    return `${name} (for ${models.join(", ")})`;
  });
  return new UserError(
    "KEY_MISSING",
    `a spec changed and has to be checked, but these environment variables are not set: ${names.join(", ")}.`,
    "Set them in the environment of the command (in a workflow under `env:` of the step, from the secrets of the repository), or remove the model from `models`."
  );
}

export {
  rightsOf,
  findSkipReason
};
