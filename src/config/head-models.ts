import { providers } from '../core/providers.ts';
import { askedWith, type Model } from '../core/settings.ts';

/** Which models are asked if a pull request has its own list of models. */
export type AskedModels = {
  /** The base's models come first, so that a pull request cannot remove a model that would speak against it. */
  readonly models: readonly Model[];
  /** Models of the head's list whose key or address the base does not trust. */
  readonly refused: readonly Model[];
  /** Ids of the base's models that are missing from the head's list. */
  readonly removed: readonly string[];
  /** Ids that stand for another model in the head's list, and the name under which that model is asked. */
  readonly replaced: readonly { readonly id: string; readonly askedAs: string }[];
};

/**
 * The models of the base, and those that the head of the same repository adds. The head's list is only read as data.
 * A model counts only if the base already trusts its provider, key name and address, or if they are the vendor's own.
 * Otherwise a branch could send a key to an address of its choice.
 */
export function headModels(base: readonly Model[], head: readonly Model[]): AskedModels {
  const trusted = new Set(base.map(placeOf));
  const isTrusted = (model: Model): boolean => trusted.has(placeOf(model)) || isVendorsOwn(model);
  const known = new Set(base.map(identityOf));
  const added = head.filter((model) => isTrusted(model) && !known.has(identityOf(model)));
  const taken = new Set([...base, ...added].map(({ id }) => id));
  const inBase = new Set(base.map(({ id }) => id));
  const replaced: { readonly id: string; readonly askedAs: string }[] = [];
  const named = added.map((model) => {
    if (!inBase.has(model.id)) return model;
    const askedAs = freeName(`${model.id}-head`, taken);
    replaced.push({ id: model.id, askedAs });
    return { ...model, id: askedAs };
  });
  const kept = new Set(head.map(identityOf));
  const replacedIds = new Set(replaced.map(({ id }) => id));
  return {
    models: [...base, ...named],
    refused: head.filter((model) => !isTrusted(model)),
    removed: base
      .filter((model) => !kept.has(identityOf(model)) && !replacedIds.has(model.id))
      .map(({ id }) => id),
    replaced,
  };
}

// A header may name an address behind the gateway, and the key goes there.
function placeOf({ provider, apiKeyEnv, baseUrl, headers }: Model): string {
  return JSON.stringify([provider, apiKeyEnv, baseUrl, headers ?? {}]);
}

function identityOf(model: Model): string {
  return JSON.stringify(askedWith(model));
}

function freeName(wanted: string, taken: Set<string>): string {
  const name = taken.has(wanted) ? freeName(`${wanted}-head`, taken) : wanted;
  taken.add(name);
  return name;
}

function isVendorsOwn({ provider, apiKeyEnv, baseUrl, headers }: Model): boolean {
  const { baseUrl: ownAddress, keyVariable } = providers[provider];
  if (headers !== undefined) return false;
  return baseUrl === null && ownAddress !== null && apiKeyEnv !== null && apiKeyEnv === keyVariable;
}
