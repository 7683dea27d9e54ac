import type { TextFile } from '../specs/spec.ts';
import type { CutSpec } from './part.ts';
import { textsWith, type Has } from './texts-with.ts';

/** Words of a text that refer to a section which the text does not hold any more. */
export type DanglingReference = {
  readonly file: string;
  /** The line in the text that is left, starting at 1. */
  readonly line: number;
  /** As it is written: `§4.2`, `[rounding](#rounding)`, `see Rounding`. */
  readonly reference: string;
};

/** The references of the texts with these parts to sections that were left out. They are listed, never rewritten. */
export function danglingReferences(cut: CutSpec, has: Has): readonly DanglingReference[] {
  const left = textsWith(cut, has);
  const there = new Set(left.flatMap(targetsIn));
  const all = [textsWith(cut, () => true), textsWith(cut, () => false)].flat();
  const gone = new Set(all.flatMap(targetsIn).filter((target) => !there.has(target)));
  return gone.size === 0 ? [] : left.flatMap((file) => referencesIn(file, gone));
}

/** What each heading of a text can be called: its anchor, its number, its words. */
function targetsIn({ text }: TextFile): readonly string[] {
  return [...text.matchAll(/^#{1,6}[ \t]+(.+?)[ \t#]*$/gm)].flatMap(([, heading = '']) => {
    const [, number = '', words = heading] =
      /^(?:section |appendix )?((?:\d+|[a-z])(?:\.\d+)*)[.:)]?\s+(.*)$/i.exec(heading) ?? [];
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    return [`#${anchor}`, `${number.toLowerCase()}.`, words.toLowerCase()];
  });
}

function referencesIn({ path, text }: TextFile, gone: ReadonlySet<string>): readonly DanglingReference[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(reference)]
      .filter(({ groups = {} }) => {
        const { anchor, number, title } = groups;
        if (anchor !== undefined) return gone.has(anchor.toLowerCase());
        if (number !== undefined) return gone.has(`${number.toLowerCase()}.`);
        return [...gone].some((target) => target.length > 3 && startsWithWords(title ?? '', target));
      })
      .map(([written]) => ({ file: path, line: index + 1, reference: written.trim() })),
  );
}

const reference =
  /\[[^\]]*\]\((?<anchor>#[^)\s]+)\)|(?:§\s?|\b(?:sections?|appendix|chapter)\s+)(?<number>(?:\d+|[A-Z])(?:\.\d+)*)|\b(?:see|refer to|as in|described in|defined in)\s+(?:the\s+)?["“*_`]*(?<title>\p{L}[^.;,()"”*_`]*)/giu;

function startsWithWords(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return lower.startsWith(words) && !/[\p{L}\p{N}]/u.test(lower[words.length] ?? '');
}
