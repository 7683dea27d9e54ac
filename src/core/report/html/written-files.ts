import { readAnswer } from '../../generation/read-answer.ts';
import type { GeneratedFile } from '../../generation/completion.ts';
import type { MeasuredCell } from '../../verdict/measurements.ts';

/** The files of a generation, read again from its record; none if its answer had no usable code or is gone. */
export function writtenFiles({ code, generation }: MeasuredCell): readonly GeneratedFile[] {
  if (code.kind === 'no-code' || generation?.result.kind !== 'completed') return [];
  const record = generation.read();
  if (record?.result.kind !== 'completed') return [];
  const answer = readAnswer({
    completion: record.result.completion,
    nonce: record.nonce,
    // The paths were checked when the answer came in; a cell with code has passed.
    mayWrite: () => true,
  });
  return answer.kind === 'files' ? answer.files : [];
}
