import { readAnswer } from '../../generation/read-answer.ts';
import type { GeneratedFile } from '../../generation/completion.ts';
import type { MeasuredCell } from '../../verdict/measurements.ts';

/** The files of a generation, read again from its record; none where its answer held no usable code. */
export function writtenFiles({ code, generation }: MeasuredCell): readonly GeneratedFile[] {
  if (code.kind === 'no-code' || generation?.result.kind !== 'completed') return [];
  const answer = readAnswer({
    completion: generation.result.completion,
    nonce: generation.nonce,
    // The paths were judged when the answer came; a cell that has code kept the rules.
    mayWrite: () => true,
  });
  return answer.kind === 'files' ? answer.files : [];
}
