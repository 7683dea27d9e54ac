import { modelCalled } from '../../config/models-to-compare.ts';
import type { Settings } from '../../core/settings.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { check } from '../../pipeline/check/check.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { show } from './show.ts';
import { modeOf, textOf, type CommandCall } from './command-options.ts';
import { openCommand, openReport } from './open-command.ts';

/** `bisect`: the check on one model, which goes on to the words behind a regression whatever the config says. */
export async function bisectCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  await using command = await openCommand(call);
  const { ports, request, print } = command;
  const model = modelCalled(textOf(options, 'model') ?? '', request.settings.models);
  await openReport(command);
  const { budget } = request.settings;
  // Who asks for the words may spend on them all that the verdict leaves.
  const searching = { bisect: 'on-regression', budget: { ...budget, why: 1 } } as const;
  const settings: Settings = { ...request.settings, models: [model], ...searching };
  const { agentVersionOf } = ports;
  const work = await findWork(ports.repository, { trigger: request.trigger, settings, agentVersionOf });
  const checked = await check(ports, {
    ...request,
    settings: work.settings,
    work,
    mode: modeOf(options),
  });
  const code = await show(command, checked);
  const nothing = nothingToFind(checked.summary, model.id);
  if (nothing !== null && options['json'] === true) ports.log.info(nothing);
  else if (nothing !== null) print(`${nothing}\n`);
  return code;
}

function nothingToFind({ verdicts, planned, skipReason }: PortabilitySummary, model: string): string | null {
  if (planned !== undefined || skipReason !== null) return null;
  const isRegressed = verdicts.some(({ verdict }) => verdict === 'regressed');
  return isRegressed ? null : `No spec regressed on ${model}, so there are no words to look for.`;
}
