import type { ClauseMap, MappedPart } from '../../clause-map/clause-map.ts';
import type { Notice } from '../../clause-map/noticing.ts';
import { noticedWords } from '../words/map-words.ts';
import { count } from '../words/wording.ts';
import { h } from './elements/element.ts';
import type { Content } from './elements/element.ts';
import { codeName, visibleName } from './elements/names.ts';
import type { TextNote } from './text-notes.ts';

/** What a map says beside each part of its text: which tests notice it, where, and what it weighs. */
export function mapNotes(map: ClauseMap): readonly TextNote[] {
  const isOneSpec = new Set(map.subjects.map(({ spec }) => spec)).size < 2;
  return map.parts
    .filter(({ state }) => state !== 'not-judged')
    .map((mapped): TextNote => {
      const { part, state, by } = mapped;
      return {
        part,
        kind: state === 'noticed' ? 'needed' : 'unwatched',
        title: titleOf(mapped),
        lines: byTest(by, isOneSpec),
      };
    });
}

function titleOf({ state, by, tokens }: MappedPart): Content {
  const tests = new Set(by.map(({ test }) => test)).size;
  const said = state === 'noticed' ? `noticed by ${count(tests, 'test')}` : noticedWords[state];
  return `${said} · ${count(tokens, 'token')}`;
}

// A part may break a whole suite, and the first tests say so as well as all of them.
const testsShown = 5;

function byTest(by: readonly Notice[], isOneSpec: boolean): readonly Content[] {
  const tests = [...new Set(by.map(({ test }) => test))];
  const rest = tests.length - testsShown;
  return [
    ...tests.slice(0, testsShown).map((test) => {
      const where = by.filter((notice) => notice.test === test).map((notice) => whereText(notice, isOneSpec));
      return h('span', {}, codeName(test, 120), `: ${where.join('; ')}`);
    }),
    ...(rest > 0 ? [`and ${count(rest, 'test')} more`] : []),
  ];
}

function whereText({ on, full, without, beside }: Notice, isOneSpec: boolean): string {
  const rate = ({ passed, failed }: Notice['full']): string => `${passed}/${passed + failed}`;
  const spec = isOneSpec ? '' : ` of ${visibleName(on.spec, 80)}`;
  const others = beside.length === 0 ? '' : `, with ${count(beside.length, 'other part')} missing as well`;
  return `${visibleName(on.model, 80)}${spec} ${rate(full)} → ${rate(without)}${others}`;
}
