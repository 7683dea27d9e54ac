import { keepHeapSmall } from '../../adapters/process/keep-heap-small.ts';
import { hasRecords, refuseNoRecords } from '../../adapters/records/refuse-no-records.ts';
import { check } from '../../pipeline/check/check.ts';
import type { Mode } from '../../pipeline/check/check-request.ts';
import { withoutItsProgram } from '../../pipeline/specs/agent-versions.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import { uncommittedEdit, uncommittedPaths } from '../../pipeline/specs/uncommitted-specs.ts';
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
  const ask = command.ports.agentVersionOf;
  const agentVersionOf = mode.kind === 'replay' ? withoutItsProgram(ask) : ask;
  const { trigger } = request;
  const { repository } = command.ports;
  // Beside each other, because each waits for git. All have ended before the first error in this order is thrown.
  const opening = openReport(command);
  const finding = findWork(repository, { ...request, agentVersionOf });
  const looking = trigger.kind === 'audit' ? null : uncommittedPaths(repository, trigger.head);
  await Promise.allSettled([opening, finding, looking]);
  await opening;
  const work = await finding;
  const imported = await importedRun(command, work, mode);
  const { ports } = imported;
  const { changes, settings } = work;
  const paths = (await looking) ?? [];
  const edit = uncommittedEdit(paths, { entries: settings.specs, changes });
  if (edit !== null) ports.log.warn(edit);
  const notes = [...request.notes, ...imported.notes];
  const checked = await check(ports, { ...request, settings, notes, work, mode: imported.mode });
  // Loaded at the end: all that writes reports would keep the first call waiting.
  const { show } = await import('./show.ts');
  return await show(command, checked);
}
