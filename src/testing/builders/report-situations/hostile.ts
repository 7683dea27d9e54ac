import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict, aVersion } from '../a-summary.ts';
import { hostileText } from '../hostile-text.ts';
import { regressedOnSol } from '../report-parts.ts';

/** Runs in which every text comes from an attacker. */
export const hostileSituations: Readonly<Record<string, PortabilitySummary>> = {
  'hostile-names': hostileNames(),
};

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
