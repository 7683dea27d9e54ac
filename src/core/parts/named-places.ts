import { ownNumber } from './requirement-number.ts';

/**
 * What each place of a text can be called by other words: headings by their anchor, number and words; requirements by their
 * number; steps and rules that say which one they are; footnotes and the targets of links by their label.
 */
export function namedPlaces(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const heading = /^#{1,6}[ \t]+(.+?)[ \t#]*$/.exec(line)?.[1];
    const requirement = ownNumber(line);
    const [, kind = '', number = ''] = numbered.exec(line) ?? [];
    const label = /^(?:[ \t]|>|[-+*]|\d+[.)])*\[([^\]]{1,200})\]:/.exec(line)?.[1];
    return [
      ...(heading === undefined ? [] : headingNames(heading)),
      ...(requirement === undefined ? [] : [requirementName(requirement)]),
      ...(number === '' ? [] : [numberedName(kind, number)]),
      ...(label === undefined ? [] : [labelName(label)]),
    ];
  });
}

/** What a position in a list is called. */
export const numberedKinds = 'step|item|rule|point|criterion';

const numbered = new RegExp(String.raw`^[\s#>|*_\-+\d.)]*(${numberedKinds})\s+(\d{1,3})\b`, 'i');

function headingNames(heading: string): readonly string[] {
  const [, number = '', words = heading] =
    /^(?:section |appendix )?((?:\d+|[a-z])(?:\.\d+)*)[.:)]?\s+(.*)$/i.exec(heading) ?? [];
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  return [anchorName(`#${anchor}`), sectionName(number), titleName(words)];
}

/** The name of a heading by its anchor, with the sign. */
export function anchorName(anchor: string): string {
  return `anchor ${anchor.toLowerCase()}`;
}

/** The name of a heading by its number. */
export function sectionName(number: string): string {
  return `section ${number.toLowerCase()}`;
}

/** The name of a heading by its words. */
function titleName(title: string): string {
  return `${titles}${title.toLowerCase()}`;
}

/** What the names of headings by their words begin with. */
export const titles = 'title ';

/** The name of a requirement. */
export function requirementName(number: string): string {
  return `requirement ${number}`;
}

/** The name of what says itself that it is step 3 or rule 4. */
export function numberedName(kind: string, number: string): string {
  return `numbered ${kind.toLowerCase()} ${Number(number)}`;
}

/** The name of a footnote or of the target of a link. */
export function labelName(label: string): string {
  return `label ${label.toLowerCase().replaceAll(/\s+/g, ' ')}`;
}
