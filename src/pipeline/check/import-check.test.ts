import { describe, expect, test } from '@jest/globals';
import { wordTexts } from '../../core/blame/word-texts.ts';
import type { Arm } from '../../core/plan/arm.ts';
import { planKey } from '../../core/plan/plan-key.ts';
import { plannedOf } from '../../core/plan/planned-question.ts';
import type { PlannedQuestion, StoredRecord } from '../../core/records/record.ts';
import type { RecordsFile } from '../../core/records/records-file.ts';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import { refuseOtherCheck, trustedPart } from './import-check.ts';

const settings = someSettings();
const question = aQuestion({ looks: settings.samples.looks });
const stamped = {
  schema: 1,
  origin: { at: 1, event: 'local', ref: null, run: null, pullRequest: null },
} as const;
const plan = planKey([question], settings);

/** A file as `records export` writes it, with this plan and the answers to these samples of the head. */
function aFile(planned: Partial<PlannedQuestion> = {}, samples: readonly number[] = [0]): RecordsFile {
  const questions = [{ ...plannedOf(question), ...planned }];
  const answers = samples.map((sample): StoredRecord => ({
    ...stamped,
    kind: 'generation',
    key: question.head.keyOf(sample),
    model: question.head.model.id,
    sample,
    nonce: 'A1B2C3',
    attempts: 1,
    result: { kind: 'too-long', detail: '' },
  }));
  const nothing = { text: '', droppedBytes: 0 };
  const run = { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 } as const;
  return {
    ...{ id: 'a1'.repeat(8), base: 'a'.repeat(40), head: 'b'.repeat(40), plan, sandbox: 'none' },
    records: [
      { ...stamped, kind: 'plan', key: plan, questions },
      ...answers,
      { ...stamped, kind: 'test-run', key: 'c'.repeat(64), testRun: { run, report: null } },
    ],
  };
}

const importing =
  (file: RecordsFile, asked = [question]) =>
  () =>
    refuseOtherCheck(file, asked, settings);

describe('a file with right digests', () => {
  test('that holds the check of these questions is imported', () => {
    expect(importing(aFile())).not.toThrow();
  });

  test('without its test runs, unless they are trusted', () => {
    expect(trustedPart(aFile(), false).records.map(({ kind }) => kind)).toEqual(['plan', 'generation']);
    expect(trustedPart(aFile(), true).records).toHaveLength(3);
  });

  test('with the answers of a search for words: to texts between base and head, and to no other', () => {
    const { textWith } = wordTexts(question);
    const file = aFile();
    const withAnswer = (arm: Arm, sample: number): RecordsFile => ({
      ...file,
      records: file.records.map((record) =>
        record.kind === 'generation' ? { ...record, sample, key: arm.keyOf(sample) } : record,
      ),
    });
    const base = textWith(() => false);
    const other: Arm = { ...question.head, keyOf: () => 'd'.repeat(64) };

    expect(importing(withAnswer(base, 30))).not.toThrow();
    expect(importing(withAnswer(base, 300))).toThrow('an answer that its plan does not take');
    expect(importing(withAnswer(other, 30))).toThrow('an answer that its plan does not take');
  });

  test('that holds the check of other questions is not', () => {
    expect(importing(aFile(), [])).toThrow('RECORDS_NOT_IMPORTED: the file holds a check of');
  });

  test.each<[string, Partial<PlannedQuestion>]>([
    ['one lucky sample many times', { baseSamples: question.baseSamples.map(() => 0) }],
    ['a look of its own', { looks: [{ base: 1, head: 1 }] }],
    ['looks without an end', { looks: [{ base: 1, head: 1e15 }] }],
    ['samples without an end', { baseSamples: Array.from({ length: 100_000 }, (_, sample) => sample) }],
    ['heads of its own choice', { headSamples: question.headSamples.map((sample) => sample + 100) }],
  ])('whose plan takes %s is not', (_, planned) => {
    expect(importing(aFile(planned))).toThrow('RECORDS_NOT_IMPORTED: the plan in the file is none');
  });

  test('that holds an answer which its plan does not take is not', () => {
    expect(importing(aFile({}, [0, 999]))).toThrow(
      'RECORDS_NOT_IMPORTED: the file holds an answer that its plan',
    );
  });
});
