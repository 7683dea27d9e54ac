import type { ClauseMap, MappedPart } from '../../clause-map/clause-map.ts';
import type { Shrunk } from '../../shrink/shrunk.ts';
import type { ShrinkRun } from '../summary/shrink-run.ts';
import { disagreements, mapLine, subjectNames, unmovedLine } from '../words/map-words.ts';
import { plainPhrases } from '../words/phrases.ts';
import { shrinkClaim } from '../words/shrink-words.ts';
import { count } from '../words/wording.ts';
import { annotatedTexts } from './text/annotated-text.ts';
import { fragment, h, screenReaderText, scrolling } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { codeName, visibleName } from './elements/names.ts';
import { phraseContent } from './elements/phrase-content.ts';
import { mapHead } from './frame.ts';
import { judgedNotes } from './text/judged-notes.ts';
import { mapNotes } from './text/map-notes.ts';
import { pageOf, render } from './page.ts';
import type { Page } from './page.ts';

/**
 * The page of a shrink: each text with what is known of its parts in the margin, and the tests that notice them as a
 * matrix. Where results name no tests there is no map, and the parts are judged all the same.
 */
export function mapPage({ maps, shrunk }: Pick<ShrinkRun, 'maps' | 'shrunk'>): Page {
  const targets = [...new Set([...shrunk.map(({ target }) => target), ...maps.map(({ target }) => target)])];
  const parts = targets.map((target) =>
    render(
      textSection(
        target,
        shrunk.find((each) => each.target === target),
        maps.find((each) => each.target === target),
      ),
    ),
  );
  return pageOf('shrink.html', {
    title: 'Which tests notice which words',
    parts: [render(mapHead()), '<main id="main">', ...parts, '</main>'],
  });
}

function textSection(target: string, shrunk: Shrunk | undefined, map: ClauseMap | undefined): Content {
  const notes = [
    ...(shrunk === undefined ? [] : judgedNotes(shrunk)),
    ...(map === undefined ? [] : mapNotes(map)),
  ];
  return h(
    'section',
    { class: 'spec' },
    h('h2', {}, codeName(target, 120)),
    shrunk === undefined ? null : h('p', {}, ...phraseContent(shrinkClaim(shrunk))),
    map === undefined
      ? h(
          'p',
          { class: 'soft' },
          'The results name no tests, so which tests notice which words is not known.',
        )
      : mapLines(map),
    annotatedTexts(map?.texts ?? shrunk?.texts ?? [], notes),
    map === undefined ? null : matrixOf(map),
  );
}

function mapLines(map: ClauseMap): Content {
  const line = mapLine(map);
  const against = disagreements(map);
  const unmoved = unmovedLine(map, 'missing');
  return fragment(
    line.length === 0 ? null : h('p', {}, ...phraseContent(line)),
    h('p', { class: 'soft' }, claimOf(map)),
    against.length === 0
      ? null
      : h('ul', {}, ...against.map((phrases) => h('li', {}, ...phraseContent(phrases)))),
    unmoved.length === 0 ? null : h('p', {}, ...phraseContent(unmoved)),
  );
}

function claimOf({ rules, tests, subjects }: ClauseMap): string {
  const percent = Math.round(100 * rules.falseDiscoveries);
  const drop = Math.round(100 * rules.drop);
  return `${count(tests.length, 'test')} on ${count(subjects.length, 'model')}. Of the tests that are named at most ${percent} % are expected to be false; “nothing notices it” rules out drops of ${drop} points or more in each test.`;
}

// A table for people: wider ones are in shrink.json.
const testsShown = 30;

function matrixOf(map: ClauseMap): Content {
  const moved = new Set(map.parts.flatMap(({ by }) => by.map(({ test }) => test)));
  const tests = map.tests.filter((test) => moved.has(test));
  const shown = tests.slice(0, testsShown);
  if (shown.length === 0) return null;
  return fragment(
    h('h3', {}, 'Parts and tests'),
    h('p', { class: 'soft small' }, legendOf(map)),
    scrolling(
      `Parts of ${visibleName(map.target, 80)} by test`,
      h(
        'table',
        { class: 'heat' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, 'Part'),
            h('th', { scope: 'col' }, 'Tokens'),
            ...shown.map((test) => h('th', { scope: 'col' }, visibleName(test, 60))),
          ),
        ),
        h('tbody', {}, ...map.parts.map((mapped) => partRow(mapped, shown, map.subjects.length))),
      ),
    ),
    tests.length > shown.length
      ? h('p', { class: 'soft small' }, `${count(tests.length - shown.length, 'more test')} in shrink.json`)
      : null,
  );
}

function legendOf({ subjects }: ClauseMap): string {
  const isOneSpec = new Set(subjects.map(({ spec }) => spec)).size < 2;
  return `On how many of the ${isOneSpec ? 'models' : 'specs and models'} a test notices that a part is missing.`;
}

function partRow({ part, tokens, by }: MappedPart, tests: readonly string[], subjects: number): Content {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, `line ${part.lines[0]}: `, visibleName(part.present.trim(), 60)),
    h('td', {}, tokens),
    ...tests.map((test) => {
      const noticed = by.filter((notice) => notice.test === test).map(({ on }) => on);
      if (noticed.length === 0) return h('td', { class: 'hn' }, '–');
      const where = plainPhrases(subjectNames(noticed));
      return h(
        'td',
        { class: 'h4', title: where },
        `${noticed.length}/${subjects}`,
        screenReaderText(` notice it: ${where}`),
      );
    }),
  );
}
