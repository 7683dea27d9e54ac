import type { Verdict } from '../../verdict/verdict.ts';
import { withSameWords } from './change-facts.ts';
import { plainText } from './escape.ts';
import { bold, words, type Phrases } from './phrases.ts';
import { boldModel, joinNames, nameModel, nameSpec } from './naming.ts';
import { code, prose } from './prose.ts';
import { namesOf, sentenceOf } from './sentences.ts';
import { additionalKinds, additionalKindOf } from '../../records/asks.ts';
import type { AdditionalKind } from '../../records/asks.ts';
import { switchSentences } from './switch-sentences.ts';
import { setAsideWords } from '../../budget/set-aside.ts';
import { setAsideInTheWay } from '../summary/spent.ts';
import { severity } from './severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { count } from './wording.ts';

/** The very first line: every word is the same, and a model read them differently. null in all other cases. */
export function readingLine(summary: PortabilitySummary): Phrases | null {
  const moved = withSameWords(summary).filter(({ verdict }) => readOtherwise.has(verdict));
  if (moved.length === 0) return null;
  const isSure = moved.some(({ verdict }) => verdict !== 'suspected');
  const whose = new Set(moved.map(({ model }) => model)).size === 1 ? "this model's" : "these models'";
  const sentence = words(
    isSure
      ? `The intent did not change, ${whose} reading did.`
      : `The intent did not change, but perhaps ${whose} reading did.`,
  );
  if (summary.changes.length === 1) return bold(sentence);
  const specs = [...new Set(moved.map(({ spec }) => spec))];
  return [
    ...bold(sentence),
    ...words(' The words of '),
    ...joinNames(specs.map((spec) => nameSpec(spec))),
    ...words(' are the same.'),
  ];
}

const readOtherwise = new Set<Verdict['verdict']>(['regressed', 'suspected', 'improved']);

/** What must be said with the verdict: the tests changed together with the spec. null if they did not. */
export function testsChangedLine(summary: PortabilitySummary): Phrases | null {
  const moved = summary.changes.filter((change) => change.class === 'tests');
  const files = [...new Set(moved.flatMap((change) => change.changedTests))];
  if (files.length === 0) return null;
  return [
    ...words('🟠 '),
    ...bold(words('The tests changed too')),
    ...words(': '),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words(
      '. What is asked for may have changed on purpose; only the tests that both sides have are compared.',
    ),
  ];
}

/** The verdict in one sentence. */
export function verdictLine(summary: PortabilitySummary): Phrases {
  const told = severity.filter((word) => verdictsOf(summary, word).length > 0);
  const isCrowded = summary.verdicts.length > 6 && told.length > 1;
  const sentences = [
    ...(summary.verdicts.length === 0 ? [nothingJudged(summary)] : []),
    ...(isCrowded ? inShort(summary) : inFull(summary)),
    ...deletedSpecs(summary),
  ].filter((sentence) => sentence.length > 0);
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [...words(' '), ...sentence]));
}

/** What the neutral check of an unchecked pull request does not say; null in all other cases. */
export function neutralLine(summary: PortabilitySummary): Phrases | null {
  const { trigger, skipReason } = summary;
  if (skipReason === null || trigger.kind !== 'pull-request') return null;
  return words(
    'This check ends neutral, and neutral satisfies a required check: it says nothing about the spec.',
  );
}

/** What was left out because the budget was spent; null if nothing was. */
export function budgetLine(summary: PortabilitySummary): Phrases | null {
  const { notReached, exhaustedCaps } = summary.spent;
  if (notReached.length === 0) return null;
  const caps = joinNames(exhaustedCaps.map((cap) => code(`budget.${cap}`)));
  const setAside = setAsideInTheWay(summary.spent);
  return [
    ...words('🟠 '),
    ...bold(words(setAside === null ? 'The budget ran out' : 'The budget has no room left')),
    ...(exhaustedCaps.length === 0 ? [] : [...words(' ('), ...caps, ...words(')')]),
    ...(setAside === null
      ? words(' before these were answered: ')
      : words(
          `: ${setAsideWords(setAside)}, because the vendor may charge for more of them. Not answered: `,
        )),
    ...joinNames(
      notReached.map(({ spec, model }) => [
        ...nameSpec(spec),
        ...words(' on '),
        ...nameModel(summary, model),
      ]),
      5,
    ),
    ...words('. The samples so far are kept, and a later run continues with them.'),
  ];
}

