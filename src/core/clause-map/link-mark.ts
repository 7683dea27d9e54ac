/** A place in a spec that names a test, or that a test names. */
export type StatedLink = {
  /** What names it, as it is written in the spec. */
  readonly mark: string;
  /** Ids of the parts that it is about. */
  readonly parts: readonly string[];
  readonly test: string;
};

/** A test as marks look for it. */
export type NamedTest = {
  readonly id: string;
  /** All of its id, and its last title, as `wordsOf` reads them. */
  readonly words: string;
  readonly title: string;
};

/** A mark of a spec, and a way to tell which tests it means. */
export type LinkMark = Pick<StatedLink, 'mark' | 'parts'> & {
  readonly names: (test: NamedTest) => boolean;
};
