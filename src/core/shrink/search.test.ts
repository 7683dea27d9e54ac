import { describe, expect, test } from '@jest/globals';
import { aVersion } from '../../testing/builders/a-question.ts';
import { cutLines } from '../../testing/builders/cut-lines.ts';
import { cutClauses } from '../parts/cut-clauses.ts';
import type { Answer, Subject } from './answer.ts';
import { lackedIds, removalKey } from './removal.ts';
import { searchSoFar, type Asked, type Search, type SoFar } from './search.ts';

const subjects: readonly Subject[] = [
  { spec: 'duration', model: 'one' },
  { spec: 'duration', model: 'two' },
];

function searchOf(text: string, change: Partial<Search> = {}): Search {
  return { cut: cutLines(text), files: ['SPEC.md'], mayBeEmpty: false, subjects, ...change };
}

/** Searches with a reader that says at once and without noise whether a text without these lines holds on a model. */
function searched(
  search: Search,
  holds: (gone: (line: string) => boolean, subject: Subject) => boolean,
): { readonly found: SoFar; readonly questions: number; readonly asked: Asked } {
  const asked = new Map<string, readonly Answer[]>();
  const texts = new Map(search.cut.parts.map(({ id, present }) => [id, present.trim()]));
  for (let questions = 0; questions < 500;) {
    const found = searchSoFar(search, asked);
    if (found.next === null) return { found, questions, asked };
    const { lacks, about } = found.next;
    const lines = new Set(lacks.map((id) => texts.get(id) ?? ''));
    const key = removalKey(lacks);
    const answers = about.map((subject) =>
      answerOf(
        subject,
        holds((line) => lines.has(line), subject),
      ),
    );
    asked.set(key, [...(asked.get(key) ?? []), ...answers]);
    questions += about.length;
  }
  throw new Error('the search does not end');
}

function answerOf(subject: Subject, held: boolean): Answer {
  const tally = { passed: 5, failed: 0, unmeasured: 0 };
  return {
    ...subject,
    verdict: held ? 'held' : 'regressed',
    base: tally,
    head: tally,
    excludes: held ? 0.4 : null,
    brokenTests: [],
    tests: 3,
  };
}

function linesOf({ cut }: Search, ids: readonly string[]): readonly string[] {
  return cut.parts.filter(({ id }) => ids.includes(id)).map(({ present }) => present.trim());
}

const text = [
  '# Duration',
  'Round half up.',
  'Reject the empty text.',
  'Print minutes.',
  '## Notes',
  'Note: halves are rare.',
  'Note: nobody reads this.',
  'Note: nor this.',
  '',
].join('\n');

test('lines without which every model still passes are gone, the others are needed', () => {
  const search = searchOf(text);
  const { found } = searched(search, (gone) => !gone('Round half up.') && !gone('Print minutes.'));
  expect(linesOf(search, found.gone).toSorted()).toEqual([
    'Note: halves are rare.',
    'Note: nobody reads this.',
    'Note: nor this.',
    'Reject the empty text.',
  ]);
  expect(
    linesOf(
      search,
      found.needed.map(({ id }) => id),
    ),
  ).toEqual(['Round half up.', 'Print minutes.']);
});

test('a section that is not missed goes with one question on each model, and its heading with it', () => {
  const search = searchOf(text);
  const { asked } = searched(search, (gone) => !gone('Round half up.') && !gone('Print minutes.'));
  const notes = lackedIds(search.cut, ['SPEC.md:3', 'SPEC.md:6', 'SPEC.md:7', 'SPEC.md:8']);
  expect(linesOf(search, notes)).toContain('## Notes');
  expect([...asked.keys()].filter((key) => key.includes('SPEC.md:6'))).toHaveLength(1);
});

test('a line that one model needs stays for all', () => {
  const search = searchOf(text);
  const { found } = searched(search, (gone, { model }) => model === 'one' || !gone('Round half up.'));
  expect(linesOf(search, found.gone)).not.toContain('Round half up.');
  expect(found.needed.map(({ answers }) => answers.map(({ model, verdict }) => [model, verdict]))).toEqual([
    [
      ['one', 'held'],
      ['two', 'regressed'],
    ],
  ]);
});

