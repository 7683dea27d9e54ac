import type { Model } from '../../core/settings.ts';
import type { Question } from '../../core/plan/plan.ts';
import type { Outcome } from '../../core/results/outcome.ts';
import type { Spec, SpecPair, SpecVersion } from '../../core/specs/spec.ts';
import { coldDraw } from '../../core/plan/draw.ts';

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
    idleMs: 5000,
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
    side,
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

/** A regression question with a cold plan. */
export function aQuestion(
  overrides: { readonly model?: Model; readonly looks?: readonly number[] } = {},
): Question {
  const change = aChange();
  const model = overrides.model ?? aModel();
  const draw = coldDraw(overrides.looks ?? [3, 5, 8, 12]);
  const arm = (side: 'base' | 'head') => ({ side, version: change[side] ?? aVersion(side), model });
  return { asks: 'regression', change, model, base: arm('base'), head: arm('head'), ...draw };
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
