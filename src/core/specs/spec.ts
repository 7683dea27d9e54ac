import type { SpecEntry } from '../settings.ts';

/** A text file of one commit; `text` has LF line ends and no byte-order mark. */
export type TextFile = { readonly path: string; readonly text: string };

/** One spec in one commit: an entry of the config with globs matched and `{name}` replaced. */
export type Spec = Omit<SpecEntry, 'name' | 'spec'> & {
  readonly name: string;
  /** Paths of the spec files, in the order in which they are joined. */
  readonly files: readonly string[];
};

/** One text of a spec, with everything of its commit that a model is shown. */
export type SpecVersion = {
  readonly spec: Spec;
  /** 40-digit sha of the commit in whose tree the answer is tested. */
  readonly commit: string;
  readonly files: readonly TextFile[];
  readonly instructions: readonly TextFile[];
  readonly context: readonly TextFile[];
  /** Committed files under `writes` that will be emptied; protected ones are not among them. */
  readonly emptied: readonly string[];
  /** Committed files under `writes` that steer a runner, so that nobody may write them; missing = none. */
  readonly withheld?: readonly string[];
  /** Emptied files that tests import for their own work; missing = none were found. */
  readonly helpers?: readonly { readonly test: string; readonly helper: string }[];
  /** What the change alters of the way these tests run; missing = nothing, or nobody looked. */
  readonly judge?: BaseJudge;
};

/** The judge of the base in the tree of the head. */
export type BaseJudge = {
  /** The commit of the head with the judging files of the base in place of its own. */
  readonly commit: string;
  /** The judging files that the change alters, as a reader is told: `package.json (scripts.test)`. */
  readonly altered: readonly string[];
  /** All of them could be replaced by those of the base. */
  readonly isWhole: boolean;
};

/** One changed stretch of a spec or instructions file. Line numbers start at 1. */
export type Hunk = {
  readonly index: number;
  /** Path on the head side; for a deleted file on the base side. */
  readonly file: string;
  readonly baseStart: number;
  readonly headStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
};

/** A test file that a change touches, with its text on both sides; `from` is its path on the base. */
export type TestFilePair = {
  readonly path: string;
  readonly from: string;
  readonly base: string;
  readonly head: string;
};

/** A spec with different texts on the two sides. A null side: the spec is new, or was deleted. */
export type SpecPair = {
  readonly name: string;
  readonly base: SpecVersion | null;
  readonly head: SpecVersion | null;
  readonly hunks: readonly Hunk[];
  /** Test files that the change also touches: the intent changed together with the spec. */
  readonly changedTests: readonly string[];
  /** The ones among them that exist on both sides, including renamed ones; missing = none was read. */
  readonly testFiles?: readonly TestFilePair[];
  /**
   * Whether anything else changed that tests could read, besides the spec's texts, the tests and the files under
   * `writes`.
   */
  readonly otherFilesChanged: boolean;
  /** Those other files; missing = nobody looked. */
  readonly otherFiles?: readonly string[];
  /** Whether the committed files under `writes` are the same on both sides; missing = nobody looked. */
  readonly isCodeSame?: boolean;
};

/** Which text of a change a version is. If both sides have the same text it counts as the head. */
export function sideOf({ base, head }: SpecPair, version: SpecVersion): 'base' | 'head' {
  return version === base && version !== head ? 'base' : 'head';
}
