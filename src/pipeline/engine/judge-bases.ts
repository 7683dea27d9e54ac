import type { Question } from '../../core/plan/question.ts';
import { lastLines } from '../../core/results/own-run/last-lines.ts';
import { redRepository, type Redness } from '../../core/results/red-repository.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import { isBaseDead } from '../../core/verdict/dead-base.ts';
import type { Measured } from '../../core/verdict/measured.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import type { Engine } from './engine.ts';
import { interrupted } from './interrupted.ts';
import { testedAs } from './cell-request.ts';
import { runCell } from './run-cell.ts';

/**
 * Lists what is red on the base before anything is spent, and throws BASE_IS_RED where no test that could be compared
 * passes there, not even on a stored sample. Throws INTERRUPTED where a base could not be tested to its end.
 */
export async function judgeBases(engine: Engine, measured: Measured): Promise<void> {
  if (engine.replayOnly) return;
  const versions = new Set(measured.questions.flatMap(({ base }) => base?.version ?? []));
  for (const version of versions) {
    const own = measured.trees.get(version)?.own ?? null;
    // Nobody's tests are to blame. No part of a run is stopped by now, so somebody stopped all of it.
    if (own?.run.end.kind === 'cancelled') throw interrupted();
    const red = redRepository(own);
    if (own === null || red === null) continue;
    tellRed(engine, version, { ...red, own });
    const questions = measured.questions.filter(({ base }) => base?.version === version);
    if (await areDead(engine, questions, measured)) refuse(version, red);
  }
}

const namesShown = 10;
const linesShown = 20;

function tellRed(
  { ports: { log } }: Engine,
  { spec, commit }: SpecVersion,
  { failing, why, own }: Redness & { readonly own: TestRun },
): void {
  const more = failing.length > namesShown ? ` and ${failing.length - namesShown} more` : '';
  const names = failing.length === 0 ? '' : `: ${failing.slice(0, namesShown).join(', ')}${more}`;
  log.warn(`the tests of ${spec.name} are red on the base commit ${commit.slice(0, 12)} (${why})${names}`);
  for (const line of lastLines(own.run, linesShown)) log.info(`  ${line}`);
}

/** Whether none of the questions about one base has anything to compare with, stored samples included. */
async function areDead(engine: Engine, questions: readonly Question[], measured: Measured): Promise<boolean> {
  for (const question of questions) {
    if (!isBaseDead(question, measured)) return false;
    await measureStored(engine, question, measured);
    if (!isBaseDead(question, measured)) return false;
  }
  return true;
}

// An answer on record is only tested, so nothing is spent. Its sample is due in any case if the check goes on.
async function measureStored(engine: Engine, question: Question, measured: Measured): Promise<void> {
  const { base: arm, baseSamples } = question;
  if (arm === null) return;
  const tested = testedAs(arm.version, measured.trees.get(arm.version));
  const request = { arm, question: question.id, role: 'base', ...tested, priority: 0 } as const;
  for (const sample of baseSamples) {
    if ((await engine.ports.records.readGeneration(arm.keyOf(sample))) === null) continue;
    measured.add(await runCell(engine, { ...request, sample }));
    if (!isBaseDead(question, measured)) return;
  }
}

function refuse({ spec, commit }: SpecVersion, { failing, why }: Redness): void {
  const [first = why] = failing;
  throw new UserError(
    'BASE_IS_RED',
    `no test of ${spec.name} that could be compared passes on the base commit ${commit.slice(0, 12)} (${first}), nor on a stored sample of it. No model was asked.`,
    'Make the tests pass on the base branch first: what is missing there is missing for generated code as well.',
  );
}
