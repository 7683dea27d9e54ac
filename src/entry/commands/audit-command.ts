import { hostVariable } from '../../adapters/process/environment.ts';
import { utcDay } from '../../adapters/process/system-clock.ts';
import { writeShrink } from '../../adapters/report-files/write-shrink.ts';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { renderAudit } from '../../core/report/markdown/audit-document.ts';
import { exitCodeOf } from '../../core/report/summary/exit-code.ts';
import { resultText } from '../../core/report/machine/result-text.ts';
import { logText } from '../../core/report/words/escape.ts';
import { audit } from '../../pipeline/audit/audit.ts';
import { openNight } from '../../pipeline/audit/open-night.ts';
import { lifecycles } from '../wiring/lifecycles.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { modeOf, placesOf, type CommandCall } from './command-options.ts';
import { openCommand, openReport } from './open-command.ts';

/** `audit`: every spec on every model at HEAD, as in the nightly run. The history is in the records folder. */
export async function auditCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  await using command = await openCommand(call);
  const { ports, request } = command;
  await openReport(command);
  const trigger = { kind: 'audit', head: request.trigger.head } as const;
  const night = await openNight(
    ports,
    { ...request, trigger, mode: modeOf(options) },
    { night: utcDay(request.startedAt), history: null, lifecycleOf: lifecycles(hostVariable) },
  );
  const audited = await audit(ports, night);
  command.print(options['json'] === true ? resultText(audited.summary) : logText(renderAudit(audited)));
  const directory = placesOf(options).report;
  await writeReport(audited.summary, { directory, extra: null });
  if (audited.shrink !== undefined) await writeShrink(audited.shrink, directory);
  return exitCodeOf(audited.summary);
}
