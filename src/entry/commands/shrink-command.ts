import { join, relative } from 'node:path';
import { writeShrink } from '../../adapters/report-files/write-shrink.ts';
import { jsonText } from '../../core/report/machine/result-text.ts';
import { shrinkResult } from '../../core/report/machine/shrink-result.ts';
import { renderShrink } from '../../core/report/terminal/shrink.ts';
import type { Model } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import { findTargets } from '../../pipeline/shrink/find-targets.ts';
import { shrink } from '../../pipeline/shrink/shrink.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { modeOf, placesOf, type CommandCall } from './command-options.ts';
import { openCommand, openReport } from './open-command.ts';

/** `shrink`: which parts of a text does no model miss? */
export async function shrinkCommand(
  call: CommandCall,
  of: { readonly named: readonly string[]; readonly models: readonly string[] },
): Promise<ExitCode> {
  const { options } = call;
  await using command = await openCommand(call);
  const { ports, request } = command;
  const models = chosen(request.settings.models, of.models);
  const settings = { ...request.settings, models };
  const { head } = request.trigger;
  const targets = await findTargets(ports.repository, { entries: settings.specs, head, named: of.named });
  await openReport(command);
  const run = await shrink(ports, { ...request, settings, targets, mode: modeOf(options) });
  const { directory, report } = placesOf(options);
  const written = await writeShrink(run, report);
  const patch = written === null ? null : relative(directory, join(report, written));
  command.print(options['json'] === true ? jsonText(shrinkResult(run)) : renderShrink(run, patch));
  return 0;
}

function chosen(models: readonly Model[], named: readonly string[]): readonly Model[] {
  if (named.length === 0) return models;
  const unknown = named.find((name) => models.every(({ id }) => id !== name));
  if (unknown === undefined) return models.filter(({ id }) => named.includes(id));
  throw new UserError(
    'CONFIG_INVALID',
    `option \`--model\` is \`${unknown.slice(0, 80)}\`, and the config has no such model.`,
    `Name one of ${models.map(({ id }) => id).join(', ')}.`,
  );
}
