import type { GenerationRecord } from '../../core/records/record.ts';
import { takenAnswer, type TakenAnswer } from '../../core/records/taken-answer.ts';

/** An answer that is on no disk. */
export function inMemory(record: GenerationRecord): TakenAnswer {
  return takenAnswer(record, () => record);
}
