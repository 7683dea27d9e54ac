import { resolve } from 'node:path';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import type { ActionsRuntime } from '../../adapters/github/actions-runtime.ts';
import type { ReportOptions } from '../../core/report/markdown/document.ts';
import { renderJobSummary } from '../../core/report/markdown/job-summary.ts';
import { commentMarker } from '../../core/report/markdown/marker.ts';
import { outputsOf } from '../../core/report/machine/outputs.ts';
import type { Checked } from '../../pipeline/check/conclude.ts';
import type { LiveComment } from '../../pipeline/check/live-comment.ts';
import { publish } from '../../pipeline/check/publish.ts';
import type { Log } from '../../ports/log.ts';
import type { Review } from '../../ports/review.ts';
import type { ActionOptions } from './action-options.ts';
import { writeHtml } from '../wiring/write-html.ts';

/** Writes every report, publishes comment and check run, and sets the outputs. */
export async function publishCheck(
  checked: Checked,
  to: {
    readonly options: ActionOptions;
    readonly runtime: ActionsRuntime;
    readonly log: Log;
    readonly review: Review;
    readonly live: LiveComment | null;
    readonly checkName: string;
  },
): Promise<void> {
  const { options, runtime } = to;
  const { summary } = checked;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(summary, { directory, extra: null });
  const { repositoryUrl, runUrl } = options;
  await writeHtml(checked, directory, { repository: options.github.repository, repositoryUrl, runUrl });
  const shown: ReportOptions = { repositoryUrl, runUrl, reportHint: null };
  const { commentUrl, fallback } = await publish(summary, {
    review: to.review,
    log: to.log,
    live: to.live,
    marker: commentMarker(options.commentKey),
    comment: options.comment,
    checkRun: options.checkRun,
    checkName: to.checkName,
    options: shown,
  });
  const hasPage = await runtime.writeSummary(renderJobSummary(summary, shown));
  if (fallback !== null || !hasPage)
    await runtime.printUntrusted(fallback ?? renderJobSummary(summary, shown));
  await runtime.setOutputs(outputsOf(summary, { reportDir: directory, resultFile, commentUrl }));
}
