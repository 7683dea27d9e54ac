import type { ChangedPart, ChangeMap } from '../../../clause-map/change-map.ts';
import type { Notice } from '../../../clause-map/noticing.ts';
import { estimateInputTokens } from '../../../estimate-tokens.ts';
import { disagreements, placeOf, subjectNames, unmovedLine } from '../../words/map-words.ts';
import { plainPhrases } from '../../words/phrases.ts';
import { count } from '../../words/wording.ts';
import { fragment, h, screenReaderText, scrolling } from '../elements/element.ts';
import type { Content } from '../elements/element.ts';
import { visibleName } from '../elements/names.ts';
import { phraseContent } from '../elements/phrase-content.ts';

// A table for people: wider ones are in result.json.
const testsShown = 30;

/** The changed parts of a spec by the tests that notice them, and the links that do not agree with it. */
export function changeMatrix(map: ChangeMap): Content {
  const moved = new Set(
    map.parts.flatMap(({ breaks, needs }) => [...breaks, ...needs].map(({ test }) => test)),
  );
  const tests = map.tests.filter((test) => moved.has(test));
  const against = disagreements(map);
  const unmoved = unmovedLine(map, 'changed');
  if (tests.length === 0 && against.length === 0 && unmoved.length === 0) return null;
  const shown = tests.slice(0, testsShown);
  return fragment(
    h('h4', {}, 'Changed words and tests'),
    h('p', { class: 'soft small' }, claimOf(map)),
    against.length === 0
      ? null
      : h('ul', {}, ...against.map((phrases) => h('li', {}, ...phraseContent(phrases)))),
    shown.length === 0
      ? null
      : scrolling(
          `Changed words of ${visibleName(map.spec, 80)} by test`,
          h(
            'table',
            { class: 'heat' },
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                h('th', { scope: 'col' }, 'Changed words'),
                h('th', { scope: 'col' }, 'Tokens added'),
                ...shown.map((test) => h('th', { scope: 'col' }, visibleName(test, 60))),
              ),
            ),
            h('tbody', {}, ...map.parts.map((changed) => rowOf(changed, shown))),
          ),
        ),
    tests.length > shown.length
      ? h('p', { class: 'soft small' }, `${count(tests.length - shown.length, 'more test')} in result.json`)
      : null,
    unmoved.length === 0 ? null : h('p', { class: 'soft small' }, ...phraseContent(unmoved)),
  );
}

function claimOf({ rules, subjects }: ChangeMap): string {
  const percent = Math.round(100 * rules.falseDiscoveries);
  return `From the texts between old and new that were tried on ${count(subjects.length, 'model')}: “breaks” where a test passes less often once the words are there, “needs” where it passes less often without them. Of each at most ${percent} % are expected to be false.`;
}

function rowOf(changed: ChangedPart, tests: readonly string[]): Content {
  const { part, breaks, needs } = changed;
  const text = (part.present.trim() === '' ? part.absent : part.present).trim();
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, `${visibleName(placeOf(changed), 120)}: `, visibleName(text, 60)),
    // What the change adds to a prompt, or takes from it.
    h('td', {}, estimateInputTokens(part.present) - estimateInputTokens(part.absent)),
    ...tests.map((test) => cellOf(noticesOf(breaks, test), noticesOf(needs, test))),
  );
}

function noticesOf(notices: readonly Notice[], test: string): readonly Notice[] {
  return notices.filter((notice) => notice.test === test);
}

function cellOf(breaks: readonly Notice[], needs: readonly Notice[]): Content {
  if (breaks.length + needs.length === 0) return h('td', { class: 'hn' }, '–');
  const said = [
    ...(breaks.length === 0 ? [] : [['breaks', breaks] as const]),
    ...(needs.length === 0 ? [] : [['needs', needs] as const]),
  ];
  const where = said.map(([word, notices]) => `${word} on ${whereIn(notices)}`).join('; ');
  return h(
    'td',
    { class: breaks.length === 0 ? 'h4' : 'h1', title: where },
    said.map(([word]) => word).join(', '),
    screenReaderText(` (${where})`),
  );
}

function whereIn(notices: readonly Notice[]): string {
  return plainPhrases(subjectNames(notices.map(({ on }) => on)));
}
