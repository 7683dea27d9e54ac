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
import { nothingEnded, runEndOf } from '../engine/run-end.ts';
import type { Work } from '../specs/find-work.ts';
import type { CheckRequest } from './check-request.ts';
import { summarize, type Found } from './summarize.ts';

/** The result of a check: the summary and the evidence behind it. */
export type Checked = { readonly summary: PortabilitySummary; readonly evidence: Evidence };

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

/** The answers to all questions, and then the words behind the regressions among them. */
export async function answered(
  engine: Engine,
  request: CheckRequest,
  { plan, measurements }: { readonly plan: Plan; readonly measurements: Measurements },
): Promise<Checked> {
  // What ends the search for words ended no verdict.
  const end = runEndOf(engine);
  const words = await findWords(engine, { plan, measurements });
  const notes = engine.asksModels ? [] : missingNotes(measurements);
  const found = { plan, measurements, words, ...end, lost: engine.lost.list, notes, skipReason: null };
  return checkedOf(engine.ports, request, found);
}

/** A run that has nothing to ask. */
export async function nothingAsked(ports: Ports, request: CheckRequest): Promise<Checked> {
  return checkedOf(ports, request, nothingFound(request));
}

/** A run that asks nothing and says why, and what its plan would take. */
export async function planOnly(
  ports: Ports,
  request: CheckRequest,
  of: { readonly plan: Plan; readonly notes: readonly string[]; readonly why: string },
): Promise<Checked> {
  const found = { ...nothingFound(request), notes: of.notes, skipReason: of.why };
  const checked = await checkedOf(ports, request, found);
  return { ...checked, summary: { ...checked.summary, planned: of.plan.questions.map(shown) } };
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

/** A run that repeats the verdict of an earlier one. */
export async function repeated(
  ports: Ports,
  request: CheckRequest,
  earlier: EarlierVerdict,
): Promise<Checked> {
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
