import type { Agent } from '../agent.ts';
import type { Prompt } from '../generation/completion.ts';
import { pathMatcher } from '../specs/path-matcher.ts';
import type { SpecVersion, TextFile } from '../specs/spec.ts';

/** What an agent is given for one text of a spec. */
export type TaskParts = {
  readonly version: SpecVersion;
  readonly nonce: string;
  readonly writes: readonly string[];
  /** Globs of tests, context and spec files. They are listed because models like to add tests. */
  readonly protectedPatterns: readonly string[];
  /** It may read instruction files by itself. */
  readonly isOpen: boolean;
};

/** Whether a file of the spec itself is one that this agent reads by itself. */
export function readsByItself({ reads }: Pick<Agent, 'reads'>, { files }: SpecVersion): boolean {
  const isRead = pathMatcher(reads);
  return files.some(({ path }) => isRead(path));
}

/**
 * The task of an agent and the files in its folder. The task names the files and holds no text of them. Nothing in
 * either reveals the side, commit or day. Changed words here are another `taskVersion` of the generation keys.
 */
export function renderTask({ version, nonce, writes, protectedPatterns, isOpen }: TaskParts): Prompt {
  const { files, instructions, context } = version;
  const paragraphs = [
    'Write the code that a specification describes, as files in this folder. It is the root of a repository.',
    listed('The specification stands in these files. Read all of them before you write:', files),
    'It says what the code must do.',
    listed('House rules of the repository stand in these files. Read and follow them:', instructions),
    listed('These files of the repository exist already, to be read:', context),
    lines('Write only files whose path matches:', writes),
    'No file stands there yet: write every file that is needed there, each of them whole.',
    lines('Write no tests, and never a file whose path matches one of these:', protectedPatterns),
    'Change, move or delete no file that lies here now, and leave no notes or other files behind.',
    'There is no network besides your own model, nobody answers questions, and there are no tests to run. Once all files are written you are done.',
  ];
  return {
    system: '',
    user: `${paragraphs.filter((part) => part !== '').join('\n\n')}\n`,
    nonce,
    folder: { files: distinct([...files, ...instructions, ...context]), isOpen },
  };
}

function listed(title: string, files: readonly TextFile[]): string {
  return lines(
    title,
    files.map(({ path }) => path),
  );
}

function lines(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [title, ...items.map((item) => `- ${item}`)].join('\n');
}

// One file may be spec and context at once.
function distinct(files: readonly TextFile[]): readonly TextFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
