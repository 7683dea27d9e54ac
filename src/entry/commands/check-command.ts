import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { openRepository } from '../../adapters/git/git-repository.ts';
import { consoleLog } from '../../adapters/process/console-log.ts';
import { hostEnvironment, hostVariable } from '../../adapters/process/environment.ts';
import { readSettings } from '../../config/read-settings.ts';
import { renderAudit } from '../../core/report/markdown/audit-document.ts';
import { renderCalibration } from '../../core/report/terminal/calibration.ts';
import { logText } from '../../core/report/words/escape.ts';
import { jsonText, resultText } from '../../core/report/machine/result-text.ts';
import { renderTerminal } from '../../core/report/terminal/terminal.ts';
import { UserError } from '../../errors.ts';
import { calibrateRun } from '../../pipeline/check/calibrate-run.ts';
import { check } from '../../pipeline/check/check.ts';
import type { Checked } from '../../pipeline/check/check.ts';
import type { CheckRequest } from '../../pipeline/engine/run-request.ts';
import { commitsOf } from '../../pipeline/trigger/commits.ts';
import type { Ports } from '../../pipeline/engine/engine.ts';
import { configPaths } from '../../pipeline/trigger/find-config.ts';
import type { ConfigText } from '../../pipeline/trigger/find-config.ts';
import { auditNight } from '../wiring/audit-night.ts';
import { doctorCommand } from './doctor-command.ts';
import { exitCodeOf } from '../wiring/fail.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { interruptSignal } from '../wiring/interrupt.ts';
import { localOrigin } from '../wiring/origin.ts';
import { wire, type Wired } from '../wiring/wire.ts';
import { writeHtml } from '../wiring/write-html.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** One call of the command line: its options, and the program that node:test loads in its own process. */
export type CommandCall = { readonly options: Options; readonly nodeTestReporter: string };

/** `check`: what the action does on a pull request, with the report on stdout. */
export async function checkCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    const planOnly = call.options['dryRun'] === true ? 'Dry run: no model was asked.' : null;
    await openReport(call.options, ports);
    return show(call.options, await check(ports, { ...request, planOnly }));
  });
}

/** `report`: makes every verdict and report again from records alone. */
export async function reportCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    return show(call.options, await check(ports, { ...request, replayOnly: true }));
  });
}

/** `doctor`: takes the options of a check and examines them without running one. */
export async function doctorWithOptions({ options, nodeTestReporter }: CommandCall): Promise<ExitCode> {
  const directory = resolve(textOf(options, 'cwd') ?? '.');
  return doctorCommand({
    directory,
    records: textOf(options, 'records') ?? '.spec-portability/records',
    reportDir: textOf(options, 'reportDir') ?? '.spec-portability/report',
    nodeTestReporter,
    config: () => workingTreeConfig(directory, textOf(options, 'config')),
    inputs: inputsOf(options),
  });
}

/** `audit`: every spec on every model at HEAD, as in the nightly run. The history is in the records folder. */
export async function auditCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, { trigger, ...request }) => {
    const planOnly = call.options['dryRun'] === true ? 'Dry run: no model was asked.' : null;
    await openReport(call.options, ports);
    const audited = await auditNight(
      ports,
      { ...request, planOnly, trigger: { kind: 'audit', head: trigger.head } },
      { history: null, keyOf: hostVariable },
    );
    await writeReport(audited.summary, { directory: reportDirectory(call.options), extra: null });
    process.stdout.write(
      call.options['json'] === true ? resultText(audited.summary) : logText(renderAudit(audited)),
    );
    return exitCodeOf(audited.summary);
  });
}

/** `calibrate`: base against base. */
export async function calibrateCommand(call: CommandCall): Promise<ExitCode> {
  return withPorts(call, async (ports, request) => {
    const samples = wholeNumber(call.options, 'samples', 24);
    if (samples < fewestToSplit)
      throw new UserError(
        'CONFIG_INVALID',
        `option \`samples\` is \`${samples}\`.`,
        `Give at least ${fewestToSplit}: five a side.`,
      );
    const seed = wholeNumber(call.options, 'seed', 1);
    const calibration = await calibrateRun(ports, request, { samples, splits: 500, seed });
    process.stdout.write(
      call.options['json'] === true ? jsonText(calibration) : renderCalibration(calibration),
    );
    return 0;
  });
}

