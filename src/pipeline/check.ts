import type { Measurements } from '../core/plan/measurements.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { runNotes } from '../core/verdict/run-notes.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { CheckRequest } from './check-request.ts';
import type { Engine, Ports } from './engine.ts';
import { findWork, type Work } from './find-work.ts';
import { judge, type Judged } from './judge.ts';
import { openEngine } from './open-engine.ts';
import { planRun } from './plan-run.ts';
import { announcePlan } from './announce-plan.ts';
import { ranOut } from './ran-out.ts';
import { repeated } from './repeated.ts';
import { runPlan } from './run-plan.ts';
import { whyWithheld } from './why-withheld.ts';

/** The whole check, from the two commits to the summary that is published. */
export async function check(ports: Ports, request: CheckRequest): Promise<PortabilitySummary> {
  const startedAt = ports.clock.now();
  const work = await findWork(ports.repository, request);
  const summary = (await repeated(request, work)) ?? (await doWork(ports, request, { ...work, startedAt }));
  return work.verdictId === null ? summary : { ...summary, verdictId: work.verdictId };
}

async function doWork(
  ports: Ports,
  request: CheckRequest,
  work: Work & { readonly startedAt: number },
): Promise<PortabilitySummary> {
  const { settings, trigger } = request;
  const { changes, unmatched, questions, startedAt } = work;
  const hasWork = questions.length > 0;
  // The user's mistakes come to light here, before anything is fetched, planned or spent.
  const withheld = hasWork ? await whyWithheld(ports, request) : null;
  if (hasWork && withheld === null) await ports.restoreRecords();
  const isReplay = request.replayOnly === true;
  const plan = await planRun(ports, {
    changes,
    asked: questions,
    settings,
    isShownOnly: withheld !== null || isReplay,
  });
  const { joined } = request;
  joined?.expect(plan);
  const announced = isReplay && joined === undefined ? [] : await announcePlan(ports, plan, settings);
  await using engine = await openEngine(ports, request, plan);
  const measured = withheld === null ? await runPlan(engine, plan, joined?.part(plan) ?? null) : nothing;
  const measurements = joined?.measured(measured) ?? measured;
  const asked: Plan = withheld === null ? plan : { changes, questions: [] };
  return judge({
    trigger,
    settings,
    plan: asked,
    measurements,
    ...(measurements.trees.size === 0 ? unused : isolationOf(await ports.sandbox())),
    stopped: joined?.stopped ?? engine.watch.stoppedModels(),
    notes: [
      ...request.notes,
      ...unmatched.map((glob) => `The glob ${glob} of context or instructions matches no file.`),
      ...(withheld === null ? [] : announced),
      ...(joined?.notes() ?? missingNotes(engine, measurements)),
      ...runNotes(asked, measurements, settings),
    ],
    withheld,
    ranOut: joined?.ranOut ?? ranOut(engine),
    lacksShards: joined?.lacksShards ?? false,
    seconds: (ports.clock.now() - startedAt) / 1000,
  });
}

function missingNotes({ replayOnly }: Engine, { cells }: Measurements): string[] {
  const missing = cells.filter(({ code }) => code.kind === 'unmeasured').length;
  if (!replayOnly || missing === 0) return [];
  return [
    missing === 1
      ? 'Judged again from records: 1 sample that was due is not on record, and none was asked.'
      : `Judged again from records: ${missing} samples that were due are not on record, and none was asked.`,
  ];
}

const unused = { sandbox: 'unused', isolation: null } as const;

/** The level, and what was proved of it as reports say it; null where nothing is held back. */
function isolationOf({ isolation }: Sandbox): Pick<Judged, 'sandbox' | 'isolation'> {
  const { level, version, probes } = isolation;
  const said =
    probes === null ? null : `isolation: ${level} ${version ?? ''}, ${probes.passed}/${probes.total} probes`;
  return { sandbox: level, isolation: said };
}

const nothing: Measurements = { cells: [], trees: new Map() };
