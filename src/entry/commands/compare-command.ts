import { modelsToCompare } from '../../config/models-to-compare.ts';
import { check } from '../../pipeline/check/check.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { modeOf, textOf, type CommandCall } from './command-options.ts';
import { openCommand, openReport } from './open-command.ts';

/** `compare`: every spec on the old model and on the one that takes over. */
export async function compareCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  await using command = await openCommand(call);
  const { ports, request } = command;
  const ids = { from: textOf(options, 'from') ?? '', to: textOf(options, 'to') ?? '' };
  const { from, to } = modelsToCompare(ids, request.settings.models);
  await openReport(command);
  const settings = { ...request.settings, models: [from, to] };
  const { trigger } = request;
  const { agentVersionOf } = ports;
  const of = { trigger, settings, switches: [{ from, to }], agentVersionOf };
  const work = await findWork(ports.repository, of);
  const asked = { ...request, settings: work.settings, work, mode: modeOf(options) };
  const checked = await check(ports, asked);
  // Loaded at the end, as by `check`.
  const { show } = await import('./show.ts');
  return await show(command, checked);
}
