import type { PortabilitySummary } from '../../../core/report/summary/summary.ts';
import { aChange, aHunk, aModel, aRow, aSummary, aVerdict } from '../a-summary.ts';
import { regressedOnSol, inconclusiveOnSol } from '../report-parts.ts';

/** Runs with more verdicts than anyone reads row by row. */
export const largeSituations: Readonly<Record<string, PortabilitySummary>> = {
  'many-specs': manySpecs(),
};

function manySpecs(): PortabilitySummary {
  const models = Array.from({ length: 6 }, (_, index) => aModel(`vendor-${index + 1}/model-${index + 1}`));
  const names = Array.from({ length: 40 }, (_, index) => `spec-${index + 1}`);
  const verdictOf = (spec: string, model: string, number: number) => {
    const file = `specs/${spec}/SPEC.md`;
    if (number % 97 === 0)
      return aVerdict({
        ...regressedOnSol,
        spec,
        model,
        brokenTests: [`${spec} > rule 3`],
        culprit: [aHunk({ file })],
      });
    return number % 31 === 0 ? aVerdict({ ...inconclusiveOnSol, spec, model }) : aVerdict({ spec, model });
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
