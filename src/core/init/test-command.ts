/** A way to run the tests of one folder, and the file that says so. */
export type TestCommand = {
  /** Relative to the repository; '.' = its root. */
  readonly directory: string;
  readonly test: string;
  readonly setup: string | null;
  /** The file that says so. */
  readonly from: string;
  /** Whether `results: auto` can read single tests, not only an exit code. */
  readonly isReadable: boolean;
  /** Tracked files of its language in or below its folder. */
  readonly sources: number;
  /** The file in a folder above by which setup installs; null = setup stays in the folder. */
  readonly installedAbove: string | null;
  /** What a job on GitHub runs first, because its machines do not have the program; null = they do. */
  readonly jobInstalls: string | null;
};

/** What one finder says of a folder; `from` is seen from that folder. */
export type FoundCommand = Omit<TestCommand, 'directory'>;
