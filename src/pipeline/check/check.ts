import { askedBeside } from '../../core/blame/asked-beside.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { evidenceOf } from '../../core/report/evidence/evidence-of.ts';
import type { Evidence } from '../../core/report/evidence/evidence.ts';
import { replacedModel, type Question } from '../../core/plan/question.ts';
import type { PlannedQuestion, PortabilitySummary } from '../../core/report/summary/summary.ts';
import { nothingMeasured } from '../../core/verdict/measured.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import { runNotes } from '../../core/verdict/run-notes.ts';
import type { EarlierVerdict } from '../../ports/forge.ts';
import { findWords } from '../blame/find-words.ts';
import type { Engine, Ports } from '../engine/engine.ts';
import { openEngine, type Allowance } from '../engine/open-engine.ts';
import { nothingEnded, runEndOf, type RunEnd } from '../engine/run-end.ts';
import { runPlan } from '../engine/run-plan.ts';
import { announcePlan } from './announce-plan.ts';
import type { CheckRequest } from './check-request.ts';
import { permittedMode } from './permitted-mode.ts';
import type { Work } from '../specs/find-work.ts';
import { planRun } from './plan-run.ts';
import { summarize, type Found } from './summarize.ts';

/** The result of a check: the summary and the evidence behind it. */
export type Checked = { readonly summary: PortabilitySummary; readonly evidence: Evidence };

/** The check, from its questions to the summary that is published and the evidence behind it. */
export async function check(ports: Ports, request: CheckRequest): Promise<Checked> {
  const { work } = request;
  if (work.questions.length === 0) return checkedOf(ports, request, nothingFound(request));
  if (request.mode.kind === 'measure') void ports.loadClients?.(request.settings.models);
  const mode = await permittedMode(ports, request);
  switch (mode.kind) {
    case 'repeat':
      return repeated(ports, request, mode.earlier);
    case 'plan-only':
      return planned(ports, request, mode.why);
    case 'replay':
    case 'imported':
      return judgedAgain(ports, request, { kind: mode.kind });
    case 'measure':
      return measured(ports, request);
  }
}

/** From what a check found to its summary and evidence. */
export async function checkedOf(ports: Ports, request: CheckRequest, found: Found): Promise<Checked> {
  const { settings, work } = request;
  const { plan, measurements, words, lost } = found;
  const unmatched = work.unmatched.map(
    (glob) => `The glob ${glob} of context or instructions matches no file.`,
  );
  const notes = [...unmatched, ...found.notes, ...runNotes(plan, measurements, settings)];
  const summary = await summarize(ports, request, { ...found, notes });
  const beside = askedBeside(measurements, words?.cells ?? []);
  return {
    summary: withId(summary, work),
    evidence: evidenceOf({ plan, measurements, beside, lost, settings }),
  };
}

async function measured(ports: Ports, request: CheckRequest): Promise<Checked> {
  const { settings, work } = request;
  await ports.restoreRecords();
  const plan = await planRun(ports, work, { settings, isShownOnly: false });
  await announcePlan(ports, plan, settings);
  await using engine = await openEngine(ports, request, { plan, allowance: { kind: 'caps' } });
  const found = await answered(engine, plan);
  return await checkedOf(ports, request, { ...found, notes: [], skipReason: null });
}

/** The answers to all questions, and then the words behind the regressions among them. */
async function answered(
  engine: Engine,
  plan: Plan,
): Promise<Pick<Found, 'plan' | 'measurements' | 'words' | keyof RunEnd>> {
  const measurements = await runPlan(engine, plan);
  // What ends the search for words ended no verdict.
  const end = runEndOf(engine);
  const words = await findWords(engine, { plan, measurements });
  return { plan, measurements, words, ...end, lost: engine.lost.list };
}

// Judging again announces nothing.
async function judgedAgain(ports: Ports, request: CheckRequest, allowance: Allowance): Promise<Checked> {
  const { settings, work } = request;
  await ports.restoreRecords();
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  await using engine = await openEngine(ports, request, { plan, allowance });
  const found = await answered(engine, plan);
  const notes = missingNotes(found.measurements);
  return await checkedOf(ports, request, { ...found, notes, skipReason: null });
}

// A report that only shows a plan says what the plan would take; other reports say what it took.
async function planned(ports: Ports, request: CheckRequest, why: string): Promise<Checked> {
  const { settings, work } = request;
  const plan = await planRun(ports, work, { settings, isShownOnly: true });
  const notes = await announcePlan(ports, plan, settings);
  const checked = await checkedOf(ports, request, { ...nothingFound(request), notes, skipReason: why });
  return { ...checked, summary: { ...checked.summary, planned: plan.questions.map(shown) } };
}

function shown(question: Question): PlannedQuestion {
  const { change, head, asks, baseSamples, headSamples, reused } = question;
  const replaced = replacedModel(question);
  return {
    spec: change.name,
    model: head.model.id,
    asks,
    ...(replaced === null ? {} : { insteadOf: replaced }),
    base: baseSamples.length,
    head: headSamples.length,
    stored: reused.length,
  };
}

async function repeated(ports: Ports, request: CheckRequest, earlier: EarlierVerdict): Promise<Checked> {
  const { conclusion, title, url } = earlier;
  const { settings, work } = request;
  const nothing = nothingFound(request);
  const summary = await summarize(ports, request, nothing);
  // The cost was paid, and reported, by the run that found the verdict.
  const spent = { ...summary.spent, seconds: 0 };
  return {
    summary: withId({ ...summary, spent, conclusion, repeats: { title, url } }, work),
    evidence: evidenceOf({ ...nothing, settings }),
  };
}

// A later run on the same input finds this verdict by its id.
function withId(summary: PortabilitySummary, { verdictId }: Work): PortabilitySummary {
  return verdictId === null ? summary : { ...summary, verdictId };
}

function nothingFound({ work }: CheckRequest): Found {
  const plan: Plan = { changes: work.changes, questions: [] };
  return { plan, measurements: nothingMeasured, ...nothingEnded, notes: [], skipReason: null };
}

function missingNotes({ cells }: Measurements): string[] {
  const missing = cells.filter(({ code }) => code.kind === 'unmeasured').length;
  if (missing === 0) return [];
  return [
    missing === 1
      ? 'Judged again from records: 1 sample that was due is not on record, and none was asked.'
      : `Judged again from records: ${missing} samples that were due are not on record, and none was asked.`,
  ];
}
