import type { Prompt } from '../core/generation/completion.ts';
import { chooseNonce } from '../core/generation/nonce.ts';
import { renderPrompt } from '../core/generation/prompt.ts';
import type { Question } from '../core/plan/plan.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import { protectedPatterns } from '../core/specs/writable.ts';

/** The prompt of one side of a question. The nonce occurs in neither side's text, so both sides share it. */
export function promptOf(question: Pick<Question, 'change'>, version: SpecVersion): Prompt {
  const { change } = question;
  const texts = [change.base, change.head].flatMap((side) =>
    side === null ? [] : [...side.files, ...side.instructions, ...side.context].map((file) => file.text),
  );
  const nonce = chooseNonce({ protocol: 1, spec: change.name, texts });
  return renderPrompt({
    version,
    nonce,
    writes: version.spec.writes,
    protectedPatterns: protectedPatterns(version.spec),
  });
}
