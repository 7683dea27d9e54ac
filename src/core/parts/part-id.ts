import { digest } from '../digest.ts';

/** Gives ids to parts in the order of their text; the same words in the same file get different ones by their number. */
export function partIds(): (part: {
  readonly file: string;
  readonly present: string;
  readonly absent: string;
}) => string {
  const seen = new Map<string, number>();
  return ({ file, present, absent }) => {
    const words = digest({ absent: absent.trim(), file, present: present.trim() });
    const number = (seen.get(words) ?? 0) + 1;
    seen.set(words, number);
    return digest({ number, words }).slice(0, 12);
  };
}
