/**
 * Numbers of requirements as specs write them: Spec Kit `FR-001`, others `REQ-12`, `AC-1.2`. Any letters would make one of
 * `UTF-8`.
 */
export const requirementNumber =
  /\b(?:REQ|FR|NFR|AC|SC|US|UC|BR|SR)-(?:[A-Z]{1,8}-)?\d{1,5}(?:\.\d{1,3}){0,3}\b/g;

// The same behind the marks of a list, a table or a heading: here the words are the requirement, elsewhere they refer to it.
const beginning = new RegExp(String.raw`^[\s#>|*_\-+\d.)\[\]x:]*${requirementNumber.source}`);

/** The number of the requirement that these words are, if they begin with one. */
export function ownNumber(words: string): string | undefined {
  return beginning.exec(words)?.[0].match(requirementNumber)?.[0];
}
