import { jsonText } from '../../core/report/machine/result-text.ts';
import { renderCalibration } from '../../core/report/terminal/calibration.ts';
import { calibrateRun } from '../../pipeline/check/calibrate-run.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { wholeNumber, type CommandCall } from './command-options.ts';
import { openCommand } from './open-command.ts';

/** `calibrate`: base against base. */
export async function calibrateCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  await using command = await openCommand(call);
  const samples = wholeNumber(options, 'samples', 24);
  const seed = wholeNumber(options, 'seed', 1);
  const calibration = await calibrateRun(command.ports, command.request, { samples, splits: 500, seed });
  command.print(options['json'] === true ? jsonText(calibration) : renderCalibration(calibration));
  return 0;
}
