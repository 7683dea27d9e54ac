import type { Arm } from '../plan/arm.ts';
import type { Plan } from '../plan/plan.ts';
import { ask, type Question, type Role } from '../plan/question.ts';
import { digest } from '../digest.ts';
import type { TestRun } from '../results/test-report.ts';
import type { Model } from '../settings.ts';
import type { SpecPair, SpecVersion } from '../specs/spec.ts';
import { measuredFrom } from '../verdict/measured.ts';
import type { Measurements, UnreadCell } from '../verdict/measurements.ts';
import type { CollectedQuestion, CollectedSample } from './collected.ts';

/** Outcomes as the engine would have measured them, so that the same gate decides about them. */
export type MeasuredOutcomes = {
  readonly plan: Plan;
  readonly measurements: Measurements;
  readonly models: readonly Model[];
};

/** Turns collected outcomes into a plan with one look for each question, and its cells. */
export function measuredOutcomes(collected: readonly CollectedQuestion[]): MeasuredOutcomes {
  const models = new Map(collected.map(({ model }) => [model, modelNamed(model)]));
  const items = new Map(collected.map(({ item }) => [item, pairNamed(item)]));
  const asked = collected.flatMap((each) => {
    const [model, change] = [models.get(each.model), items.get(each.item)];
    return model === undefined || change === undefined ? [] : [askedOf(each, model, change)];
  });
  const questions = asked.map(({ question }) => question);
  const cells = asked.flatMap((each) => each.cells);
  return {
    plan: { changes: [], questions },
    measurements: measuredFrom({ questions, trees: new Map(), cells }),
    models: [...models.values()],
  };
}

type Item = SpecPair & { readonly base: SpecVersion; readonly head: SpecVersion };

function askedOf(
  collected: CollectedQuestion,
  model: Model,
  change: Item,
): { readonly question: Question; readonly cells: readonly UnreadCell[] } {
  const base = measuredFirst(collected.base);
  const head = measuredFirst(collected.head);
  const question: Question = {
    ...ask({
      asks: 'outcomes',
      change,
      base: armOf(change.base, model),
      head: armOf(change.head, model),
    }),
    looks: [{ base: sizeOf(base), head: sizeOf(head) }],
    baseSamples: [...base.keys()],
    reused: [],
    confirming: [],
    endsFutile: false,
    headSamples: [...head.keys()],
  };
  return { question, cells: [...cellsOf(question, 'base', base), ...cellsOf(question, 'head', head)] };
}

// A look is a prefix. Which samples failed to be measured must not depend on what they would have shown, so the others
// are as good as if fewer had been planned; decide() refuses a side that lost more than one in five.
function measuredFirst(samples: readonly CollectedSample[]): readonly CollectedSample[] {
  const isMissing = ({ outcome }: CollectedSample): number => Number(outcome === 'unmeasured');
  return samples.toSorted((one, other) => isMissing(one) - isMissing(other));
}

// A side without any measured sample still needs a look, which it then does not reach.
function sizeOf(samples: readonly CollectedSample[]): number {
  return Math.max(1, samples.filter(({ outcome }) => outcome !== 'unmeasured').length);
}

function cellsOf(question: Question, role: Role, samples: readonly CollectedSample[]): UnreadCell[] {
  const arm = role === 'head' ? question.head : (question.base ?? question.head);
  return samples.map((collected, sample) => ({
    question: question.id,
    role,
    arm,
    sample,
    ...resultOf(collected),
    flaky: [],
    generation: null,
    cached: true,
  }));
}

function resultOf({ outcome, said }: CollectedSample): Pick<UnreadCell, 'code' | 'testRun'> {
  if (outcome === 'unmeasured')
    return {
      code: { kind: 'unmeasured', why: 'provider-error', ...(said === '' ? {} : { detail: said }) },
      testRun: null,
    };
  return { code: { kind: 'files' }, testRun: runThat(outcome === 'passed' ? 0 : 1, said) };
}

// Somebody else's judgement has the form of a test command that only says whether it passed.
function runThat(code: 0 | 1, said: string): TestRun {
  return {
    run: {
      end: { kind: 'exited', code },
      stdout: { text: said, droppedBytes: 0 },
      stderr: { text: '', droppedBytes: 0 },
      durationMs: 0,
    },
    report: { format: 'exit-code', cases: [] },
  };
}

function armOf(version: SpecVersion, model: Model): Arm {
  return {
    version,
    model,
    prompt: { nonce: '', system: '', user: '' },
    keyOf: (sample) => digest([version.spec.name, model.id, sample]),
    mayWrite: () => false,
  };
}

// Nothing is asked, so of a model only the name counts.
function modelNamed(id: string): Model {
  return {
    id,
    provider: 'openai-compatible',
    name: '',
    baseUrl: null,
    apiKeyEnv: null,
    effort: null,
    maxOutputTokens: 0,
    idleMs: 0,
    params: {},
    price: null,
  };
}

function pairNamed(name: string): Item {
  // Two objects: the sides are two versions, of whose texts nothing is known.
  return {
    name,
    base: versionNamed(name),
    head: versionNamed(name),
    hunks: [],
    changedTests: [],
    otherFilesChanged: true,
  };
}

function versionNamed(name: string): SpecVersion {
  return {
    spec: {
      name,
      files: [],
      instructions: [],
      writes: [],
      tests: [],
      context: [],
      directory: '.',
      setup: null,
      setupEnv: [],
      writableDeps: [],
      test: '',
      results: { kind: 'exit-code' },
      timeoutMs: null,
    },
    commit: '',
    files: [],
    instructions: [],
    context: [],
    emptied: [],
  };
}