test('of two lines that say the same one stays', () => {
  const search = searchOf('# A\nRound half up.\nHalves go up.\nPrint minutes.\n');
  const { found } = searched(search, (gone) => !(gone('Round half up.') && gone('Halves go up.')));
  expect(linesOf(search, found.gone)).toEqual(['Round half up.', 'Print minutes.']);
  expect(
    linesOf(
      search,
      found.needed.map(({ id }) => id),
    ),
  ).toEqual(['Halves go up.']);
});

describe('an item with a list below it', () => {
  const listed = '# A\n\nPrint minutes.\n\n- Trees:\n  - Round half up.\n  - Ash is a tree.\n';
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text: listed }] }));
  const search = searchOf('', { cut });

  test('stays while one of these does, and is not asked about', () => {
    const { found, asked } = searched(search, (gone) => !gone('- Round half up.'));
    expect(linesOf(search, found.gone).toSorted()).toEqual(['- Ash is a tree.', 'Print minutes.']);
    expect(
      linesOf(
        search,
        found.open.map(({ id }) => id),
      ),
    ).toEqual(['- Trees:']);
    expect([...asked.keys()]).not.toContain('');
  });

  test('goes after them if it is not missed', () => {
    const { found } = searched(search, (gone) => !gone('Print minutes.'));
    const lacked = linesOf(search, lackedIds(search.cut, found.gone));
    expect(lacked).toEqual(['- Trees:', '- Round half up.', '- Ash is a tree.']);
  });

  test('is needed where it is missed once they are gone', () => {
    const { found } = searched(search, (gone) => !gone('Print minutes.') && !gone('- Trees:'));
    const needed = linesOf(
      search,
      found.needed.map(({ id }) => id),
    );
    expect(needed.toSorted()).toEqual(['- Trees:', 'Print minutes.']);
  });
});

describe('a text that nobody misses', () => {
  test('keeps its last line where it is a spec', () => {
    const search = searchOf(text);
    const { found } = searched(search, () => true);
    expect(linesOf(search, found.gone)).toHaveLength(5);
    expect(found.open).toHaveLength(1);
  });

  test('goes as a whole where it is instructions, by one question on each model', () => {
    const search = searchOf('# House rules\nNote: be kind.\nNote: be brief.\n', { mayBeEmpty: true });
    const { found, questions } = searched(search, () => true);
    expect(linesOf(search, lackedIds(search.cut, found.gone))).toHaveLength(3);
    expect(questions).toBe(subjects.length);
  });
});

test('a group is asked of one model first, and of the others only if it holds there', () => {
  const search = searchOf(text);
  const first = searchSoFar(search, new Map()).next;
  const notes = { lacks: ['SPEC.md:5', 'SPEC.md:6', 'SPEC.md:7', 'SPEC.md:8'], about: [subjects[0]] };
  const others = searchOf('# A\n## Notes\nNote: a.\nNote: b.\nNote: c.\n## B\nRound half up.\n');
  expect(first?.about).toHaveLength(2);
  expect(searchSoFar(others, new Map()).next?.about).toEqual(notes.about);
});

test('the same answers give the same search, and fewer answers an earlier part of it', () => {
  const search = searchOf(text);
  const { asked, found } = searched(search, (gone) => !gone('Round half up.'));
  expect(searchSoFar(search, asked)).toEqual(found);
  const some = new Map([...asked].slice(0, 2));
  expect(found.gone.slice(0, searchSoFar(search, some).gone.length)).toEqual(searchSoFar(search, some).gone);
});

test('a search needs fewer questions than deleting one line after another where much is not missed', () => {
  const dead = Array.from({ length: 24 }, (_, index) => `Note: number ${index}.`);
  const search = searchOf(`# A\nRound half up.\n## Notes\n${dead.join('\n')}\n`);
  const { questions, found } = searched(search, (gone) => !gone('Round half up.'));
  expect(found.gone).toHaveLength(24);
  expect(questions).toBeLessThan((25 * subjects.length) / 3);
});
