import { atOnce } from '../../core/at-once.ts';
import type { Audited } from '../../core/report/summary/audited.ts';
import { floatingAliases, servedChanges } from '../../core/audit/model-warnings.ts';
import { mergeNights, seriesKey } from '../../core/records/night-entry.ts';
import type { NightEntry } from '../../core/records/night-entry.ts';
import { advance, statesOf } from '../../core/audit/series-state.ts';
import { seriesStatuses } from '../../core/audit/series-status.ts';
import type { SeriesStatus } from '../../core/audit/series-status.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import { Measured, nothingMeasured } from '../../core/verdict/measured.ts';
import { samplesPerNight } from '../../core/plan/night-draw.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { runNotes } from '../../core/verdict/run-notes.ts';
import type { AskLifecycle } from '../../ports/lifecycle.ts';
import { announcePlan } from '../check/announce-plan.ts';
import type { Measure, PlanOnly } from '../check/check-request.ts';
import { permittedMode } from '../check/permitted-mode.ts';
import { summarize, type Found } from '../check/summarize.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { runEndOf } from '../engine/run-end.ts';
import type { Series } from '../../core/audit/series.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { entryOf, gateAnswers } from './night-entries.ts';
import { nightsOnRecord, recordNight } from './night-record.ts';
import { openEngine } from '../engine/open-engine.ts';
import { seriesName, planDrifts, planNight } from './plan-night.ts';
import type { NightPlan } from './plan-night.ts';
import { runPlan } from '../engine/run-plan.ts';
import { versionedRequest } from '../specs/agent-versions.ts';
import { seriesAt } from './series-at.ts';
import { refuseUnpricedShrink, shrinkNight } from './shrink-night.ts';
import type { Model } from '../../core/settings.ts';

/** One night to be audited. */
export type AuditRequest = RunRequest & {
  readonly mode: Measure | PlanOnly;
  /** UTC day, YYYY-MM-DD. */
  readonly night: string;
  /** Commit of `audit.anchor`; null if none is configured. */
  readonly anchor: string | null;
  /** Earlier nights, from the history branch. */
  readonly history: readonly NightEntry[];
  readonly lifecycleOf: AskLifecycle;
};

/** Samples every spec on every model, compares the nights, and asks the gate about every series that stands out. */
export async function audit(ports: Ports, asked: AuditRequest): Promise<Audited> {
  const request = await versionedRequest(ports, asked);
  const { settings, trigger } = request;
  const all = await seriesAt(ports.repository, settings, { head: trigger.head, anchor: request.anchor });
  const mode = await permittedMode(ports, request);
  refuseUnpricedShrink(settings);
  if (mode.kind === 'measure') await ports.restoreRecords();
  const history = mergeNights([request.history, await nightsOnRecord(ports, request.night)]);
  const sampled = mode.kind === 'measure' ? all : [];
  const found = await sampleNight(ports, request, { history, all: sampled });
  const dry = mode.kind === 'measure' ? [] : dryNotes(all.length);
  const summary = await summarize(ports, neverRed(request), {
    ...found,
    notes: [...found.announced, ...dry, ...found.notes],
    skipReason: mode.kind === 'measure' ? null : mode.why,
  });
  const entries = found.tonight.map((entry) => ({ ...entry, gate: gateAnswers(summary.verdicts, entry) }));
  if (entries.length > 0) await recordNight(ports, request.night, entries);
  const whole = mergeNights([history, entries]);
  const statuses = seriesStatuses(whole, settings.decide);
  // Last, so that what the night itself found is on record whatever comes of it.
  const shorter = await shrinkNight(ports, { ...request, mode });
  return {
    summary: { ...summary, conclusion: concluded(summary, statuses) },
    night: request.night,
    anchor: request.anchor,
    entries,
    history: whole,
    portable: settings.decide.portable,
    statuses,
    servedChanges: servedChanges(whole),
    warnings: mode.kind === 'measure' ? await modelWarnings(request, { whole, entries }) : [],
    ...(shorter === null ? {} : { shrink: shorter }),
  };
}

// A night never ends red because of a drift: the issue reports it.
function neverRed(request: AuditRequest): RunRequest {
  const gate = { failOn: 'never', minPortability: 0 } as const;
  return { ...request, settings: { ...request.settings, gate } };
}