const fewestToSplit = 10;

/** Opens everything that a command works with, and runs the command. */
export async function withPorts(
  { options, nodeTestReporter }: CommandCall,
  run: (ports: Wired, request: CheckRequest) => Promise<ExitCode>,
): Promise<ExitCode> {
  const directory = resolve(textOf(options, 'cwd') ?? '.');
  using log = consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false });
  const repository = await openRepository(directory, hostEnvironment());
  const file = await workingTreeConfig(directory, textOf(options, 'config'));
  const { settings, notYet } = readSettings({ file, inputs: inputsOf(options) });
  const head = textOf(options, 'head') ?? 'HEAD';
  const event = { kind: 'manual', base: textOf(options, 'base') ?? head, head } as const;
  const signal = interruptSignal((line) => log.info(line));
  await using ports = await wire({
    signal,
    origin: originOf(options),
    repository,
    recordsDirectory: resolve(directory, textOf(options, 'records') ?? '.spec-portability/records'),
    sandbox: settings.sandbox,
    log,
    keyOf: hostVariable,
    setupVariable: hostVariable,
    nodeTestReporter,
  });
  const trigger = await commitsOf(event, repository);
  return await run(ports, {
    trigger,
    settings,
    withoutSecrets: false,
    planOnly: null,
    notes: notYet,
    signal,
  });
}

/** Prepares the report folder, or refuses it before any money is spent. */
export async function openReport(options: Options, { repository }: Ports): Promise<void> {
  await openReportFolder({
    directory: reportDirectory(options),
    tracks: (path) => repository.tracks(path),
  });
}

/** Absolute path of the report folder. */
export function reportDirectory(options: Options): string {
  return resolve(textOf(options, 'cwd') ?? '.', textOf(options, 'reportDir') ?? '.spec-portability/report');
}

/** Writes a summary to the report folder and prints it. */
export async function show(options: Options, checked: Checked): Promise<ExitCode> {
  const { summary } = checked;
  const extra = textOf(options, 'result');
  await writeReport(summary, {
    directory: reportDirectory(options),
    extra: extra === null ? null : resolve(extra),
  });
  await writeHtml(checked, reportDirectory(options));
  process.stdout.write(options['json'] === true ? resultText(summary) : renderTerminal(summary));
  return exitCodeOf(summary);
}

// The records of a pull request count only for its own runs, so judging them again needs its number.
function originOf(options: Options): typeof localOrigin {
  const pullRequest = textOf(options, 'pullRequest');
  return pullRequest === null
    ? localOrigin
    : { ...localOrigin, pullRequest: wholeNumber(options, 'pullRequest', 0) };
}

/** An option that must be a whole number. */
export function wholeNumber(options: Options, name: string, otherwise: number): number {
  const text = textOf(options, name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    'CONFIG_INVALID',
    `option \`${name}\` is \`${text.slice(0, 40)}\`.`,
    'Give a whole number.',
  );
}

/** Text of an option; null when it was not given. */
export function textOf(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

// On the command line the config is the file in the working tree: the user who types the command owns it.
async function workingTreeConfig(directory: string, path: string | null): Promise<ConfigText | null> {
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(resolve(directory, name), 'utf8').catch(() => null);
    if (text !== null) return { path: name, text };
  }
  if (path === null) return null;
  throw new UserError('CONFIG_NOT_FOUND', `there is no readable file ${path} (--config).`, 'Check the path.');
}

function inputsOf(options: Options): Readonly<Record<string, string>> {
  const pairs = [
    ['max-usd', textOf(options, 'maxUsd')],
    ['max-generations', textOf(options, 'maxGenerations')],
    ['fail-on', textOf(options, 'failOn')],
    ['sandbox', textOf(options, 'sandbox')],
  ] as const;
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
