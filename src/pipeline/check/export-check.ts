import { searchedAnswers } from '../../core/blame/searched-answers.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import { asPlanned } from '../../core/plan/planned-question.ts';
import { plannedAnswers } from '../../core/plan/planned-answers.ts';
import type { StoredRecord } from '../../core/records/record.ts';
import type { RecordsFile } from '../../core/records/records-file.ts';
import { mayUse } from '../../core/records/trust.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { UserError } from '../../errors.ts';
import type { Ports } from '../engine/engine.ts';
import { check } from './check.ts';
import type { CheckRequest } from './check-request.ts';

/** The records of one check, and what they say when they are judged again. */
export type ExportedCheck = {
  readonly file: Omit<RecordsFile, 'id'>;
  readonly summary: PortabilitySummary;
};

/**
 * Gathers everything that a check needs to be judged elsewhere: its plan, the answers that the plan and the search for words
 * take, and every test run that judging again reads. Asks nothing and runs nothing. Throws RECORDS_NOT_EXPORTED.
 */
export async function exportCheck(ports: Ports, request: Omit<CheckRequest, 'mode'>): Promise<ExportedCheck> {
  const { work, settings, trigger } = request;
  if (trigger.kind === 'audit') throw new Error('an audit compares no two commits');
  const { base, head } = trigger;
  const key = planKey(work.questions, settings);
  const plan = await ports.records.readPlan(key);
  const questions =
    plan !== null && mayUse(plan, ports.reader) ? asPlanned(work.questions, plan.questions) : null;
  if (plan === null || questions === null) throw nothingOnRecord(base, head);
  const { summary } = await check(ports, { ...request, mode: { kind: 'replay' } });
  const answers = await onRecord(plannedAnswers(questions), (answer) =>
    ports.records.readGeneration(answer.key),
  );
  const isSearched = searchedAnswers(questions);
  const used = await onRecord([...ports.records.usedKeys], (each) => ports.records.readGeneration(each));
  const searched = used.filter((record) => record.kind === 'generation' && isSearched(record));
  const runs = await onRecord([...ports.records.usedKeys], (each) => ports.records.readTestRun(each));
  const all = new Map(
    [plan, ...answers, ...searched, ...runs].map((each) => [`${each.kind} ${each.key}`, each]),
  );
  const records = [...all.values()].filter((record) => mayUse(record, ports.reader));
  const { level: sandbox } = await ports.sandbox();
  return { file: { base, head, plan: key, sandbox, records: records.map(withoutPlace) }, summary };
}

async function onRecord<Item>(
  items: readonly Item[],
  read: (item: Item) => Promise<StoredRecord | null>,
): Promise<readonly StoredRecord[]> {
  const found = new Map<string, StoredRecord>();
  // One after another: they are many, and each is read from the disk.
  for (const item of items) {
    const record = await read(item);
    if (record !== null) found.set(record.key, record);
  }
  return [...found.values()];
}

// Branch, workflow run and pull request say nothing elsewhere, and are nobody's business there.
function withoutPlace(record: StoredRecord): StoredRecord {
  const { at } = record.origin;
  return { ...record, origin: { at, event: 'local', ref: null, run: null, pullRequest: null } };
}

function nothingOnRecord(base: string, head: string): UserError {
  return new UserError(
    'RECORDS_NOT_EXPORTED',
    `the records folder holds no check of ${base.slice(0, 12)} and ${head.slice(0, 12)} under this configuration.`,
    'Name the folder with `--records`, and the pull request with `--pull-request` if a job wrote it; `models`, `samples` and `decide` must be those of the check.',
  );
}
