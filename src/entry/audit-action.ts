import { resolve } from 'node:path';
import { writeReport } from '../adapters/disk/write-report.ts';
import { historyBranch } from '../adapters/git/history-branch.ts';
import type { ActionsRuntime } from '../adapters/github/actions-runtime.ts';
import { githubDriftIssue } from '../adapters/github/drift-issue.ts';
import { systemClock } from '../adapters/process/system-clock.ts';
import type { Audited } from '../core/audit/audited.ts';
import type { Origin } from '../core/plan/record.ts';
import { auditIssue, renderAudit } from '../core/report/audit-document.ts';
import { outputsOf } from '../core/report/outputs.ts';
import { publishNight } from '../pipeline/publish-night.ts';
import type { History } from '../ports/history.ts';
import type { Log } from '../ports/log.ts';
import type { ActionOptions } from './action-options.ts';

type Place = {
  readonly options: ActionOptions;
  readonly environment: Readonly<Record<string, string>>;
  readonly log: Log;
};

/** The branch that the input `history-branch` names; null where there is none. */
export function historyOf({ options, environment }: Place): History | null {
  const branch = options.inputs['history-branch'] ?? '';
  if (branch === '') return null;
  const { token, repository } = options.github;
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return historyBranch({
    branch,
    checkout: options.workspace,
    server,
    repository,
    token,
    environment,
    clock: systemClock(),
  });
}

/** Puts a night where people and later nights find it. What cannot be published is said and changes no exit code. */
export async function reportAudit(
  audited: Audited,
  to: Place & {
    readonly runtime: ActionsRuntime;
    readonly history: History | null;
    readonly origin: Pick<Origin, 'event'>;
  },
): Promise<void> {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(audited.summary, { directory, extra: null });
  const url = await publishNight(audited, {
    issue: githubDriftIssue({ ...options.github, clock: systemClock() }),
    history: to.history,
    log,
    decide: { portable: audited.portable },
    text: auditIssue(audited, options.commentKey),
    isOfDefaultBranch: to.origin.event === 'default-branch',
  });
  const page = renderAudit(audited);
  if (!(await runtime.writeSummary(page))) await runtime.printUntrusted(page);
  await runtime.setOutputs(outputsOf(audited.summary, { reportDir: directory, resultFile, commentUrl: url }));
}
