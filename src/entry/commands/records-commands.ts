import { resolve } from 'node:path';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { loadRecordsFile, writeRecordsFile } from '../../adapters/records/export-file.ts';
import { refuseNoRecords } from '../../adapters/records/refuse-no-records.ts';
import { storeImport } from '../../adapters/records/import-folder.ts';
import { hostEnvironment, hostVariable } from '../../adapters/process/environment.ts';
import { keepSecret } from '../../adapters/process/secrets.ts';
import type { RecordsFile } from '../../core/records/records-file.ts';
import type { StoredRecord } from '../../core/records/record.ts';
import { secretVariables } from '../../core/headers.ts';
import type { Settings } from '../../core/settings.ts';
import { exportCheck } from '../../pipeline/check/export-check.ts';
import { refuseOtherCheck, trustedPart } from '../../pipeline/check/import-check.ts';
import { withoutItsProgram } from '../../pipeline/specs/agent-versions.ts';
import { findWork } from '../../pipeline/specs/find-work.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { placesOf, type CommandCall, type Options } from './command-options.ts';
import { refuseInWorkflow } from './imported-run.ts';
import { openCommand } from './open-command.ts';

/** `records export FILE`: one check's records in one file. Asks no model and runs no test. */
export async function exportCommand(call: CommandCall, path: string): Promise<ExitCode> {
  await using command = await openCommand(call, () => refuseNoRecords(placesOf(call.options).records));
  const { ports, request } = command;
  keepConfiguredSecrets(request.settings);
  const agentVersionOf = withoutItsProgram(ports.agentVersionOf);
  const work = await findWork(ports.repository, { ...request, agentVersionOf });
  const { file, summary } = await exportCheck(ports, { ...request, settings: work.settings, work });
  const bytes = await writeRecordsFile(resolve(path), file, trackedAnywhere(hostEnvironment()));
  for (const note of summary.notes) ports.log.info(note);
  command.print(
    `Wrote ${contentOf(file)} to ${resolve(path)} (${Math.ceil(bytes / 1024)} kB). It holds answers and test output: read it before you pass it on.\n`,
  );
  return 0;
}

/** `records import FILE`: takes over the check in a file that `records export` wrote, all of it or nothing. */
export async function importCommand(call: CommandCall, path: string): Promise<ExitCode> {
  refuseInWorkflow();
  const file = await loadRecordsFile(resolve(path));
  const { base, head } = file;
  const options: Options = { ...call.options, base, head };
  await using command = await openCommand({ ...call, options });
  const { ports, request } = command;
  const agentVersionOf = withoutItsProgram(ports.agentVersionOf);
  const { questions, settings } = await findWork(ports.repository, { ...request, agentVersionOf });
  refuseOtherCheck(file, questions, settings);
  const isTrusted = options['trustRuns'] === true;
  const part = trustedPart(file, isTrusted);
  const stored = await storeImport(placesOf(options).records, part);
  const next = isTrusted
    ? `\`report\` judges them, with \`--sandbox ${file.sandbox}\`: no model is asked and no test is run.`
    : '`check` tests the answers again here and asks no model.';
  command.print(`Imported ${contentOf(part)} into ${stored}. With --base ${base} --head ${head}, ${next}\n`);
  return 0;
}

// A key that this environment holds for any model or setup of the config must not be in the file.
function keepConfiguredSecrets({ models, specs }: Settings): void {
  const names = [...models.flatMap(secretVariables), ...specs.flatMap(({ setupEnv }) => setupEnv)];
  for (const name of names) keepSecret(hostVariable(name));
}

function contentOf({ records }: Pick<RecordsFile, 'records'>): string {
  const answers = countOf(records, 'generation');
  const runs = countOf(records, 'test-run');
  const said = answers === 1 ? '1 answer' : `${answers} answers`;
  return `${said} and ${runs === 1 ? '1 test run' : `${runs} test runs`}`;
}

function countOf(records: readonly StoredRecord[], kind: StoredRecord['kind']): number {
  return records.filter((record) => record.kind === kind).length;
}
