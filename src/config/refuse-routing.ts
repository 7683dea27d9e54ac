import type { Config } from './config-schema.ts';
import { configError, quoted } from './config-error.ts';
import { keyPathText, type Locate } from './locate.ts';

/**
 * Throws CONFIG_INVALID where a gateway may answer with another model than the named one: lists of models to fall back
 * on, presets, and names that let it choose. The two arms of a question could then be two models.
 */
export function refuseRouting({ models }: Config, locate: Locate): void {
  for (const [index, model] of models.entries()) {
    if (typeof model === 'string') continue;
    // An agent makes its own calls: it has no `params`.
    const found = model.provider === 'command' ? null : routingIn(model.params);
    if (found !== null) throw refused(['models', index, 'params', ...found], locate);
    if (model.provider !== 'command' && asksForRouting(model.params['transforms']))
      throw shortened(['models', index, 'params', 'transforms'], locate);
    if (choosesItself(model.model)) throw refused(['models', index, 'model'], locate);
  }
}

function refused(path: readonly PropertyKey[], locate: Locate): Error {
  return configError(
    'CONFIG_INVALID',
    `${locate(path)}: ${quoted(keyPathText(path))} lets the gateway answer with another model than the named one.`,
    'Name one model, without models to fall back on; write one entry under `models` for each model that is to be asked.',
  );
}

// OpenRouter's `middle-out` leaves out the middle of a prompt that is too long for the server.
function shortened(path: readonly PropertyKey[], locate: Locate): Error {
  return configError(
    'CONFIG_INVALID',
    `${locate(path)}: ${quoted(keyPathText(path))} lets the gateway shorten the prompt, so the model would not see the whole spec.`,
    'Remove it, or write `transforms: []`; a prompt that is too long is then told as such.',
  );
}

type Fields = Readonly<Record<string, unknown>>;

// OpenRouter, LiteLLM and Vercel's gateway, in this order.
const lists: readonly (readonly string[])[] = [
  ['models'],
  ['route'],
  ['preset'],
  ['provider', 'allow_fallbacks'],
  ['fallbacks'],
  ['context_window_fallbacks'],
  ['content_policy_fallbacks'],
  ['providerOptions', 'gateway', 'models'],
];

function routingIn(params: Fields): readonly string[] | null {
  return lists.find((path) => asksForRouting(valueAt(params, path))) ?? null;
}

function asksForRouting(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

function valueAt(fields: Fields, path: readonly string[]): unknown {
  let found: unknown = fields;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}

// `openrouter/auto`, `@preset/NAME` alone or behind a model, and the routers of Azure and others.
function choosesItself(name: string): boolean {
  return /^(?:openrouter\/)?auto$|^openrouter\/(?:auto[-:]|free$)|(?:^|\/)model-router$|@preset\//i.test(
    name,
  );
}
