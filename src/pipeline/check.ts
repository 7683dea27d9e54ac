import type { Measurements } from '../core/plan/measurements.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { PortabilitySummary } from '../core/report/summary.ts';
import { runNotes } from '../core/verdict/run-notes.ts';
import type { Sandbox } from '../ports/sandbox.ts';
import type { CheckRequest } from './check-request.ts';
import type { Engine, Ports } from './engine.ts';
import { findChanges } from './find-changes.ts';
import { judge, type Judged } from './judge.ts';
import { openEngine } from './open-engine.ts';
import { planRun } from './plan-run.ts';
import { announcePlan } from './announce-plan.ts';
import { runPlan } from './run-plan.ts';
import { whyWithheld } from './why-withheld.ts';

/** The whole check, from the two commits to the summary that is published. */
export async function check(ports: Ports, request: CheckRequest): Promise<PortabilitySummary> {
  const { settings } = request;
  const trigger = comparing(request);
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
  const announced = isReplay ? [] : await announcePlan(ports, plan, settings);
  await using engine = await openEngine(ports, request, plan);
  const measurements = withheld === null ? await runPlan(engine, plan) : nothing;
  const asked: Plan = withheld === null ? plan : { changes, questions: [] };
  return judge({
    trigger,
    settings,
    plan: asked,
    measurements,
    ...(measurements.trees.size === 0 ? unused : isolationOf(await ports.sandbox())),
    stopped: engine.watch.stoppedModels(),
    notes: [
      ...request.notes,
      ...unmatched.map((glob) => `The glob ${glob} of context or instructions matches no file.`),
      ...(withheld === null ? [] : announced),
      ...missingNotes(engine, measurements),
      ...runNotes(asked, measurements, settings),
    ],
    withheld,
    ranOut: ranOut(engine),
    seconds: (ports.clock.now() - startedAt) / 1000,
  });
}

function comparing({ trigger }: CheckRequest): Exclude<CheckRequest['trigger'], { readonly kind: 'audit' }> {
  if (trigger.kind === 'audit') throw new Error('an audit compares no two commits');
  return trigger;
}

/** Caps that ended sampling early. */
export function ranOut({ ledger, ports, deadline }: Engine): Judged['ranOut'] {
  return [...ledger.refusedBy, ...(ports.clock.now() >= deadline ? (['minutes'] as const) : [])];
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
export function isolationOf({ isolation }: Sandbox): Pick<Judged, 'sandbox' | 'isolation'> {
  const { level, version, probes } = isolation;
  const said =
    probes === null ? null : `isolation: ${level} ${version ?? ''}, ${probes.passed}/${probes.total} probes`;
  return { sandbox: level, isolation: said };
}

const nothing: Measurements = { cells: [], trees: new Map() };
