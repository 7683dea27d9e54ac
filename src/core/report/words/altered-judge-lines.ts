import type { AlteredJudge } from '../../verdict/altered-judges.ts';
import { joinNames, nameSpec } from './naming.ts';
import { bold, words, type Phrases } from './phrases.ts';
import { code } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** The lines below the verdict: a change that alters how its own tests are run, and who may accept that. */
export function alteredJudgeLines({ alteredJudges = [], trigger }: PortabilitySummary): readonly Phrases[] {
  const lines = alteredJudges.map((each) => [
    ...words('🟠 '),
    ...bold(words('This change alters how its own tests are run')),
    ...words(': '),
    ...joinNames(
      each.altered.map((file) => code(file, 160)),
      5,
    ),
    ...words('. On the head’s own code the tests of '),
    ...joinNames(each.specs.map((spec) => nameSpec(spec))),
    ...words(` say something else with it than without it; ${whose[each.by]}`),
  ]);
  const [first] = alteredJudges;
  if (first === undefined) return [];
  const { accepted } = alteredJudges.find((each) => each.accepted !== null) ?? first;
  return [...lines, accepted === null ? notAccepted(trigger) : acceptedBy(accepted)];
}

const whose: Readonly<Record<AlteredJudge['by'], string>> = {
  base: 'the samples of the head were tested as on the base.',
  head: 'the way of the base does not fit the head, so its samples were tested in its own way.',
};

function notAccepted({ kind, head }: PortabilitySummary['trigger']): Phrases {
  const how =
    kind === 'pull-request'
      ? [
          ...words('Somebody who may write to this repository accepts it by the comment '),
          ...code(`/portability accept-tests ${head}`),
        ]
      : kind === 'merge-group'
        ? words('It is accepted on the pull request')
        : [...words('Accept it with '), ...code(`--accept-tests ${head}`)];
  return [
    ...words(
      'Until that is accepted nothing that speaks for the change counts: it is inconclusive at best. ',
    ),
    ...how,
    ...words('.'),
  ];
}

function acceptedBy({ by, url }: NonNullable<AlteredJudge['accepted']>): Phrases {
  return [
    ...code(by, 80),
    ...words(' accepted that for this commit'),
    ...(url === null ? [] : [...words(' ('), ...code(url, 300), ...words(')')]),
    ...words(', so the verdicts count.'),
  ];
}
