import { digest } from '../plan/digest.ts';
import type { MeasuredCell } from '../plan/measurements.ts';

/** One sentence for each arm whose answers are mostly copies of each other: its samples are hardly independent. */
export function repetitionNotes(cells: readonly MeasuredCell[]): string[] {
  const answers = new Map<string, string[]>();
  for (const { arm, generation } of cells) {
    if (generation?.result.kind !== 'completed') continue;
    const name = `${arm.model.id} on ${arm.version.spec.name} (${arm.side})`;
    // The nonce is the prompt's, not the model's own words.
    const text = generation.result.completion.text.replaceAll(generation.nonce, '');
    answers.set(name, [...(answers.get(name) ?? []), digest(text)]);
  }
  return [...answers].flatMap(([name, texts]) => {
    const distinct = new Set(texts).size;
    if (texts.length < 3 || distinct / texts.length >= 0.5) return [];
    return [
      `${name} gave only ${distinct} different answers in ${texts.length}: its samples say less than their number.`,
    ];
  });
}
