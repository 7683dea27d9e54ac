import type { ModelSwitch } from '../core/model-switch.ts';
import { hostedProviders } from '../core/providers.ts';
import type { Model } from '../core/settings.ts';
import { UserError } from '../errors.ts';
import { shorthands } from './model-words.ts';
import { readSettings } from './read-settings.ts';

/**
 * Two models to be compared, each as the config names it, or any other of a vendor with an address of its own as
 * PROVIDER/MODEL. Throws CONFIG_INVALID.
 */
export function modelsToCompare(
  ids: { readonly from: string; readonly to: string },
  configured: readonly Model[],
): ModelSwitch {
  const from = modelCalled(ids.from, configured);
  const to = modelCalled(ids.to, configured);
  if (from.id !== to.id) return { from, to };
  throw new UserError(
    'CONFIG_INVALID',
    `\`--from\` and \`--to\` are both ${from.id}.`,
    'Give two different models.',
  );
}

/** The model that the config names so, or any other of a vendor with an address of its own. Throws CONFIG_INVALID. */
export function modelCalled(id: string, configured: readonly Model[]): Model {
  const known = configured.find((model) => model.id === id);
  if (known !== undefined) return known;
  const rest = { specs: 'SPEC.md', writes: 'src/**', 'test-command': 'true' };
  const read = new RegExp(`^(?:${hostedProviders.join('|')})/\\S+$`).test(id)
    ? readSettings({ file: null, inputs: { ...rest, models: id } }).settings.models[0]
    : undefined;
  if (read !== undefined) return read;
  const names = configured.map((model) => model.id).join(', ');
  throw new UserError(
    'CONFIG_INVALID',
    `there is no model \`${id.slice(0, 80)}\`.`,
    `Configured models: ${names}. Models written as ${shorthands('and')} need no configuration.`,
  );
}