/** The counts of the verdict words, without any text from outside. */
export function countsLine(summary: PortabilitySummary): string {
  const counts = severity
    .map((word) => ({ word, number: verdictsOf(summary, word).length }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word}`);
  for (const word of ['unmet', 'undecided'] as const) {
    const number = summary.verdicts.filter(({ requirements }) => requirements?.verdict === word).length;
    if (number > 0) counts.push(`new tests ${word} ${number}`);
  }
  if (counts.length > 0) return counts.join(', ');
  if (summary.repeats !== undefined) return plainText(`Repeated: ${summary.repeats.title}`, 200);
  return summary.changes.length === 0 ? 'No spec changed' : 'No model was asked';
}

function verdictsOf(summary: PortabilitySummary, word: Verdict['verdict']): readonly Verdict[] {
  return summary.verdicts.filter((verdict) => verdict.verdict === word);
}

function nothingJudged(summary: PortabilitySummary): Phrases {
  const { repeats } = summary;
  if (repeats !== undefined)
    return [
      ...words(
        'The very same texts, tests, models and settings were judged on the pull request, so no model was asked again: ',
      ),
      ...prose(repeats.title.trim().replace(/\.$/, ''), 300),
      ...words('.'),
    ];
  if (summary.changes.length === 0 && summary.skipReason !== null)
    return [...words('The models changed. '), ...prose(summary.skipReason)];
  if (summary.changes.length === 0) return words('No spec changed, so no model was asked.');
  const asked = askable(summary);
  if (asked === 0 || summary.models.some((model) => model.stopped !== null)) return [];
  const lead = `${count(asked, 'spec')} changed`;
  return summary.skipReason === null
    ? words(`${lead}, but no model was asked.`)
    : [...words(`${lead}. `), ...prose(summary.skipReason)];
}

function inFull(summary: PortabilitySummary): readonly Phrases[] {
  const unreached = new Set(withoutVerdict(summary));
  const parts = [undefined, ...additionalKinds].map((beside) => ({
    beside,
    part: onlyAbout(summary, beside),
  }));
  const about = (word: Verdict['verdict']): readonly Phrases[] =>
    parts.flatMap(({ beside, part }) => {
      const verdicts = verdictsOf(part, word).filter(({ model }) => !unreached.has(model));
      return beside === 'model-switch'
        ? switchSentences(summary, word, verdicts)
        : [sentenceOf(part, word, verdicts)];
    });
  return [
    ...severity.slice(0, 3).flatMap((word) => about(word)),
    ...stoppedModels(summary),
    ...severity.slice(3).flatMap((word) => about(word)),
  ];
}

// "The new text held on all models" must not count verdicts whose text did not change.
function onlyAbout(summary: PortabilitySummary, beside: AdditionalKind | undefined): PortabilitySummary {
  return {
    ...summary,
    verdicts: summary.verdicts.filter(({ asks }) => additionalKindOf(asks) === beside),
    matrix: summary.matrix.filter(({ asks }) => asks === beside),
  };
}

// With many verdicts a sentence for each word would hide the names that matter.
function inShort(summary: PortabilitySummary): readonly Phrases[] {
  return [
    words(`${countsLine(summary)}.`),
    ...(['regressed', 'suspected'] as const).map((word) => namesOf(summary, word, verdictsOf(summary, word))),
    ...stoppedModels(summary),
  ];
}

function stoppedModels(summary: PortabilitySummary): readonly Phrases[] {
  const stopped = summary.models.filter((model) => model.stopped !== null);
  const unreached = withoutVerdict(summary);
  const sentences = stopped.slice(0, 3).map((model) => {
    const why = (model.stopped ?? '').trim().replace(/\.$/, '');
    const verdictless = unreached.includes(model.id) ? ' without a verdict' : '';
    return [
      ...boldModel(summary, model.id),
      ...words(` was left out${verdictless}: `),
      ...(model.isMisconfigured ? words('the vendor refused the configuration (') : []),
      ...prose(why, 200),
      ...words(model.isMisconfigured ? ').' : '.'),
    ];
  });
  const rest = stopped.length - sentences.length;
  return rest > 0
    ? [...sentences, words(`${count(rest, 'more model')} ${rest === 1 ? 'was' : 'were'} left out.`)]
    : sentences;
}

/** Models that were stopped before any verdict on them was reached: one sentence covers both facts. */
function withoutVerdict(summary: PortabilitySummary): readonly string[] {
  return summary.models
    .filter(({ id, stopped }) => {
      const own = summary.verdicts.filter(({ model }) => model === id);
      return stopped !== null && own.length > 0 && own.every(({ verdict }) => verdict === 'inconclusive');
    })
    .map(({ id }) => id);
}

function deletedSpecs(summary: PortabilitySummary): readonly Phrases[] {
  const deleted = summary.changes.filter((change) => change.head === null);
  if (deleted.length === 0) return [];
  const names = joinNames(deleted.map((change) => nameSpec(change.name)));
  const verb = deleted.length === 1 ? ' was deleted' : ' were deleted';
  return [
    [
      ...words(deleted.length === 1 ? 'Spec ' : 'Specs '),
      ...names,
      ...words(`${verb}: there is no text left to ask about.`),
    ],
  ];
}

function askable(summary: PortabilitySummary): number {
  return summary.changes.filter((change) => change.head !== null).length;
}
