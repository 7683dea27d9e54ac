import type { ClauseMap, MappedPart } from '../../../clause-map/clause-map.ts';
import { noticedWords } from '../../words/map-words.ts';
import { count } from '../../words/wording.ts';
import type { Content } from '../elements/element.ts';
import { testLines } from './test-lines.ts';
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
        lines: testLines(by, {
          from: ({ full }) => full,
          to: ({ without }) => without,
          namesSpecs: !isOneSpec,
        }),
      };
    });
}

function titleOf({ state, by, tokens }: MappedPart): Content {
  const tests = new Set(by.map(({ test }) => test)).size;
  const said = state === 'noticed' ? `noticed by ${count(tests, 'test')}` : noticedWords[state];
  return `${said} · ${count(tokens, 'token')}`;
}
