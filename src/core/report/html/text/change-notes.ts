import type { ChangedPart, ChangeMap } from '../../../clause-map/change-map.ts';
import type { Notice } from '../../../clause-map/noticing.ts';
import { unmovedWords } from '../../words/change-map-words.ts';
import { count } from '../../words/wording.ts';
import { testLines } from './test-lines.ts';
import type { TextNote } from './text-notes.ts';

/** What a map says beside each changed part: which tests break with it, which need it, or that none notices it. */
export function changeNotes(map: ChangeMap): readonly TextNote[] {
  return map.parts.flatMap((changed) => notesOf(changed));
}

function notesOf({ part, state, breaks, needs }: ChangedPart): readonly TextNote[] {
  if (state === 'not-judged') return [];
  if (state !== 'noticed') return [{ part, kind: 'unwatched', title: unmovedWords[state], lines: [] }];
  const [broken, needing] = [testsIn(breaks), testsIn(needs)];
  return [
    ...(broken === 0
      ? []
      : [
          {
            ...{ part, kind: 'blamed' as const, title: `breaks ${count(broken, 'test')}` },
            lines: testLines(breaks, {
              from: ({ full }) => full,
              to: ({ without }) => without,
              besideIs: 'changed',
            }),
          },
        ]),
    ...(needing === 0
      ? []
      : [
          {
            ...{ part, kind: 'needed' as const, title: `needed by ${count(needing, 'test')}` },
            lines: testLines(needs, { from: ({ without }) => without, to: ({ full }) => full }),
          },
        ]),
  ];
}

function testsIn(notices: readonly Notice[]): number {
  return new Set(notices.map(({ test }) => test)).size;
}
