import type { GeneratedFile } from '../../src/core/generation/completion.ts';
import type { RepositoryFiles } from '../../src/testing/temporary-repository.ts';

/** A repository as its owner has it before this action: nothing in it knows of us. */
export type AdoptedRepository = {
  /** What kind of repository it is, as the table says it. */
  readonly name: string;
  /** Programs without which it cannot be played. */
  readonly needs: readonly string[];
  /** A set of fixtures/wild/packages whose programs are on PATH. */
  readonly programs?: string;
  readonly files: RepositoryFiles;
  readonly spec: string;
  /** The one line of the written config that its owner has to change, and how it reads then. */
  readonly edit?: { readonly line: string; readonly by: string };
  /** What a model writes that reads the spec as it is meant, and one that does not. */
  readonly right: GeneratedFile;
  readonly wrong: GeneratedFile;
};

/** Half of a number: every repository has this spec, about its own file. */
export function specAbout(path: string): string {
  return `# Halves

\`${path}\` has the function \`half\`: a number divided by two, as a whole number.

Round half up.
`;
}

/** An edit after which nothing else is meant. */
export const harmless = { from: 'a number divided by two', to: 'a whole number divided by two' };
/** The planted regression: after this edit only one of the two models rounds half up. */
export const harmful = { from: 'Round half up.', to: 'Round sensibly.' };
