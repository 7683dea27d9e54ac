import type { Prompt } from './completion.ts';
import { chooseNonce } from './nonce.ts';
import { renderPrompt } from './prompt.ts';
import type { SpecPair, SpecVersion } from '../specs/spec.ts';
import { protectedPatterns } from '../specs/writable.ts';

/** The prompt of one side of a question. The nonce occurs in neither side's text, so both sides share it. */
export function promptOf({ change }: { readonly change: SpecPair }, version: SpecVersion): Prompt {
  const known = prompts.get(change) ?? new Map<SpecVersion, Prompt>();
  prompts.set(change, known);
  const prompt = known.get(version) ?? rendered(change, version);
  known.set(version, prompt);
  return prompt;
}

// The same for every model and every sample: of a thousand questions there are a few hundred.
const prompts = new WeakMap<SpecPair, Map<SpecVersion, Prompt>>();

function rendered(change: SpecPair, version: SpecVersion): Prompt {
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
