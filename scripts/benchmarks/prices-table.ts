import { project } from '../../src/core/budget/projection.ts';
import type { Arm } from '../../src/core/plan/arm.ts';
import { providerNames } from '../../src/core/providers.ts';
import { aModel, aQuestion } from '../../src/testing/builders/a-question.ts';
import { tableOf } from './outcomes.ts';

/** What a check of one spec of 8 kB on one of these models may cost, as `--dry-run` projects it. */
export function pricesTable(head: string, ids: readonly string[]): string {
  return tableOf(
    ['model', head],
    ids.map((id) => [`\`${id}\``, projected(id)]),
  );
}

const specBytes = 8000;

function projected(id: string): string {
  const [maker = '', name = ''] = id.split('/');
  const provider = providerNames.find((each) => each === maker);
  if (provider === undefined) throw new Error(`\`${id}\` has no provider.`);
  const question = aQuestion({ model: aModel({ id, provider, name, baseUrl: null }) });
  const questions = [{ ...question, base: longSpec(question.base), head: longSpec(question.head) }];
  const { usd } = project({ changes: [], questions }, { stored: () => 0, testMs: null, testsAtOnce: 1 });
  if (usd === null) throw new Error(`The price of \`${id}\` is not in the price table.`);
  return `${usd.atLeast.toFixed(2)} to ${usd.atMost.toFixed(2)}`;
}

function longSpec(arm: Arm): Arm {
  const files = arm.version.files.slice(0, 1).map((file) => ({ ...file, text: 'x'.repeat(specBytes) }));
  return { ...arm, version: { ...arm.version, files, instructions: [], context: [] } };
}