/** What a night measured, before it is judged. */
type NightFound = Omit<Found, 'skipReason'> & {
  readonly announced: readonly string[];
  readonly tonight: readonly NightEntry[];
};

async function sampleNight(
  ports: Ports,
  request: AuditRequest,
  of: { readonly history: readonly NightEntry[]; readonly all: readonly Series[] },
): Promise<NightFound> {
  const { settings, trigger, startedAt } = request;
  const { all, history } = of;
  const planned = await planNight(ports, all, request);
  const announced = await announcePlan(ports, planned.plan, settings);
  await using engine = await openEngine(ports, request, { plan: planned.plan, allowance: { kind: 'caps' } });
  const sampled = await runPlan(engine, planned.plan);
  const tonight = all.map((series) =>
    entryOf(series, { trigger, night: request.night, at: startedAt, planned, sampled, all }),
  );
  const asked = await askAlarms(engine, request, { history, tonight, night: planned });
  const measurements = both(sampled, asked.measurements);
  const notes = runNotes(planned.plan, measurements, settings);
  return { plan: asked.plan, measurements, ...runEndOf(engine), announced, tonight, notes };
}

async function askAlarms(
  engine: Engine,
  { night, settings }: AuditRequest,
  of: {
    readonly history: readonly NightEntry[];
    readonly tonight: readonly NightEntry[];
    readonly night: NightPlan;
  },
): Promise<{ readonly plan: Plan; readonly measurements: Measurements }> {
  // Only nights before tonight: if the job is run again, tonight's own record is not an earlier night.
  const states = statesOf(of.history.filter((entry) => entry.night !== night));
  const alarmed = of.tonight
    .filter((entry) => advance(states.get(seriesKey(entry)) ?? null, entry).isAlarm)
    .flatMap((entry) => of.night.nights.get(seriesKey(entry)) ?? []);
  const plan = await planDrifts(engine.ports, alarmed, { night, settings, series: of.tonight.length });
  for (const { series } of alarmed) {
    const { spec, model } = seriesName(series);
    engine.ports.log.info(
      `${spec} on ${model} raised an alarm: it is now compared with its anchor, with fresh samples.`,
    );
  }
  return { plan, measurements: plan.questions.length === 0 ? nothingMeasured : await runPlan(engine, plan) };
}

function both(one: Measurements, other: Measurements): Measurements {
  const all = new Measured({
    questions: [...one.questions, ...other.questions],
    trees: new Map([...one.trees, ...other.trees]),
  });
  return all.with([...one.cells, ...other.cells]);
}

// If nothing is asked there is no plan to project.
function dryNotes(series: number): string[] {
  return [`A night takes ${samplesPerNight * series} model calls, and more where a series stands out.`];
}

function concluded(
  { conclusion, spent }: PortabilitySummary,
  statuses: readonly SeriesStatus[],
): PortabilitySummary['conclusion'] {
  const isOpen = statuses.some(({ drift, tonight }) => drift !== null || tonight.unmeasured > 0);
  return conclusion === 'success' && (isOpen || spent.exhaustedCaps.length > 0) ? 'neutral' : conclusion;
}

async function modelWarnings(
  { settings, lifecycleOf, signal, night }: AuditRequest,
  of: { readonly whole: readonly NightEntry[]; readonly entries: readonly NightEntry[] },
): Promise<readonly string[]> {
  const changed = servedChanges(of.whole).filter((change) => change.night === night);
  return [
    ...changed.map(
      ({ model, from, to }) =>
        `Model ${model} is served by ${to.join(', ')} now, until last time by ${from.join(', ')}.`,
    ),
    ...(await endNotes(settings.models, { lifecycleOf, signal })),
    ...floatingAliases(settings.models, of.entries),
  ];
}

/** One sentence for each model whose end its vendor has announced. */
async function endNotes(
  models: readonly Model[],
  of: { readonly lifecycleOf: AskLifecycle; readonly signal: AbortSignal },
): Promise<readonly string[]> {
  const ends = await atOnce(models, async (model) => ({
    model,
    life: await of.lifecycleOf(model, of.signal),
  }));
  return ends.flatMap(({ model, life }) =>
    life.kind === 'unknown'
      ? []
      : [
          `The vendor of ${model.id} says that it is ${life.why}${life.on === null ? '' : `, and ends it on ${life.on}`}.`,
        ],
  );
}
