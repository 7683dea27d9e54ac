import { searchedAnswers } from '../../core/blame/searched-answers.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import { asPlanned } from '../../core/plan/planned-question.ts';
import { plannedAnswers } from '../../core/plan/planned-answers.ts';
import { isPossibleDraw } from '../../core/plan/possible-draw.ts';
import type { Question } from '../../core/plan/question.ts';
import type { RecordsFile } from '../../core/records/records-file.ts';
import type { Settings } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';

/**
 * Throws RECORDS_NOT_IMPORTED unless the file holds the check that this repository and this configuration would make,
 * with a plan that this program draws and no answer that neither the plan nor a search for words takes.
 */
export function refuseOtherCheck(file: RecordsFile, asked: readonly Question[], settings: Settings): void {
  if (planKey(asked, settings) !== file.plan) throw otherCheck(file);
  const planned = file.records.flatMap((record) => (record.kind === 'plan' ? record.questions : []));
  const isDrawn = planned.every(
    (question) => question.headSamples === undefined && isPossibleDraw(question, settings),
  );
  const questions = isDrawn ? asPlanned(asked, planned) : null;
  if (questions === null) throw otherDraw();
  const taken = new Map(plannedAnswers(questions).map(({ key, sample }) => [key, sample]));
  const isSearched = searchedAnswers(questions);
  const stray = file.records.find(
    (record) =>
      record.kind === 'generation' && taken.get(record.key) !== record.sample && !isSearched(record),
  );
  if (stray !== undefined) throw strayAnswer(stray.key);
}

/** The records of a file that a run here may use: without its test runs, unless they are trusted. */
export function trustedPart(file: RecordsFile, isTrusted: boolean): RecordsFile {
  return isTrusted ? file : { ...file, records: file.records.filter(({ kind }) => kind !== 'test-run') };
}

function otherCheck({ base, head }: RecordsFile): UserError {
  return new UserError(
    'RECORDS_NOT_IMPORTED',
    `the file holds a check of ${base.slice(0, 12)} and ${head.slice(0, 12)} under another configuration than the one here.`,
    'Use the config file of that check: the same `specs`, `models`, `samples` and `decide`.',
  );
}

function otherDraw(): UserError {
  return new UserError(
    'RECORDS_NOT_IMPORTED',
    'the plan in the file is none that this version draws for these questions.',
    'Export it again with this version.',
  );
}

function strayAnswer(key: string): UserError {
  return new UserError(
    'RECORDS_NOT_IMPORTED',
    `the file holds an answer that its plan does not take (${key.slice(0, 12)}).`,
    'Export it again.',
  );
}
