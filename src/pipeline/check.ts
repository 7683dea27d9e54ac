import type { Measurements } from '../core/plan/measurements.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { runNotes } from '../core/verdict/run-notes.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { CheckRequest } from './check-request.ts';
import type { Engine, Ports } from './engine.ts';
import { findChanges } from './find-changes.ts';
import type { JoinedShards } from './joined-shards.ts';
import { judge, type Judged } from './judge.ts';
import { openEngine } from './open-engine.ts';
import { planRun } from './plan-run.ts';
import { announcePlan } from './announce-plan.ts';
import { ranOut } from './ran-out.ts';
import { runPlan, type RunPart } from './run-plan.ts';
import { whyWithheld } from './why-withheld.ts';

/** The whole check, from the two commits to the summary that is published. */
export async function check(ports: Ports, request: CheckRequest): Promise<PortabilitySummary> {
  const { settings, trigger } = request;
  const startedAt = ports.clock.now();
  const { changes, unmatched } = await findChanges({
    repository: ports.repository,
    entries: settings.specs,
    base: trigger.base,
    head: trigger.head,
  });
  const hasWork = changes.some(({ head }) => head !== null);
  // The user's mistakes come to light here, before anything is fetched, planned or spent.
  const withheld = hasWork ? await whyWithheld(ports, request) : null;
  if (hasWork && withheld === null) await ports.restoreRecords();
  const isReplay = request.replayOnly === true;
  const plan = await planRun(ports, { changes, settings, isShownOnly: withheld !== null || isReplay });
  const { joined } = request;
  const announced = await announce(ports, request, plan);
  await using engine = await openEngine(ports, request, plan);
  const measured = withheld === null ? await runPlan(engine, plan, partOf(plan, joined)) : nothing;
  const { measurements, missing, ...ending } = endOf(engine, joined, measured);
  const asked: Plan = withheld === null ? plan : { changes, questions: [] };
  return judge({
    trigger,
    settings,
    plan: asked,
    measurements,
    ...(measurements.trees.size === 0 ? unused : isolationOf(await ports.sandbox())),
    notes: [
      ...request.notes,
      ...unmatched.map((glob) => `The glob ${glob} of context or instructions matches no file.`),
      ...(withheld === null ? [] : announced),
      ...missing,
      ...runNotes(asked, measurements, settings),
    ],
    withheld,
    ...ending,
    seconds: (ports.clock.now() - startedAt) / 1000,
  });
}

type End = Pick<Judged, 'measurements' | 'stopped' | 'ranOut' | 'lacksShards'> & {
  readonly missing: readonly string[];
};

// Of many jobs the plan is held against their file first, and announced as one job would.
async function announce(ports: Ports, request: CheckRequest, plan: Plan): Promise<readonly string[]> {
  const { joined, replayOnly, settings } = request;
  joined?.expect(plan);
  return replayOnly === true && joined === undefined ? [] : announcePlan(ports, plan, settings);
}

function endOf(engine: Engine, joined: JoinedShards | undefined, measurements: Measurements): End {
  if (joined !== undefined) return joinedEnd(joined, measurements);
  return {
    measurements,
    stopped: engine.watch.stoppedModels(),
    ranOut: ranOut(engine),
    missing: missingNotes(engine, measurements),
  };
}

// What other jobs saw of models and caps goes before what the replay of their records sees.
function joinedEnd(joined: JoinedShards, measured: Measurements): End {
  const { stopped, ranOut: caps, lacksShards } = joined;
  return {
    measurements: joined.measured(measured),
    stopped,
    ranOut: caps,
    lacksShards,
    missing: joined.notes(),
  };
}

function partOf(plan: Plan, joined: JoinedShards | undefined): RunPart | null {
  return joined?.part(plan) ?? null;
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
