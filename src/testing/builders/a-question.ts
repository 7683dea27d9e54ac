import type { Model } from '../../core/settings.ts';
import { armsOfVersions } from '../../core/plan/arm.ts';
import type { Arm } from '../../core/plan/arm.ts';
import { ask } from '../../core/plan/question.ts';
import type { Question } from '../../core/plan/question.ts';
import type { Outcome } from '../../core/results/outcome.ts';
import type { Spec, SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import { coldDraw, loneDraw } from '../../core/plan/draw.ts';

/** A model with nothing special about it. */
export function aModel(overrides: Partial<Model> = {}): Model {
  return {
    id: 'anthropic/simulated-model',
    provider: 'anthropic',
    name: 'simulated-model',
    baseUrl: null,
    apiKeyEnv: null,
    effort: null,
    maxOutputTokens: 4096,
    idleMs: 600_000,
    params: {},
    price: null,
    ...overrides,
  };
}

/** A spec whose code is under src/ and whose tests run with node. */
export function aSpec(overrides: Partial<Spec> = {}): Spec {
  return {
    name: 'duration',
    files: ['specs/duration/SPEC.md'],
    instructions: [],
    writes: ['src/**'],
    tests: [],
    context: [],
    directory: '.',
    setup: null,
    setupEnv: [],
    writableDeps: [],
    test: 'node --test',
    results: { kind: 'auto' },
    timeoutMs: null,
    ...overrides,
  };
}

/** One side of a spec. */
export function aVersion(side: 'base' | 'head', overrides: Partial<SpecVersion> = {}): SpecVersion {
  return {
    spec: aSpec(),
    commit: (side === 'base' ? 'a' : 'b').repeat(40),
    files: [{ path: 'specs/duration/SPEC.md', text: `Round half up, as ${side} says.\n` }],
    instructions: [],
    context: [],
    emptied: ['src/duration.mjs'],
    ...overrides,
  };
}

/** A spec with one changed hunk. */
export function aChange(overrides: Partial<SpecPair> = {}): SpecPair {
  return {
    name: 'duration',
    base: aVersion('base'),
    head: aVersion('head'),
    hunks: [
      {
        index: 0,
        file: 'specs/duration/SPEC.md',
        baseStart: 1,
        headStart: 1,
        removed: ['old'],
        added: ['new'],
      },
    ],
    changedTests: [],
    otherFilesChanged: false,
    ...overrides,
  };
}

/** A version on a model. */
export function anArm(version: SpecVersion, model: Model = aModel()): Arm {
  return armsOfVersions(version.spec.name, [version])(version, model);
}

/** A regression question with a cold plan. */
export function aQuestion(
  overrides: { readonly model?: Model; readonly looks?: readonly number[] } = {},
): Question & { readonly base: Arm } {
  const change = aChange();
  const model = overrides.model ?? aModel();
  const base = anArm(change.base ?? aVersion('base'), model);
  const head = anArm(change.head ?? aVersion('head'), model);
  const draw = coldDraw(overrides.looks ?? [3, 5, 8, 12]);
  return { ...ask({ asks: 'regression', change, base, head }), base, ...draw };
}

/** A question about a spec that has no base. */
export function aLoneQuestion(
  overrides: { readonly model?: Model; readonly looks?: readonly number[] } = {},
): Question {
  const change = aChange({ base: null });
  const head = anArm(aVersion('head'), overrides.model);
  return {
    ...ask({ asks: 'portable', change, base: null, head }),
    ...loneDraw(overrides.looks ?? [3, 5, 8, 12]),
  };
}

/** Outcomes from a picture: `+` passed, `-` failed, `r` refused, `n` no report, `?` an outage. */
export function outcomes(picture: string): Outcome[] {
  return Array.from(picture, (sign): Outcome => {
    if (sign === '+') return { kind: 'passed' };
    if (sign === '-') return { kind: 'failed', tests: ['rounds half up'] };
    if (sign === 'r') return { kind: 'no-code', why: 'refused' };
    if (sign === 'n') return { kind: 'no-report', why: 'the tests did not end in time' };
    return { kind: 'unmeasured', why: 'provider-error' };
  });
}
