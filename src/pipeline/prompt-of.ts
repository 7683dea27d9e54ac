import type { Prompt } from '../core/generation/completion.ts';
import { chooseNonce } from '../core/generation/nonce.ts';
import { renderPrompt } from '../core/generation/prompt.ts';
import type { Question } from '../core/plan/plan.ts';
import type { SpecChange, SpecVersion } from '../core/specs/spec.ts';
import { protectedPatterns } from '../core/specs/writable.ts';

/** The prompt of one side of a question. The nonce occurs in neither side's text, so both sides share it. */
export function promptOf({ change }: Pick<Question, 'change'>, version: SpecVersion): Prompt {
  const known = prompts.get(change) ?? new Map<SpecVersion, Prompt>();
  prompts.set(change, known);
  const prompt = known.get(version) ?? rendered(change, version);
  known.set(version, prompt);
  return prompt;
}

// The same for every model and every sample: of a thousand questions there are a few hundred.
const prompts = new WeakMap<SpecChange, Map<SpecVersion, Prompt>>();

function rendered(change: SpecChange, version: SpecVersion): Prompt {
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
