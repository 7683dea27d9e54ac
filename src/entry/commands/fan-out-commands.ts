import { resolve } from 'node:path';
import { fanOutFolder } from '../../adapters/records/fan-out-folder.ts';
import { UserError } from '../../errors.ts';
import {
  openReport,
  reportDirectory,
  show,
  textOf,
  withPorts,
  wholeNumber,
  type CommandCall,
} from './check-command.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { matrixOf, planJob, reportJob, shardJob, type FanOut } from '../wiring/fan-out.ts';
import type { Wired } from '../wiring/wire.ts';

/** `plan`: divides the check of two commits into shards and prints their matrix. */
export async function planCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    const shards = wholeNumber(call.options, 'shards', 0);
    if (textOf(call.options, 'shards') !== null && (shards < 1 || shards > 256))
      throw new UserError('CONFIG_INVALID', `option \`shards\` is \`${shards}\`.`, 'Give 1 to 256.');
    await openReport(call.options, ports);
    const file = await planJob(placesOf(call, ports, request), shards === 0 ? null : shards);
    process.stdout.write(`${matrixOf(file)}\n`);
    return 0;
  });
}

/** `shard ID`: asks the questions of one shard. */
export async function shardCommand(call: CommandCall, id: string): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    const { end } = await shardJob(placesOf(call, ports, request), id);
    if (end.kind === 'finished')
      ports.log.info(`${end.asked.length} answers asked for, ${end.replayed.length} replayed.`);
    return 0;
  });
}

/** `report --fan-out FOLDER`: joins the results of the shards and judges them. */
export async function joinCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    const { checked } = await reportJob(placesOf(call, ports, request), null);
    return show(call.options, checked);
  });
}

function placesOf({ options }: CommandCall, ports: Wired, request: FanOut['request']): FanOut {
  const directory = resolve(textOf(options, 'cwd') ?? '.');
  const folder = textOf(options, 'fanOut');
  return {
    ports,
    request,
    folder: fanOutFolder(folder === null ? resolve(reportDirectory(options), 'fan-out') : resolve(folder)),
    records: resolve(directory, textOf(options, 'records') ?? '.spec-portability/records'),
  };
}
