import type { JudgedPart, PartOutcome, Shrunk } from '../../../shrink/shrunk.ts';
import { subjectNames } from '../../words/map-words.ts';
import { words, type Phrases } from '../../words/phrases.ts';
import { passes, whoNeeds } from '../../words/shrink-words.ts';
import { phraseContent } from '../elements/phrase-content.ts';
import type { TextNote } from './text-notes.ts';

/** What a search for a shorter text says beside each part: who needs it, or that nobody misses it, or neither. */
export function judgedNotes({ parts, subjects }: Shrunk): readonly TextNote[] {
  return parts.map((judged): TextNote => {
    const line = lineOf(judged, subjects);
    return {
      part: judged.part,
      kind: kinds[judged.outcome],
      title: titles[judged.outcome],
      lines: line.length === 0 ? [] : [phraseContent(line)],
    };
  });
}

const kinds: Readonly<Record<PartOutcome, TextNote['kind']>> = {
  needed: 'needed',
  'not-missed': 'unwatched',
  undecided: 'undecided',
};

const titles: Readonly<Record<PartOutcome, string>> = {
  needed: 'needed',
  'not-missed': 'not missed while the others stay',
  undecided: 'undecided',
};

function lineOf(judged: JudgedPart, subjects: Shrunk['subjects']): Phrases {
  if (judged.outcome === 'needed') return [...words('by '), ...whoNeeds(judged, subjects)];
  if (judged.outcome === 'not-missed') return [...words('on '), ...subjectNames(subjects)];
  const open = judged.answers.filter(({ verdict }) => verdict !== 'held' && verdict !== 'improved');
  if (open.length === 0) return words(judged.answers.length === 0 ? 'its turn did not come' : '');
  return [
    ...words('on '),
    ...subjectNames(open),
    ...words(
      `, with it → without ${open
        .slice(0, 10)
        .map((answer) => passes(answer))
        .join(', ')}`,
    ),
  ];
}
