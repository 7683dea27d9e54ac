import { print } from '../../adapters/process/print.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { isShallowCheckout } from '../../adapters/git/history-depth.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment, hostVariable } from '../../adapters/process/environment.ts';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { UserError } from '../../errors.ts';
import { diagnose, diagnoseConfig, diagnoseDepth } from '../../pipeline/check/diagnose.ts';
import type { Finding } from '../../pipeline/check/finding.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { localOrigin } from '../../pipeline/trigger/origin.ts';
import { wire } from '../wiring/wire.ts';
import { placesOf, settingsOf, type CommandCall } from './command-options.ts';

/**
 * `doctor`: what is missing, whether the tests run as committed, what a check would cost, and which drops it can see.
 * Spends nothing and asks no model.
 */
export async function doctorCommand(call: CommandCall): Promise<ExitCode> {
  const { options } = call;
  const { directory, report } = placesOf(options);
  let isWell = true;
  const tell = ({ kind, text }: Finding): void => {
    print(`${labels[kind]} ${text.replaceAll(/[\p{C}\s]+/gu, ' ')}\n`);
    isWell &&= kind !== 'wrong';
  };
  const repository = await openRepository(directory, hostEnvironment());
  tell(diagnoseDepth(await isShallowCheckout(directory, hostEnvironment())));
  // As a check does, which also finds one that nobody may write to. The records folder is opened below.
  await mistakesTold(
    () => openReportFolder({ directory: report, tracks: trackedAnywhere(hostEnvironment()) }),
    tell,
  );
  await mistakesTold(() => examine(call, repository, tell), tell);
  print(isWell ? 'No problem found: a check would run.\n' : 'A check would stop with exit code 2.\n');
  return isWell ? 0 : 2;
}

const labels = { fine: 'ok   ', note: 'note ', wrong: 'WRONG' } as const;

async function examine(
  { options, nodeTestReporter }: CommandCall,
  repository: Repository,
  tell: (finding: Finding) => void,
): Promise<void> {
  using log = consoleLog({ stream: process.stderr, live: false, workflow: false });
  const { settings, notYet } = await settingsOf(options);
  for (const finding of diagnoseConfig(settings, notYet)) tell(finding);
  const signal = interruptSignal((line) => log.info(line));
  await using ports = await wire({
    signal,
    origin: localOrigin,
    repository,
    recordsDirectory: placesOf(options).records,
    sandbox: settings.sandbox,
    log,
    keyOf: hostVariable,
    setupVariable: hostVariable,
    nodeTestReporter,
  });
  for (const finding of await diagnose(ports, settings, signal)) tell(finding);
}

// A mistake that ends the search is one more thing that it found.
async function mistakesTold(search: () => Promise<void>, tell: (finding: Finding) => void): Promise<void> {
  try {
    await search();
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'INTERRUPTED') throw error;
    tell({ kind: 'wrong', text: error.message });
  }
}
