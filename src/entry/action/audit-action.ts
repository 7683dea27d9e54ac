import { resolve } from 'node:path';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { historyBranch } from '../../adapters/git/history-branch.ts';
import { githubDriftIssue } from '../../adapters/github/drift-issue.ts';
import { systemClock } from '../../adapters/process/system-clock.ts';
import type { Audited } from '../../core/report/summary/audited.ts';
import { auditIssue, renderAudit } from '../../core/report/markdown/audit-document.ts';
import { outputsOf } from '../../core/report/machine/outputs.ts';
import { publishNight } from '../../pipeline/audit/publish-night.ts';
import type { History } from '../../ports/history.ts';
import { auditNight } from '../wiring/audit-night.ts';
import { exitCodeOf, type ExitCode } from '../wiring/fail.ts';
import { withRun, type Run } from './with-run.ts';

/** The action on an event without a base: audits every spec of the commit, publishes the night, and ends green. */
export async function auditAction(run: Run): Promise<ExitCode> {
  const history = historyOf(run);
  const audited = await withRun(run, async ({ ports, request, carried }) => {
    // Saved however the night ends: what was paid for is the base of tomorrow's pull requests.
    await using _ = { [Symbol.asyncDispose]: () => carried.save(ports.usedKeys) };
    return await auditNight(ports, request, { history, keyOf: run.options.keyOf });
  });
  await report(audited, { ...run, history });
  return exitCodeOf(audited.summary);
}

// The branch that the input `history-branch` names; null when it names none.
function historyOf({ options, environment }: Run): History | null {
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

// Publishes a night for people and for later nights. A failure to publish is logged and does not change the exit
// code.
async function report(audited: Audited, to: Run & { readonly history: History | null }): Promise<void> {
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
