/**
 * What a part is for its reader. Requirements say what must be so; examples show it; explanations say why; headings
 * hold others together. `wording`: a change that leaves every word in its place.
 */
export type PartKind = 'requirement' | 'example' | 'explanation' | 'heading' | 'wording';

/** A stretch of a spec's text that a version of it may hold or lack. */
export type Part = {
  /** Made from its file, its words and, for equal ones, their number; the same wherever the same part is cut. */
  readonly id: string;
  readonly file: string;
  readonly kind: PartKind;
  /** First and last line in the full text, starting at 1; where it holds nothing there, the line at which it stood. */
  readonly lines: readonly [number, number];
  /**
   * Column of its first character and the one behind its last, starting at 1, in UTF-16 units. Missing = it holds no word
   * there.
   */
  readonly columns?: readonly [number, number];
  /** The text that a version with this part has in this place, byte for byte. */
  readonly present: string;
  /** The text that a version without it has there: empty for a clause, the base's words for a part of a change. */
  readonly absent: string;
  /**
   * Ids of parts that cannot stand without it: it stays while one of them does. If it is a heading, of a section or of
   * a table, it also goes with the last of them. Missing = none.
   */
  readonly holds?: readonly string[];
};

/** One file as its fixed stretches and its parts, in the order of the text. */
export type CutText = {
  readonly path: string;
  readonly pieces: readonly (string | Part)[];
  /** Whether blank lines that meet where parts are left out become one, as between clauses; missing = no. */
  readonly joinsBlankLines?: boolean;
  /** Whether it holds house rules and is no spec file; missing = no. */
  readonly isInstructions?: boolean;
  /** Whether the file is new or was deleted, so that a version in which nothing of it is left lacks it; missing = no. */
  readonly isOneSided?: boolean;
};

/**
 * A section, list, table or paragraph with the ids of all parts in it, those of inner groups included. Ids of a group
 * are in the order of the text.
 */
export type PartGroup = { readonly title: string; readonly parts: readonly string[] };

/** All texts of a spec, cut into parts. Every subset of the parts gives a real text. */
export type CutSpec = {
  readonly texts: readonly CutText[];
  /** Of all texts, in order. */
  readonly parts: readonly Part[];
  /** From the outermost to the innermost; a part may be in several. */
  readonly groups: readonly PartGroup[];
};
