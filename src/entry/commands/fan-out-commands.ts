import { resolve } from 'node:path';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { keepHeapSmall } from '../../adapters/process/keep-heap-small.ts';
import { fanOutFolder } from '../../adapters/records/fan-out-folder.ts';
import { openFanOutFolder } from '../../adapters/report-files/report-folder.ts';
import { UserError } from '../../errors.ts';
import { matrixOf, planJob } from '../../pipeline/fan-out/plan-job.ts';
import { reportJob } from '../../pipeline/fan-out/report-job.ts';
import { shardJob } from '../../pipeline/fan-out/shard-job.ts';
import { withoutItsProgram } from '../../pipeline/specs/agent-versions.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';
import type { ExitCode } from '../wiring/fail.ts';
import type { Wired } from '../wiring/wire.ts';
import { show } from './show.ts';
import { placesOf, textOf, wholeNumber, type CommandCall, type Options } from './command-options.ts';
import { openCommand, openReport, type OpenCommand } from './open-command.ts';

/** `plan`: divides the check of two commits into shards and prints their matrix. */
export async function planCommand(call: CommandCall): Promise<ExitCode> {
  await using command = await openCommand(call);
  const { ports } = command;
  const wanted = shardsWanted(call.options);
  await openReport(command);
  const folder = await folderToWrite(call.options, ports);
  const file = await planJob(ports, await requestOf(command), { folder, wanted });
  command.print(`${matrixOf(file)}\n`);
  return 0;
}

/** `shard ID`: asks the questions of one shard. */
export async function shardCommand(call: CommandCall, id: string): Promise<ExitCode> {
  await using command = await openCommand(call);
  const { ports } = command;
  await openReport(command);
  const folder = await folderToWrite(call.options, ports);
  const end = await shardJob(ports, await requestOf(command, true), { folder, id });
  if (end.kind === 'finished')
    ports.log.info(`${end.asked.length} answers came from models, ${end.replayed.length} from records.`);
  return 0;
}

/** `report --fan-out FOLDER`: joins the results of the shards and judges them. */
export async function joinCommand(call: CommandCall): Promise<ExitCode> {
  await using command = await openCommand(call);
  const { ports } = command;
  await openReport(command);
  keepHeapSmall();
  const folder = folderOf(call.options, ports);
  return await show(command, await reportJob(ports, await requestOf(command), { folder, run: null }));
}

async function requestOf({ ports, request }: OpenCommand, asksAgents = false) {
  const ask = ports.agentVersionOf;
  const agentVersionOf = asksAgents ? ask : withoutItsProgram(ask);
  const work = await findWork(ports.repository, { ...request, agentVersionOf });
  return { ...request, settings: work.settings, work, mode: { kind: 'measure' } } as const;
}

async function folderToWrite(options: Options, ports: Wired): Promise<FanOutFolder> {
  await openFanOutFolder({ directory: placeOf(options), tracks: trackedAnywhere(hostEnvironment()) });
  return folderOf(options, ports);
}

function folderOf(options: Options, ports: Wired): FanOutFolder {
  return fanOutFolder(placeOf(options), { directory: placesOf(options).records, store: ports.records });
}

function placeOf(options: Options): string {
  const folder = textOf(options, 'fanOut');
  return folder === null ? resolve(placesOf(options).report, 'fan-out') : resolve(folder);
}

function shardsWanted(options: Options): number | null {
  if (textOf(options, 'shards') === null) return null;
  const shards = wholeNumber(options, 'shards', 0);
  if (shards >= 1 && shards <= 256) return shards;
  throw new UserError(
    'CONFIG_INVALID',
    `option \`shards\` is \`${shards}\`.`,
    'Give a number from 1 to 256.',
  );
}
