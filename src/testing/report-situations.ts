import type { PortabilitySummary } from '../core/report/summary.ts';
import type { SpecChange } from '../core/specs/spec.ts';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict, aVersion } from './a-summary.ts';
import { hostileText } from './hostile-text.ts';
import {
  claude,
  sol,
  rounding,
  both,
  regressedOnSol,
  inconclusiveOnSol,
  reworded,
  suspectedOnSol,
  matrix,
  regression,
  nothingAsked,
  fromFork,
} from './report-parts.ts';

/** Summaries of the situations a report must put well; each has a golden comment in fixtures/reports. */
export const reportSituations: Readonly<Record<string, PortabilitySummary>> = {
  regression: aSummary(regression),
  improved: aSummary({
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'improved',
        base: { passed: 3, failed: 17, unmeasured: 0 },
        drop: { estimate: -0.85, low: -0.95, high: -0.36 },
        excludes: 0.1,
      }),
    ],
  }),
  'all-held': aSummary({
    models: both,
    verdicts: [aVerdict(), aVerdict({ model: sol, excludes: 0.3 })],
    matrix: matrix.slice(0, 1),
  }),
  'nothing-to-do': aSummary({ changes: [], verdicts: [], ...nothingAsked }),
  inconclusive: aSummary({ conclusion: 'neutral', models: both, verdicts: [aVerdict(), inconclusiveOnSol] }),
  outage: aSummary({
    conclusion: 'neutral',
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        head: { passed: 1, failed: 0, unmeasured: 2 },
        drop: null,
        p: null,
        excludes: null,
        why: 'the vendor answered 529 to every attempt for 2 of 3 samples.',
      }),
    ],
  }),
  'base-too-weak': aSummary({
    conclusion: 'neutral',
    verdicts: [
      aVerdict({
        verdict: 'base-too-weak',
        base: { passed: 2, failed: 18, unmeasured: 0 },
        head: { passed: 0, failed: 3, unmeasured: 0 },
        drop: { estimate: 0.1, low: -0.46, high: 0.3 },
        excludes: null,
      }),
    ],
    red: [{ spec: 'duration', failing: [rounding], why: 'the test command exited with 1' }],
  }),
  'new-spec': aSummary({
    conclusion: 'neutral',
    models: both,
    changes: [aChange({ name: 'calendar', base: null })],
    verdicts: [
      aVerdict({
        spec: 'calendar',
        asks: 'portable',
        verdict: 'portable',
        base: null,
        head: { passed: 12, failed: 0, unmeasured: 0 },
        drop: null,
        p: null,
        excludes: null,
      }),
      aVerdict({
        spec: 'calendar',
        model: sol,
        asks: 'portable',
        verdict: 'not-portable',
        base: null,
        head: { passed: 3, failed: 9, unmeasured: 0 },
        drop: null,
        p: null,
        excludes: null,
      }),
    ],
  }),
  'deleted-spec': aSummary({
    changes: [aChange({ name: 'legacy', head: null, hunks: [] })],
    verdicts: [],
    ...nothingAsked,
  }),
  'tests-changed-too': aSummary({
    ...regression,
    changes: [aChange({ changedTests: ['test/duration.test.mjs', 'test/rounding.test.mjs'] })],
    matrix: [
      ...matrix,
      aRow(
        'duration > rejects negative input',
        {
          [claude]: { base: null, head: { passed: 5, failed: 0 } },
          [sol]: { base: null, head: { passed: 2, failed: 3 } },
        },
        { on: 'head-only' },
      ),
      aRow(
        'duration > accepts negative input',
        { [claude]: { base: { passed: 20, failed: 0 }, head: null } },
        { on: 'base-only' },
      ),
    ],
  }),
  'wording-only': aSummary({
    ...regression,
    changes: [reworded],
    verdicts: [aVerdict(), { ...regressedOnSol, culprit: reworded.hunks }],
  }),
  'wording-only-suspected': aSummary({
    conclusion: 'neutral',
    models: both,
    changes: [reworded, aChange({ name: 'calendar' })],
    verdicts: [
      { ...suspectedOnSol, culprit: reworded.hunks },
      aVerdict({ spec: 'calendar', model: sol }),
      aVerdict(),
    ],
  }),
  'budget-spent': aSummary({
    conclusion: 'neutral',
    models: both,
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        head: { passed: 3, failed: 0, unmeasured: 2 },
        drop: { estimate: 0, low: -0.16, high: 0.56 },
        excludes: null,
        why: 'not every planned sample could be measured (2 × the budget was spent)',
      }),
    ],
    spent: {
      ...aSummary().spent,
      usd: 9.61,
      priceTableDate: '2026-09-23',
      ranOut: ['usd'],
      notReached: [{ spec: 'duration', model: sol, samples: 2 }],
    },
    projection: {
      questions: 2,
      generations: { atLeast: 6, atMost: 48 },
      usd: { atLeast: 1.2, atMost: 14 },
      unpriced: [],
      isAssumed: false,
      testMinutes: 2.4,
    },
  }),
  fork: aSummary({
    ...fromFork,
    withheld:
      'GitHub gives the secrets of this repository neither to pull requests from forks nor to Dependabot, so no model could be asked. Nothing is known about this change.',
  }),
  'fork-unsandboxed': aSummary({
    ...fromFork,
    withheld:
      'Code generated from the text of a fork is never run without a sandbox, and `sandbox` is `none`, so no model was asked. Nothing is known about this change.',
    notes: ['The glob docs/** of context or instructions matches no file.'],
  }),
  'fail-on-never': aSummary({
    ...regression,
    conclusion: 'success',
    settings: { ...aSummary().settings, failOn: 'never' },
  }),
  unconfirmed: aSummary({
    ...regression,
    verdicts: [aVerdict(), { ...regressedOnSol, unconfirmed: true }],
  }),
  'red-base': aSummary({
    ...regression,
    red: [{ spec: 'duration', failing: [rounding], why: 'the test command exited with 1' }],
  }),
  'shared-writes': aSummary({
    changes: ['a', 'b'].map((name) => writing(name, ['src/x.mjs'])),
    verdicts: ['a', 'b'].map((spec) => aVerdict({ spec })),
  }),
  'stopped-model': aSummary({
    conclusion: 'failure',
    models: [
      aModel(claude),
      aModel(sol, {
        servedBy: [],
        stopped: '404 the model `gpt-6.1-sol` does not exist or you do not have access to it.',
        isMisconfigured: true,
      }),
    ],
    verdicts: [
      aVerdict(),
      aVerdict({
        model: sol,
        verdict: 'inconclusive',
        base: { passed: 0, failed: 0, unmeasured: 3 },
        head: { passed: 0, failed: 0, unmeasured: 3 },
        drop: null,
        p: null,
        excludes: null,
        why: 'not every planned sample could be measured (6 × the vendor refused the configuration)',
      }),
    ],
  }),
  'simulated-unsandboxed': aSummary({
    ...regression,
    models: both.map((model) => ({ ...model, simulated: true })),
    changes: [
      aChange({
        hunks: [
          aHunk(),
          aHunk({ index: 1, headStart: 60, baseStart: 60, removed: [], added: ['Use `Math.round`.'] }),
        ],
      }),
    ],
    verdicts: [
      aVerdict(),
      {
        ...regressedOnSol,
        culprit: [
          aHunk(),
          aHunk({ index: 1, headStart: 60, baseStart: 60, removed: [], added: ['Use `Math.round`.'] }),
        ],
      },
    ],
    settings: { ...aSummary().settings, sandbox: 'none' },
    spent: { ...aSummary().spent, usd: null, unpriced: [sol] },
    notes: ['Emptied before each generation: `src/duration/**` (1 file).'],
  }),
  'many-specs': manySpecs(),
  'hostile-names': hostileNames(),
};

