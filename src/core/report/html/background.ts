import { foldedNotes } from '../words/opening.ts';
import { projectionLine } from '../words/projection-line.ts';
import { plainText } from '../words/escape.ts';
import { points } from '../words/wording.ts';
import { fragment, h, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { modelName, visibleName } from './elements/names.ts';
import type { ReportView } from './report-view.ts';
import { spendingFacts } from './spending.ts';

/** Tests that flipped on the same files. */
export function flakyPart({ summary, evidence }: ReportView): Content {
  const { flaky } = evidence;
  if (flaky.length === 0) return null;
  const titles = ['Test', 'Spec', 'Model', 'Flipped'];
  return fragment(
    h('h2', { id: 'flaky' }, 'Flaky tests'),
    h(
      'p',
      { class: 'soft small' },
      'They failed and then passed on the very same files; they count as passed and are held against no model.',
    ),
    scrolling(
      'Flaky tests',
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
        h(
          'tbody',
          {},
          ...flaky
            .slice(0, 200)
            .map((test) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, visibleName(test.test)),
                h('td', {}, visibleName(test.spec, 80)),
                h('td', {}, modelName(summary, test.model)),
                h('td', {}, `${test.flipped} of ${test.tested} generations`),
              ),
            ),
        ),
      ),
    ),
  );
}

/** Additional notes for the reader. */
export function notesPart({ summary }: ReportView): Content {
  const notes = foldedNotes(summary);
  if (notes.length === 0) return null;
  return fragment(
    h('h2', { id: 'notes' }, 'Notes'),
    h('ul', {}, ...notes.slice(0, 200).map((note) => h('li', {}, plainText(note, 600)))),
    notes.length > 200 ? h('p', { class: 'soft' }, `and ${notes.length - 200} more in result.json`) : null,
  );
}

/** Which models were served, under which rules, in which isolation. */
export function settingsPart(view: ReportView): Content {
  const { settings, projection } = view.summary;
  const facts: readonly (readonly [string, string])[] = [
    ['The gate fails on', settings.failOn],
    ['Smallest drop that matters', points(settings.drop)],
    ['Generations a side, at most', String(settings.looks.at(-1) ?? 0)],
    ['Sandbox', sandboxWords[settings.sandbox]],
    [
      'Isolation (a probe is an attack that was tried before any code ran)',
      settings.isolation ?? 'nothing was proved',
    ],
    ...(settings.controls === undefined ? [] : [['Control runs of passes', settings.controls] as const]),
    ['Answer protocol', String(settings.protocol)],
    ...(projection === undefined
      ? []
      : [['Expected before the first call', projectionLine(projection)] as const]),
  ];
  return fragment(
    h('h2', { id: 'settings' }, 'Models, settings and isolation'),
    spendingFacts(view.summary),
    modelsTable(view),
    h(
      'dl',
      { class: 'meta' },
      ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, plainText(value, 400))]),
    ),
  );
}

const sandboxWords: Readonly<Record<ReportView['summary']['settings']['sandbox'], string>> = {
  bubblewrap: 'bubblewrap',
  docker: 'docker',
  none: 'none',
  unused: 'not needed: no code was run',
};

function modelsTable({ summary }: ReportView): Content {
  const titles = ['Model', 'Served as', 'Effort', 'Left out'];
  const rows = summary.models.map((model) => {
    const served = model.servedBy.slice(0, 20).map((id) => visibleName(id, 80));
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, modelName(summary, model.id)),
      h('td', {}, served.length === 0 ? '–' : served.join(', ')),
      h('td', {}, model.effort === null ? '–' : visibleName(model.effort, 40)),
      h('td', {}, model.stopped === null ? 'no' : plainText(model.stopped, 300)),
    );
  });
  return scrolling(
    'Models',
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, ...rows),
    ),
  );
}
