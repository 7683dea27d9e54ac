import type { Part } from '../parts/part.ts';
import { wordsOf } from './plain-words.ts';
import { aboutOf } from './section-of.ts';
import type { LinkMark } from './link-mark.ts';

// Tessl writes `[@test](../tests/add.test.ts)`, with or without an anchor, and in newer specs `[@test] ../tests/add.py`.
const testLink = /\[@test\](?:\(([^()\s]{1,500})\)|[ \t]+(\S{1,500}))/g;

/** Marks that name a test file, and those that name one test of it by an anchor. */
export function linksByPath(parts: readonly Part[]): readonly LinkMark[] {
  return parts.flatMap((part, index) =>
    [...part.present.matchAll(testLink)].flatMap(([mark, inLink, bare]) => {
      const [path = '', anchor] = (inLink ?? bare ?? '').split('#');
      const file = path.replace(/^(?:\.{0,2}\/)+/, '');
      const about = aboutOf(isOnlyMarks(part) ? (parts[index - 1] ?? part) : part, parts);
      return file === '' ? [] : [{ mark, parts: about, names: ({ id }) => isIn(id, file, anchor) }];
    }),
  );
}

// A paragraph of nothing but links is about what stands before it.
function isOnlyMarks({ present }: Part): boolean {
  return present.replace(testLink, '').trim() === '';
}

function isIn(test: string, file: string, anchor: string | undefined): boolean {
  const [own = '', ...titles] = test.split(' > ');
  const isSameFile = own === file || own.endsWith(`/${file}`);
  return isSameFile && (anchor === undefined || wordsOf(titles.join(' ')).includes(wordsOf(anchor)));
}
