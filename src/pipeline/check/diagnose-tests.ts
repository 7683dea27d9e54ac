import { noticingWords } from '../../core/control-runs/controls-note.ts';
import { questionsOf } from '../../core/plan/questions-of.ts';
import type { Question } from '../../core/plan/question.ts';
import { redRepository } from '../../core/results/red-repository.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import type { SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import { invalidReasonOf } from '../../core/verdict/samples-of.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Ports } from '../engine/engine.ts';
import { measureCommitted } from '../engine/run-plan.ts';
import type { RunRequest } from '../engine/run-request.ts';
import type { Finding } from './finding.ts';
import { planRun } from './plan-run.ts';

/**
 * Runs setup and the tests of a spec as a check would before its first call. Throws what would end the check; what
 * would only make its verdict inconclusive is a note.
 */
export async function diagnoseTests(
  ports: Ports,
  request: RunRequest,
  change: SpecPair,
): Promise<readonly Finding[]> {
  const { settings } = request;
  const questions = questionsOf({ changes: [change], unchanged: [], switches: [], settings });
  const plan = await planRun(ports, { changes: [change], questions }, { settings, isShownOnly: true });
  await using engine = await openEngine(ports, request, { plan, allowance: { kind: 'caps' } });
  const measured = await measureCommitted(engine, plan);
  const [question] = plan.questions;
  return question === undefined
    ? []
    : [
        findingOf(question, measured),
        ...notesOf(question.head.version, measured),
        ...noticingOf(question.head.version, measured),
      ];
}

/** What setup and the first runs found out that a report would say too. */
function notesOf(version: SpecVersion, { trees }: Measured): readonly Finding[] {
  const { notes = [] } = trees.get(version) ?? {};
  return [...new Set(notes)].map((text) => ({
    kind: 'note',
    text: `tests of ${version.spec.name}: ${text}`,
  }));
}

function findingOf(question: Question, measured: Measured): Finding {
  const { version } = question.head;
  const about = `tests of ${version.spec.name}`;
  const { own = null } = measured.trees.get(version) ?? {};
  if (own === null)
    return { kind: 'note', text: `${about}: nothing is committed under \`writes\`, so they were not tried.` };
  const reason = invalidReasonOf(question, measured);
  if (reason !== null)
    return { kind: 'note', text: `${about}: every verdict will be inconclusive: ${reason}.` };
  const red = redRepository(own);
  return red === null
    ? { kind: 'fine', text: `${about}: they pass as committed${sizeOf(own)}, and not without that code.` }
    : { kind: 'note', text: `${about}: red as committed, ${red.why}${namesOf(red.failing)}.` };
}

/** Whether the suite could notice wrong code at all. */
function noticingOf(version: SpecVersion, { trees }: Measured): readonly Finding[] {
  const controls = trees.get(version)?.controls;
  const words = controls === undefined ? null : noticingWords(controls);
  if (controls === undefined || words === null) return [];
  const text = `tests of ${version.spec.name}: they ${words}`;
  return [{ kind: 2 * controls.noticed < controls.changed ? 'note' : 'fine', text }];
}

function sizeOf({ run, report }: TestRun): string {
  const seconds = (run.durationMs / 1000).toFixed(1);
  const count = report?.cases.length ?? 0;
  return count === 0 ? `, in ${seconds} s` : `, ${count} of them in ${seconds} s`;
}

function namesOf(failing: readonly string[]): string {
  return failing.length === 0 ? '' : `: ${failing.slice(0, 5).join(', ')}`;
}
