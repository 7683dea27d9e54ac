import { resolve } from 'node:path';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { isShallowCheckout } from '../../adapters/git/history-depth.ts';
import { hostEnvironment, hostVariable } from '../../adapters/process/environment.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { readSettings } from '../../config/read-settings.ts';
import type { ReadSettings } from '../../config/read-settings.ts';
import { UserError } from '../../errors.ts';
import { diagnose } from '../../pipeline/check/diagnose.ts';
import type { Finding } from '../../pipeline/check/diagnose.ts';
import type { ConfigText } from '../../pipeline/trigger/find-config.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { localOrigin } from '../wiring/origin.ts';
import { wire } from '../wiring/wire.ts';

/** What `doctor` examines. */
export type DoctorCall = {
  readonly directory: string;
  readonly records: string;
  readonly reportDir: string;
  readonly nodeTestReporter: string;
  /** Finds the config file; throws CONFIG_NOT_FOUND. */
  readonly config: () => Promise<ConfigText | null>;
  readonly inputs: Readonly<Record<string, string>>;
};

/** `doctor`: what is missing, what a check would cost, and which drops it can see. Spends nothing and asks no model. */
export async function doctorCommand(call: DoctorCall): Promise<ExitCode> {
  let isWell = true;
  const tell = (findings: readonly Finding[]): void => {
    for (const { kind, text } of findings) {
      process.stdout.write(`${labels[kind]} ${text.replaceAll(/[\p{C}\s]+/gu, ' ')}\n`);
    }
    isWell &&= findings.every(({ kind }) => kind !== 'wrong');
  };
  const repository = await openRepository(call.directory, hostEnvironment());
  tell([await depthOf(call.directory), ...(await foldersOf(repository, call))]);
  const read = await settingsOf(call);
  if (read instanceof UserError) tell([{ kind: 'wrong', text: read.message }]);
  else tell(await examined(call, repository, read));
  process.stdout.write(
    isWell ? 'All is well: a check would run.\n' : 'A check would end with exit code 2.\n',
  );
  return isWell ? 0 : 2;
}

const labels = { fine: 'ok   ', note: 'note ', wrong: 'WRONG' } as const;

async function depthOf(directory: string): Promise<Finding> {
  return (await isShallowCheckout(directory, hostEnvironment()))
    ? {
        kind: 'note',
        text: 'git: this checkout is shallow, so the base has to be fetched: `fetch-depth: 0` in actions/checkout, or `git fetch --unshallow`.',
      }
    : { kind: 'fine', text: 'git: the whole history is here.' };
}

async function foldersOf(
  repository: Repository,
  { records, reportDir }: DoctorCall,
): Promise<readonly Finding[]> {
  const tracked: Finding[] = [];
  for (const [folder, input] of [
    [records, 'records'],
    [reportDir, 'report-dir'],
  ] as const) {
    if (!(await repository.tracks(folder))) continue;
    tracked.push({
      kind: 'wrong',
      text: `${folder} is tracked by git, so others could fill it: point \`${input}\` at a folder that git ignores.`,
    });
  }
  return tracked;
}

async function settingsOf(call: DoctorCall): Promise<ReadSettings | UserError> {
  try {
    return readSettings({ file: await call.config(), inputs: call.inputs });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

async function examined(
  call: DoctorCall,
  repository: Repository,
  { settings, notYet }: ReadSettings,
): Promise<readonly Finding[]> {
  using log = consoleLog({ stream: process.stderr, live: false, workflow: false });
  const read: readonly Finding[] = [
    {
      kind: 'fine',
      text: `config: valid, ${settings.specs.length} under specs, ${settings.models.length} under models.`,
    },
    ...notYet.map((text) => ({ kind: 'note', text: `config: ${text}` }) as const),
  ];
  try {
    await using ports = await wire({
      signal: interruptSignal((line) => log.info(line)),
      origin: localOrigin,
      repository,
      recordsDirectory: resolve(call.directory, call.records),
      sandbox: settings.sandbox,
      log,
      keyOf: hostVariable,
      setupVariable: () => null,
      nodeTestReporter: call.nodeTestReporter,
    });
    return [...read, ...(await diagnose(ports, settings))];
  } catch (error) {
    if (error instanceof UserError) return [...read, { kind: 'wrong', text: error.message }];
    throw error;
  }
}
