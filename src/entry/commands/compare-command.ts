import { readSettings } from '../../config/read-settings.ts';
import { hostedProviders } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import { check } from '../../pipeline/check/check.ts';
import { openReport, show, textOf, withPorts, type CommandCall } from './check-command.ts';
import type { ExitCode } from '../wiring/fail.ts';

/** `compare`: every spec on the old model and on the one that takes over. */
export async function compareCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  return withPorts(call, async (ports, request) => {
    const from = modelCalled(textOf(options, 'from') ?? '', request.settings.models);
    const to = modelCalled(textOf(options, 'to') ?? '', request.settings.models);
    if (from.id === to.id)
      throw new UserError('CONFIG_INVALID', `--from and --to are both ${from.id}.`, 'Name two models.');
    await openReport(options, ports);
    const settings = { ...request.settings, models: [from, to] };
    const planOnly = options['dryRun'] === true ? 'Dry run: no model was asked.' : null;
    return show(options, await check(ports, { ...request, settings, switches: [{ from, to }], planOnly }));
  });
}

// A model of the config by its name there, or any other of a vendor with an address of its own, as PROVIDER/MODEL.
function modelCalled(id: string, configured: readonly Model[]): Model {
  const known = configured.find((model) => model.id === id);
  if (known !== undefined) return known;
  const rest = { specs: 'SPEC.md', writes: 'src/**', 'test-command': 'true' };
  const read = new RegExp(`^(?:${hostedProviders.join('|')})/\\S+$`).test(id)
    ? readSettings({ file: null, inputs: { ...rest, models: id } }).settings.models[0]
    : undefined;
  if (read !== undefined) return read;
  const names = configured.map((model) => model.id).join(', ');
  const shorthands = hostedProviders.map((name) => `\`${name}/MODEL\``).join(' and ');
  throw new UserError(
    'CONFIG_INVALID',
    `no model is called \`${id.slice(0, 80)}\`.`,
    `Configured are ${names}; ${shorthands} need no configuration.`,
  );
}