function writing(name: string, emptied: readonly string[]): SpecChange {
  const change = aChange({ name });
  return { ...change, head: { ...aVersion(name, 'head'), emptied } };
}

function manySpecs(): PortabilitySummary {
  const models = Array.from({ length: 6 }, (_, index) => aModel(`vendor-${index + 1}/model-${index + 1}`));
  const names = Array.from({ length: 40 }, (_, index) => `spec-${index + 1}`);
  const verdictOf = (spec: string, model: string, number: number) => {
    const file = `specs/${spec}/SPEC.md`;
    if (number % 97 === 0)
      return {
        ...regressedOnSol,
        spec,
        model,
        brokenTests: [`${spec} > rule 3`],
        culprit: [aHunk({ file })],
      };
    return number % 31 === 0 ? { ...inconclusiveOnSol, spec, model } : aVerdict({ spec, model });
  };
  return aSummary({
    conclusion: 'failure',
    models,
    changes: names.map((name) => aChange({ name })),
    verdicts: names.flatMap((spec, row) =>
      models.map((model, column) => verdictOf(spec, model.id, row * 6 + column + 1)),
    ),
    matrix: names.flatMap((spec) =>
      Array.from({ length: 30 }, (_, index) =>
        aRow(
          `${spec} > rule ${index + 1}`,
          Object.fromEntries(
            models.map((model) => [
              model.id,
              { base: { passed: 20, failed: 0 }, head: { passed: 5, failed: 0 } },
            ]),
          ),
          { spec },
        ),
      ),
    ),
  });
}

function hostileNames(): PortabilitySummary {
  const [spec = '', model = '', test = '', other = ''] = hostileText;
  const hunk = aHunk({
    file: 'specs/@org/team ](javascript:alert(1))/SPEC.md',
    added: hostileText,
    removed: ['````', '::error::gone'],
  });
  const change = aChange({ hunks: [hunk], changedTests: [other] });
  return aSummary({
    conclusion: 'failure',
    models: [
      aModel(model, { servedBy: hostileText.slice(0, 4), effort: other }),
      aModel('__proto__', { stopped: hostileText.join(' ') }),
    ],
    changes: [{ ...change, name: spec, head: aVersion('duration', 'head') }],
    verdicts: [
      aVerdict({ ...regressedOnSol, spec, model, brokenTests: [test, other], culprit: [hunk] }),
      aVerdict({
        spec,
        model: '__proto__',
        verdict: 'inconclusive',
        why: hostileText.join(' '),
        excludes: null,
      }),
    ],
    matrix: hostileText.map((name) =>
      aRow(name, { [model]: { base: { passed: 20, failed: 0 }, head: { passed: 0, failed: 5 } } }, { spec }),
    ),
    notes: hostileText,
  });
}
