import type { ChangeClass } from '../../specs/change-class.ts';
import { paragraph, table, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { idOfModel, joinNames, nameSpec } from '../words/naming.ts';
import { projectionLine } from '../words/projection-line.ts';
import { code, prose } from '../words/prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { count } from '../words/wording.ts';

/** Which models were asked, what changed, and under which settings. */
export function settingsBlocks(summary: PortabilitySummary): Blocks {
  return [
    modelsTable(summary),
    ...[whatChanged(summary), settingsLine(summary), expectation(summary)]
      .filter((line) => line.length > 0)
      .map((line) => paragraph(line)),
  ];
}

function modelsTable(summary: PortabilitySummary): Blocks[number] {
  const served = (ids: readonly string[]): Phrases =>
    ids.length === 0
      ? words('–')
      : joinNames(
          ids.map((id) => code(id, 80)),
          5,
        );
  return table(
    ['Model', 'Served as', 'Effort', 'Left out'].map((title) => words(title)),
    summary.models.map((model) => [
      idOfModel(summary, model.id),
      served(model.servedBy),
      model.effort === null ? words('–') : code(model.effort, 40),
      model.stopped === null ? words('no') : prose(model.stopped, 200),
    ]),
  );
}

function settingsLine(summary: PortabilitySummary): Phrases {
  const { protocol, sandbox, failOn } = summary.settings;
  return words(
    `The check fails on: ${failOn}. Answer protocol ${protocol}; sandbox ${sandbox}; ${count(summary.spent.inputTokens, 'input token')}, ${count(summary.spent.outputTokens, 'output token')}.`,
  );
}

function whatChanged(summary: PortabilitySummary): Phrases {
  // If two models or two nights are compared, no text has changed.
  if (summary.verdicts.some(({ asks }) => asks === 'model-switch' || asks === 'drift')) return [];
  const changes = summary.changes.filter(({ base, head }) => base !== null && head !== null);
  if (changes.length === 0) return [];
  const kinds = (['words', 'same-words', 'tests'] as const).flatMap((kind) => {
    const names = changes.filter((change) => change.class === kind).map(({ name }) => nameSpec(name));
    return names.length === 0 ? [] : [[...words(changedWords[kind]), ...joinNames(names, 10)]];
  });
  return [
    ...words('What changed: '),
    ...kinds.flatMap((kind, index) => [...words(index > 0 ? '; ' : ''), ...kind]),
    ...words('.'),
  ];
}

const changedWords: Readonly<Record<ChangeClass, string>> = {
  words: 'the words of ',
  'same-words': 'only markup and white space of ',
  tests: 'the tests together with ',
};

function expectation({ projection }: PortabilitySummary): Phrases {
  return projection === undefined
    ? []
    : [...words('Expected before the first call. '), ...prose(projectionLine(projection))];
}
