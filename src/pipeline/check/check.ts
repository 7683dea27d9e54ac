import type { Measurements } from '../../core/verdict/measurements.ts';
import { nothingMeasured } from '../../core/verdict/measured.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { evidenceOf } from '../../core/report/evidence/evidence-of.ts';
import type { Evidence } from '../../core/report/evidence/evidence.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { runNotes } from '../../core/verdict/run-notes.ts';
import type { CheckRequest } from '../engine/run-request.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { findWork, type Work } from '../specs/find-work.ts';
import { judge, type Judged } from './judge.ts';
import { openEngine } from '../engine/open-engine.ts';
import { planRun } from './plan-run.ts';
import { announcePlan } from './announce-plan.ts';
import { exhaustedCaps } from '../engine/exhausted-caps.ts';
import { repeated } from './repeated.ts';
import { runPlan } from '../engine/run-plan.ts';
import { findSkipReason } from './skip-reason.ts';

/** What a check comes to: what is said, and what that rests on. */
export type Checked = { readonly summary: PortabilitySummary; readonly evidence: Evidence };

/** How sampling ended: here, or in the jobs of which this one joins the records. */
type Ended = Required<Pick<Judged, 'stopped' | 'exhaustedCaps' | 'lacksShards'>> & {
  notes(): readonly string[];
};

/** The whole check, from the two commits to the summary that is published and the evidence behind it. */
export async function check(ports: Ports, request: CheckRequest): Promise<Checked> {
  const startedAt = ports.clock.now();
  const work = await findWork(ports.repository, request);
  const earlier = await repeated(request, work);
  const { summary, evidence } =
    earlier === null
      ? await doWork(ports, request, { ...work, startedAt })
      : {
          summary: earlier,
          evidence: evidenceOf({ plan: noPlan, measurements: nothingMeasured, ...request }),
        };
  return { summary: work.verdictId === null ? summary : { ...summary, verdictId: work.verdictId }, evidence };
}

async function doWork(
  ports: Ports,
  request: CheckRequest,
  work: Work & { readonly startedAt: number },
): Promise<Checked> {
  const { settings, trigger, joined } = request;
  const { changes, questions } = work;
  const hasWork = questions.length > 0;
  // The user's mistakes come to light here, before anything is fetched, planned or spent.
  const skipReason = hasWork ? await findSkipReason(ports, request) : null;
  if (hasWork && skipReason === null) await ports.restoreRecords();
  const isShownOnly = skipReason !== null || request.replayOnly === true;
  const plan = await planRun(ports, { changes, asked: questions, settings, isShownOnly });
  joined?.expect(plan);
  const announced = await announce(ports, request, plan);
  await using engine = await openEngine(ports, request, plan);
  const asked: Plan = skipReason === null ? plan : { changes, questions: [] };
  const measurements = skipReason === null ? await measure(engine, plan, request) : nothingMeasured;
  const ended: Ended = joined ?? endedHere(engine, measurements);
  const summary = judge({
    trigger,
    settings,
    plan: asked,
    measurements,
    ...(await isolationIn(ports, measurements)),
    stopped: ended.stopped,
    notes: [
      ...request.notes,
      ...work.unmatched.map((glob) => `The glob ${glob} of context or instructions matches no file.`),
      ...(skipReason === null ? [] : announced),
      ...ended.notes(),
      ...runNotes(asked, measurements, settings),
    ],
    skipReason,
    exhaustedCaps: ended.exhaustedCaps,
    lacksShards: ended.lacksShards,
    seconds: (ports.clock.now() - work.startedAt) / 1000,
  });
  return { summary, evidence: evidenceOf({ plan: asked, measurements, settings }) };
}

// Judging again announces nothing, but for the job that speaks for all others.
async function announce(ports: Ports, request: CheckRequest, plan: Plan): Promise<readonly string[]> {
  const isSilent = request.replayOnly === true && request.joined === undefined;
  return isSilent ? [] : announcePlan(ports, plan, request.settings);
}

async function measure(engine: Engine, plan: Plan, { joined }: CheckRequest): Promise<Measurements> {
  if (joined === undefined) return runPlan(engine, plan);
  return joined.measured(await runPlan(engine, plan, joined.part(plan)));
}

function endedHere(engine: Engine, measurements: Measurements): Ended {
  return {
    stopped: engine.watch.stoppedModels(),
    exhaustedCaps: exhaustedCaps(engine),
    lacksShards: false,
    notes: () => missingNotes(engine, measurements),
  };
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

/** The level that generated code ran at, and what was proved of it as reports say it; null where nothing is held back. */
export async function isolationIn(
  ports: Pick<Ports, 'sandbox'>,
  { trees }: Measurements,
): Promise<Pick<Judged, 'sandbox' | 'isolation'>> {
  if (trees.size === 0) return { sandbox: 'unused', isolation: null };
  const { level, version, probes } = (await ports.sandbox()).isolation;
  const said =
    probes === null ? null : `isolation: ${level} ${version ?? ''}, ${probes.passed}/${probes.total} probes`;
  return { sandbox: level, isolation: said };
}

const noPlan: Plan = { changes: [], questions: [] };
