import { basename, resolve } from 'node:path';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { exitCodeOf } from '../../core/report/summary/exit-code.ts';
import { resultText } from '../../core/report/machine/result-text.ts';
import { renderTerminal } from '../../core/report/terminal/terminal.ts';
import type { Checked } from '../../pipeline/check/conclude.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { whereTold, writeComment } from '../wiring/write-comment.ts';
import { writeHtml } from '../wiring/write-html.ts';
import { placesOf, textOf } from './command-options.ts';
import type { OpenCommand } from './open-command.ts';

/** Prints a summary and writes it to the report folder. The verdict comes first: it is what was paid for. */
export async function show({ options, print, ports }: OpenCommand, checked: Checked): Promise<ExitCode> {
  const { summary } = checked;
  print(options['json'] === true ? resultText(summary) : renderTerminal(summary));
  const extra = textOf(options, 'result');
  const { directory: checkout, report: directory } = placesOf(options);
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  await writeHtml(checked, directory, { repository: basename(checkout), repositoryUrl: null, runUrl: null });
  await writeComment(summary, directory);
  ports.log.info(whereTold(directory));
  return exitCodeOf(summary);
}
