import { resolve } from 'node:path';
import { writeShrink } from '../../adapters/report-files/write-shrink.ts';
import { writeReport } from '../../adapters/report-files/write-report.ts';
import { historyBranch } from '../../adapters/git/history-branch.ts';
import { githubDriftIssue } from '../../adapters/github/drift-issue.ts';
import { systemClock, utcDay } from '../../adapters/process/system-clock.ts';
import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import type { Audited } from '../../core/report/summary/audited.ts';
import { auditIssue, renderAudit } from '../../core/report/markdown/audit-document.ts';
import { exitCodeOf } from '../../core/report/summary/exit-code.ts';
import { outputsOf } from '../../core/report/machine/outputs.ts';
import { publishNight } from '../../pipeline/audit/publish-night.ts';
import type { History } from '../../ports/history.ts';
import { audit } from '../../pipeline/audit/audit.ts';
import { openNight } from '../../pipeline/audit/open-night.ts';
import { lifecycles } from '../wiring/lifecycles.ts';
import type { ExitCode } from '../wiring/fail.ts';
import { workflowOrigin } from '../../pipeline/trigger/origin.ts';
import { openRun, type Run, type World } from './open-run.ts';

/** The action on an event without a base: audits every spec of the commit, publishes the night, and ends green. */
export async function auditAction(world: World, event: AuditEvent): Promise<ExitCode> {
  const history = historyOf(world);
  const run = { ...world, event, origin: workflowOrigin(event, { ...world.options, ...world }) };
  const audited = await auditOf({ ...run, observer: null }, history);
  await report(audited, { ...run, history });
  return exitCodeOf(audited.summary);
}

async function auditOf(run: Run, history: History | null): Promise<Audited> {
  await using opened = await openRun(run);
  const { ports, request } = opened;
  const night = utcDay(request.startedAt);
  const lifecycleOf = lifecycles(run.options.keyOf);
  return await audit(ports, await openNight(ports, request, { night, history, lifecycleOf }));
}

// The branch that the input `history-branch` names; null when it names none.
function historyOf({ options, environment }: World): History | null {
  const branch = options.inputs['history-branch'] ?? '';
  if (branch === '') return null;
  const { token, repository } = options.github;
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return historyBranch({
    branch,
    checkout: options.checkout,
    server,
    repository,
    token,
    environment,
    clock: systemClock(),
  });
}

// Publishes a night for people and for later nights. A failure to publish is logged and does not change the exit
// code.
async function report(
  audited: Audited,
  to: World & Pick<Run, 'origin'> & { readonly history: History | null },
): Promise<void> {
  const { options, runtime, log } = to;
  const directory = resolve(options.workspace, options.reportDir);
  const resultFile = await writeReport(audited.summary, { directory, extra: null });
  if (audited.shrink !== undefined) await writeShrink(audited.shrink, directory);
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
