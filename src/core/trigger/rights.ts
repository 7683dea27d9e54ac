import type { Trigger } from './trigger.ts';

/** What a run may take from the commit that it judges, and what it may show to that commit's code. */
export type Rights = {
  /** GitHub gives this run the secrets of the repository. */
  readonly hasSecrets: boolean;
  /**
   * The head's own list of models is read, with its addresses and its names of keys. Otherwise `models`, `base-url`,
   * `api-key-env` and `setup-env` are those of the base, whatever the head says.
   */
  readonly readsHeadConfig: boolean;
  /** A setup sees the variables that `setup-env` names. */
  readonly seesSetupEnv: boolean;
};

/**
 * The rights of a run, decided here for every event. The code of a fork never gets a secret and never names one, whoever
 * asked for the run.
 */
export function rightsOf(trigger: Trigger, of: { readonly isDependabots: boolean }): Rights {
  const isForks = isFromFork(trigger);
  // A comment runs the workflow of the default branch, which has the secrets.
  const hasSecrets =
    trigger.kind !== 'pull-request' || isByComment(trigger) || (!isForks && !of.isDependabots);
  return { hasSecrets, readsHeadConfig: !isForks, seesSetupEnv: hasSecrets && !isForks };
}

/** Whether generated code of this run may only be run in a sandbox. */
export function needsSandbox(trigger: Trigger): boolean {
  return isFromFork(trigger) || isByComment(trigger);
}

/** Whether the head contains code from a fork, or nobody could tell. */
export function isFromFork(trigger: Trigger): boolean {
  switch (trigger.kind) {
    case 'pull-request':
    case 'merge-group':
      return trigger.fromFork;
    case 'manual':
      return trigger.fromFork ?? false;
    case 'audit':
      return false;
  }
}

function isByComment(trigger: Trigger): boolean {
  return trigger.kind === 'pull-request' && trigger.onDemand === 'comment';
}
