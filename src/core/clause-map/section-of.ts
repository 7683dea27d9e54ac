import type { Part } from '../parts/part.ts';

/** What a mark in a part is about: the part itself, or for a heading the parts of its section. */
export function aboutOf(part: Part, parts: readonly Part[]): readonly string[] {
  return part.kind === 'heading' ? sectionOf(part, parts).map(({ id }) => id) : [part.id];
}

/** The parts below a heading, up to the next one of the same or a higher level. Inner headings are left out. */
export function sectionOf(heading: Part, parts: readonly Part[]): readonly Part[] {
  const after = parts.slice(parts.indexOf(heading) + 1);
  const end = after.findIndex(
    (part) => part.file !== heading.file || (part.kind === 'heading' && levelOf(part) <= levelOf(heading)),
  );
  return (end < 0 ? after : after.slice(0, end)).filter(({ kind }) => kind !== 'heading');
}

/** The words of a heading without its marks. */
export function headingText({ present }: Part): string {
  return (
    present
      .trim()
      .split('\n')[0]
      ?.replace(/^#+\s*|\s*#+\s*$/g, '') ?? ''
  );
}

// `#` signs, or a second line of `=` or `-`.
function levelOf({ present }: Part): number {
  const text = present.trim();
  const signs = /^#+/.exec(text)?.[0].length;
  return signs ?? (/\n=+$/.test(text) ? 1 : 2);
}
