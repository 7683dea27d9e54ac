import { keepHeapSmall } from '../../adapters/process/keep-heap-small.ts';
import { hasRecords, refuseNoRecords } from '../../adapters/records/refuse-no-records.ts';
import { check } from '../../pipeline/check/check.ts';
import type { Mode } from '../../pipeline/check/check-request.ts';
import { withoutItsProgram } from '../../pipeline/specs/agent-versions.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import { uncommittedEdit } from '../../pipeline/specs/uncommitted-specs.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { importedRun } from './imported-run.ts';
import { modeOf, placesOf, type CommandCall } from './command-options.ts';
import { openCommand, openReport, type BeforeRecords } from './open-command.ts';

/** `check`: what the action does on a pull request, with the report on stdout. */
export async function checkCommand(call: CommandCall): Promise<ExitCode> {
  return compareCommits(call, modeOf(call.options));
}

/** `report`: makes every verdict and report again from records alone. */
export async function reportCommand(call: CommandCall): Promise<ExitCode> {
  const { records } = placesOf(call.options);
  return compareCommits(call, { kind: 'replay' }, async ({ repository, ...of }) => {
    // Where no spec changed there is nothing to judge, with records or without.
    if (await hasRecords(records)) return;
    if ((await findWork(repository, of)).questions.length > 0) await refuseNoRecords(records);
  });
}

async function compareCommits(
  call: CommandCall,
  mode: Mode,
  refuse?: (known: BeforeRecords) => Promise<void>,
): Promise<ExitCode> {
  // Where models are asked, collecting more often would cost more than it saves.
  if (mode.kind === 'replay') keepHeapSmall();
  await using command = await openCommand(call, refuse);
  const { request } = command;
  await openReport(command);
  const ask = command.ports.agentVersionOf;
  const agentVersionOf = mode.kind === 'replay' ? withoutItsProgram(ask) : ask;
  const work = await findWork(command.ports.repository, { ...request, agentVersionOf });
  const imported = await importedRun(command, work, mode);
  const { ports } = imported;
  const { trigger } = request;
  const { settings } = work;
  const { changes } = work;
  const edit =
    trigger.kind === 'audit'
      ? null
      : await uncommittedEdit(ports.repository, { entries: settings.specs, head: trigger.head, changes });
  if (edit !== null) ports.log.warn(edit);
  const notes = [...request.notes, ...imported.notes];
  const checked = await check(ports, { ...request, settings, notes, work, mode: imported.mode });
  // Loaded at the end: all that writes reports would keep the first call waiting.
  const { show } = await import('./show.ts');
  return await show(command, checked);
}
