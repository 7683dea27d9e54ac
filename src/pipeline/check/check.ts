import type { Plan } from '../../core/plan/plan.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { openEngine, type Allowance } from '../engine/open-engine.ts';
import { runPlan } from '../engine/run-plan.ts';
import { announcePlan } from './announce-plan.ts';
import type { CheckRequest } from './check-request.ts';
import type { Checked } from './conclude.ts';
import { permittedMode } from './permitted-mode.ts';
import { planRun } from './plan-run.ts';

/** The check, from its questions to the summary that is published and the evidence behind it. */
export async function check(ports: Ports, request: CheckRequest): Promise<Checked> {
  if (request.work.questions.length === 0) return (await conclusions()).nothingAsked(ports, request);
  if (request.mode.kind === 'measure') void loadClients(ports, request.work.questions);
  const mode = await permittedMode(ports, request);
  switch (mode.kind) {
    case 'repeat':
      return (await conclusions()).repeated(ports, request, mode.earlier);
    case 'plan-only':
      return planned(ports, request, mode.why);
    case 'replay':
    case 'imported':
      return judgedAgain(ports, request, { kind: mode.kind });
    case 'measure':
      return measured(ports, request);
  }
}

// What is on record is not asked for: a run that only repeats another one needs no vendor's SDK. If too little is loaded here,
// the first call loads it.
async function loadClients(ports: Ports, questions: CheckRequest['work']['questions']): Promise<void> {
  const heads = questions.slice(0, 50).map(({ head }) => ({ model: head.model, key: head.keyOf(0) }));
  const stored = await ports.records.readGenerations(heads.map(({ key }) => key)).catch(() => new Map());
  const asked = heads.filter(({ key }) => !stored.has(key)).map(({ model }) => model);
  if (asked.length > 0) await ports.loadClients?.(asked);
}

// Loaded when nothing is left to ask: what judges, explains and reports would keep the first call waiting.
async function conclusions() {
  return import('./conclude.ts');
}

async function measured(ports: Ports, request: CheckRequest): Promise<Checked> {
  const { settings, work } = request;
  await ports.restoreRecords();
  const plan = await planRun(ports, work, { settings, isShownOnly: false });
  await announcePlan(ports, plan, settings);
  await using engine = await openEngine(ports, request, { plan, allowance: { kind: 'caps' } });
  return await answered(engine, request, plan);
}

// Judging again announces nothing.
async function judgedAgain(ports: Ports, request: CheckRequest, allowance: Allowance): Promise<Checked> {
  const { settings, work } = request;
  await ports.restoreRecords();
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  await using engine = await openEngine(ports, request, { plan, allowance });
  return await answered(engine, request, plan);
}

async function answered(engine: Engine, request: CheckRequest, plan: Plan): Promise<Checked> {
  const measurements = await runPlan(engine, plan);
  return (await conclusions()).answered(engine, request, { plan, measurements });
}

// A report that only shows a plan says what the plan would take; other reports say what it took.
async function planned(ports: Ports, request: CheckRequest, why: string): Promise<Checked> {
  const { settings, work } = request;
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  const notes = await announcePlan(ports, plan, settings);
  return (await conclusions()).planOnly(ports, request, { plan, notes, why });
}
