import { readsByItself, renderTask } from '../agents/task.ts';
import type { Prompt } from '../generation/completion.ts';
import { generationKeys } from '../generation/generation-key.ts';
import { chooseNonce } from '../generation/nonce.ts';
import { renderPrompt } from '../generation/prompt.ts';
import type { Model } from '../settings.ts';
import type { SpecPair, SpecVersion } from '../specs/spec.ts';
import { pathRules, protectedPatterns } from '../specs/writable.ts';

/** A version on a model: what is sampled. Made once, with everything that its samples share. */
export type Arm = {
  readonly version: SpecVersion;
  readonly model: Model;
  /** What the model is shown; the same for every sample. */
  readonly prompt: Prompt;
  /** The key under which the answer of a sample is stored. */
  readonly keyOf: (sample: number) => string;
  /** Whether an answer may create this path. */
  readonly mayWrite: (path: string) => boolean;
};

/** Makes the arm of a version and a model. */
export type MakeArm = (version: SpecVersion, model: Model) => Arm;

/**
 * Makes the arms of one spec that are compared with each other. They share one nonce, which occurs in none of their
 * texts. Each text is rendered into a prompt once, for all models.
 */
export function armsFor({ name, base, head }: Pick<SpecPair, 'name' | 'base' | 'head'>): MakeArm {
  return armsOfVersions(
    name,
    [base, head].filter((version) => version !== null),
  );
}

/** The same for any number of versions of a spec. */
export function armsOfVersions(name: string, versions: readonly SpecVersion[]): MakeArm {
  const texts = versions.flatMap(({ files, instructions, context }) =>
    [...files, ...instructions, ...context].map(({ text }) => text),
  );
  const nonce = chooseNonce({ protocol: 1, spec: name, texts });
  const shared = new Map(versions.map((version) => [version, sharedOf(version, nonce)] as const));
  return (version, model) => {
    const own = shared.get(version);
    // The nonce was not checked against the texts of this version.
    if (own === undefined) throw new Error(`a version of ${version.spec.name} that is not compared`);
    const { agent } = model;
    if (agent === undefined) return { version, model, ...own, keyOf: generationKeys(own.prompt, model) };
    // The same for all sides, so that an agent is started in one way on both.
    const isOpen = versions.some((each) => readsByItself(agent, each));
    const prompt = renderTask({ ...promptParts(version, nonce), isOpen });
    return { version, model, mayWrite: own.mayWrite, prompt, keyOf: generationKeys(prompt, model) };
  };
}

// The parts of an arm that are the same for every model.
function sharedOf(version: SpecVersion, nonce: string): Pick<Arm, 'prompt' | 'mayWrite'> {
  return {
    prompt: renderPrompt(promptParts(version, nonce)),
    mayWrite: pathRules(version.spec).mayWrite,
  };
}

function promptParts(version: SpecVersion, nonce: string): Parameters<typeof renderPrompt>[0] {
  const { spec } = version;
  return { version, nonce, writes: spec.writes, protectedPatterns: protectedPatterns(spec) };
}
