import { basename, resolve } from 'node:path';
import { trackedAnywhere } from '../../adapters/git/tracked-anywhere.ts';
import { readNamedFile } from '../../adapters/plain-files/read-named-file.ts';
import { hostEnvironment } from '../../adapters/process/environment.ts';
import { print } from '../../adapters/process/print.ts';
import { openReportFolder } from '../../adapters/report-files/report-folder.ts';
import { openResultFile } from '../../adapters/report-files/result-file.ts';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { rulesWithoutConfig } from '../../config/rules-without-config.ts';
import { digest } from '../../core/digest.ts';
import { largestOutcomeFile } from '../../core/outcomes/limits.ts';
import type { OutcomeFile } from '../../core/outcomes/read-json.ts';
import { readOutcomes } from '../../core/outcomes/read-outcomes.ts';
import { outcomesError, shownName } from '../../core/outcomes/refuse-outcomes.ts';
import { resultText } from '../../core/report/machine/result-text.ts';
import { exitCodeOf } from '../../core/report/summary/exit-code.ts';
import { renderTerminal } from '../../core/report/terminal/terminal.ts';
import { UserError } from '../../errors.ts';
import { judgeOutcomes } from '../../pipeline/check/judge-outcomes.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { whereTold, writeComment } from '../wiring/write-comment.ts';
import { writeHtml } from '../wiring/write-html.ts';
import { placesOf, textOf, type Options } from './command-options.ts';

/** The files that were typed: those to judge, and those from before the change. */
export type JudgedFiles = { readonly head: readonly string[]; readonly base: readonly string[] };

/** `judge`: the gate alone, on outcomes that somebody else collected. No model is asked and no code is run. */
export async function judgeCommand(typed: JudgedFiles, options: Options): Promise<ExitCode> {
  const { decide, failOn } = rulesWithoutConfig(textOf(options, 'failOn'));
  const scoring = { scorer: textOf(options, 'scorer'), passAt: passAtIn(options) };
  const files = { base: await readAll(typed.base), head: await readAll(typed.head) };
  const collected = readOutcomes(files, scoring);
  const { report: directory } = placesOf(options);
  const extra = textOf(options, 'result');
  // Outcomes may lie anywhere, in a repository or not.
  const tracks = trackedAnywhere(hostEnvironment());
  if (extra !== null) await openResultFile(resolve(extra), tracks);
  await openReportFolder({ directory, tracks });
  const digests = {
    base: digestOf(files.base.length > 0 ? files.base : files.head),
    head: digestOf(files.head),
  };
  const judged = judgeOutcomes({ collected, files: digests, decide, failOn });
  const { summary } = judged;
  print(options['json'] === true ? resultText(summary) : renderTerminal(summary));
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  const names = typed.head.map((path) => basename(path)).join(', ');
  await writeHtml(judged, directory, { repository: names, repositoryUrl: null, runUrl: null });
  await writeComment(summary, directory);
  process.stderr.write(`${whereTold(directory)}\n`);
  return exitCodeOf(summary);
}

async function readAll(paths: readonly string[]): Promise<readonly OutcomeFile[]> {
  const files: OutcomeFile[] = [];
  // One after the other: each may have a hundred megabytes.
  for (const path of paths) files.push({ name: path, text: await textIn(path) });
  return files;
}

async function textIn(path: string): Promise<string> {
  const file = await readNamedFile(resolve(path), largestOutcomeFile);
  if (file.kind === 'read') return file.bytes.toString('utf8');
  throw outcomesError(
    'OUTCOMES_UNREADABLE',
    `${shownName(path)} ${file.kind === 'absent' ? 'is not there' : file.why}.`,
    'Check the path.',
  );
}

function digestOf(files: readonly OutcomeFile[]): string {
  return digest(files.map(({ text }) => text));
}

function passAtIn(options: Options): number | null {
  const text = textOf(options, 'passAt');
  if (text === null) return null;
  const score = Number(text);
  if (Number.isFinite(score)) return score;
  throw new UserError(
    'CONFIG_INVALID',
    `option \`--pass-at\` is \`${text.slice(0, 40)}\`.`,
    'Give a number.',
  );
}
