import { textDigest } from '../digest.ts';
import { writeAnswer } from '../generation/answer-protocol.ts';
import type { Completion } from '../generation/completion.ts';
import { readAnswer } from '../generation/read-answer.ts';
import type { GenerationRecord } from '../records/record.ts';
import { UserError } from '../../errors.ts';
import type { Arm } from './arm.ts';
import { readForeign, type ForeignGeneration } from './foreign-generation.ts';
import { armsOf, type Question } from './question.ts';

/** A larger file, or more answers, are not read. */
export const foreignFileCapBytes = 256 * 1024 * 1024;
const mostAnswers = 20_000;

/** The answers of a file as samples of the questions of one check. */
export type ForeignSamples = {
  readonly records: readonly GenerationRecord[];
  /** Answers without any content: calls that failed and were kept as answers. They are no evidence. */
  readonly empty: number;
};

/**
 * Makes samples of answers that were given elsewhere: those to a text by a model are samples 0, 1, 2 … of that arm, in
 * the order of the file. An answer belongs to the arm whose spec has exactly its text. All or nothing: throws
 * RECORDS_NOT_IMPORTED at the first line that cannot be a sample.
 */
export function foreignSamples(
  text: string,
  questions: readonly Question[],
  { id }: { readonly id: string },
): ForeignSamples {
  const lines = text.replace(/\n$/, '').split('\n', mostAnswers + 1);
  if (lines.length > mostAnswers) throw unusable(null, `holds more than ${mostAnswers} answers`);
  const arms = questions.flatMap((question) => armsOf(question));
  const taken = new Map<Arm, number>();
  const seen = new Map<string, number>();
  const records: GenerationRecord[] = [];
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const generation = generationIn(line, number);
    const arm = armOf(generation, arms, number);
    const earlier = seen.get(line);
    if (earlier !== undefined) throw unusable(number, `is line ${earlier} again: one answer is one sample`);
    seen.set(line, number);
    if (isEmpty(generation)) {
      empty += 1;
      continue;
    }
    const sample = taken.get(arm) ?? 0;
    taken.set(arm, sample + 1);
    records.push(recordOf(generation, { arm, sample, number, id }));
  }
  return { records, empty };
}

function generationIn(line: string, number: number): ForeignGeneration {
  const read = readForeign(line);
  if (read.kind === 'read') return read.generation;
  throw unusable(number, read.why);
}

function armOf(generation: ForeignGeneration, arms: readonly Arm[], number: number): Arm {
  const wanted = generation.specSha256 ?? textDigest(generation.spec ?? '');
  const ofModel = arms.filter(({ model }) => model.id === generation.model);
  if (ofModel.length === 0)
    throw unusable(number, 'names a model that this check does not ask (`model` is its name in the config)');
  const [arm, ...others] = ofModel.filter(({ version }) => textDigest(specText(version)) === wanted);
  if (arm === undefined)
    throw unusable(number, 'answers a text that is neither the base nor the head of a changed spec');
  if (others.length > 0)
    throw unusable(number, 'answers a text that is on both sides, so it can be a sample of neither');
  return arm;
}

function specText({ files }: Arm['version']): string {
  return files.map(({ text }) => text).join('');
}

function isEmpty({ files, text, finish }: ForeignGeneration): boolean {
  if (finish === 'refused') return false;
  const content = files === undefined ? (text ?? '') : files.map((file) => file.content).join('');
  return content.trim() === '';
}

function recordOf(
  generation: ForeignGeneration,
  of: { readonly arm: Arm; readonly sample: number; readonly number: number; readonly id: string },
): GenerationRecord {
  const { arm, sample } = of;
  const { files, finish = 'complete', servedBy, usage } = generation;
  const nonce = generation.nonce ?? arm.prompt.nonce;
  const completion: Completion = {
    text: files === undefined ? (generation.text ?? '') : writeAnswer(files, nonce),
    finish,
    servedBy,
    requestId: null,
    usage: { inputTokens: 0, outputTokens: 0, ...usage, cachedInputTokens: 0 },
    latencyMs: 0,
    ...(usage === undefined ? { isUsageEstimated: true } : {}),
  };
  refuseUnreadable(generation, { ...of, completion, nonce });
  return {
    schema: 1,
    kind: 'generation',
    key: arm.keyOf(sample),
    model: arm.model.id,
    sample,
    nonce,
    attempts: 1,
    origin: {
      at: generation.at,
      event: 'local',
      ref: null,
      run: null,
      pullRequest: null,
      import: of.id,
    },
    result: { kind: 'completed', completion },
  };
}

// An answer in another format would count as a failure of the model, though only its file is at fault.
function refuseUnreadable(
  { files }: ForeignGeneration,
  of: {
    readonly completion: Completion;
    readonly nonce: string;
    readonly arm: Arm;
    readonly number: number;
  },
): void {
  const answer = readAnswer({ ...of, mayWrite: of.arm.mayWrite });
  if (answer.kind === 'files') {
    if (files === undefined || answer.files.length === files.length) return;
    throw unusable(of.number, 'has a file that holds marks of the answer protocol');
  }
  if (files !== undefined) throw unusable(of.number, `cannot be written (${answer.detail})`);
  if (answer.why === 'unreadable')
    throw unusable(of.number, 'is not in the answer protocol; give what the model wrote as `files`');
}

function unusable(line: number | null, why: string): UserError {
  return new UserError(
    'RECORDS_NOT_IMPORTED',
    `${line === null ? 'the file' : `line ${line} of the file`} of \`--generations\` ${why}.`,
    'Correct the file; docs/records.md says what a line holds. No line was used.',
  );
}
