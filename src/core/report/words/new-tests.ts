import type { Requirements } from '../../verdict/requirements.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { boldModel, joinNames, nameSpec, nameTest } from './naming.ts';
import { bold, words, type Phrases } from './phrases.ts';
import { count } from './wording.ts';

/** The second answer of every report: what is met of the new. */
export function newTestsLines(summary: PortabilitySummary): readonly Phrases[] {
  return (['unmet', 'undecided', 'met'] as const).flatMap((word) => lineOf(summary, word));
}

/** The same as a few words after the verdict of a row; empty without new tests. */
export function newTestsWords({ requirements }: Pick<Verdict, 'requirements'>): string {
  return requirements === null ? '' : ` · new tests ${requirements.verdict} (${ofSamples(requirements)})`;
}

type Asked = Verdict & { readonly requirements: Requirements };

function lineOf(summary: PortabilitySummary, word: Requirements['verdict']): Phrases[] {
  const asked = summary.verdicts.filter(
    (verdict): verdict is Asked => verdict.requirements?.verdict === word,
  );
  if (asked.length === 0) return [];
  const names = asked.map((verdict) => [
    ...subject(summary, verdict),
    ...words(`: ${samples(verdict.requirements)}`),
  ]);
  return [
    [
      ...words(`${icons[word]} `),
      ...bold(words(titles[word])),
      ...words(' on '),
      ...joinNames(names),
      ...words('.'),
      ...(word === 'met' ? [] : failingMost(asked)),
    ],
  ];
}

const icons = { unmet: '🟠', undecided: '⚪', met: '✅' } as const;

const titles = {
  unmet: 'The new tests are not met',
  undecided: 'Whether the new tests are met is undecided',
  met: 'The new tests are met',
} as const;

function subject(summary: PortabilitySummary, { spec, model }: Verdict): Phrases {
  const specs = new Set(summary.verdicts.map((verdict) => verdict.spec));
  if (specs.size === 1) return boldModel(summary, model);
  return [...nameSpec(spec), ...words(' / '), ...boldModel(summary, model)];
}

function samples(requirements: Requirements): string {
  const tests = requirements.tests.length;
  return `${ofSamples(requirements)} samples pass ${allOf(tests)}`;
}

function ofSamples({ passed, samples: all }: Requirements): string {
  return `${passed}/${all}`;
}

// Which tests, over all models that do not meet them: the ones that fail most often first.
function failingMost(asked: readonly Asked[]): Phrases {
  const failed = new Map<string, { failed: number; all: number }>();
  for (const { requirements } of asked) {
    for (const { test, passed, failed: failures } of requirements.tests) {
      const sum = failed.get(test) ?? { failed: 0, all: 0 };
      failed.set(test, { failed: sum.failed + failures, all: sum.all + passed + failures });
    }
  }
  const worst = [...failed]
    .filter(([, sum]) => sum.failed > 0)
    .toSorted(([, one], [, other]) => other.failed - one.failed);
  if (worst.length === 0) return [];
  const names = worst.map(([test, sum]) => [
    ...nameTest(test),
    ...words(` (${sum.all - sum.failed}/${sum.all})`),
  ]);
  return [...words(' Failing most often: '), ...joinNames(names), ...words('.')];
}

/** How much of the old was compared: one line a spec, and only where the two sides do not have the same tests. */
export function comparedLines(summary: PortabilitySummary): readonly Phrases[] {
  const bySpec = new Map(summary.verdicts.map(({ spec, compared }) => [spec, compared] as const));
  return [...bySpec].flatMap(([spec, compared]) => {
    if (compared === null) return [];
    const { common, new: added, gone, moved, red } = compared;
    if (added + gone + moved + red === 0) return [];
    const rest = [
      ...(added > 0 ? [`${added} new`] : []),
      ...(gone > 0 ? [`${gone} gone`] : []),
      ...(moved > 0 ? [`${moved} moved`] : []),
      ...(red > 0
        ? [`${red} left out because ${red === 1 ? 'it fails' : 'they fail'} on both sides as committed`]
        : []),
    ];
    const of = bySpec.size > 1 ? [...words(' of '), ...nameSpec(spec)] : [];
    return [
      [
        ...words(`${common} of ${count(common + added, 'test')}`),
        ...of,
        ...words(` ${common === 1 ? 'was' : 'were'} compared: ${rest.join(', ')}.`),
      ],
    ];
  });
}

function allOf(tests: number): string {
  if (tests === 1) return 'it';
  return tests === 2 ? 'both' : `all ${tests}`;
}
