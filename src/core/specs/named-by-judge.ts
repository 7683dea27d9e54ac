import { remembered } from '../remembered.ts';
import type { TextFile } from './spec.ts';

/** What the base says about how tests run: commands, and texts of the files that judge. */
export type JudgeTexts = {
  /** The folder in which the commands run, relative to the repository. */
  readonly directory: string;
  /** The test command, and the scripts that it may call. */
  readonly commands: readonly string[];
  readonly configs: readonly TextFile[];
};

/** A file of the repository that may be named. Whether it is a test is asked only if it is. */
export type MaybeNamed = { readonly path: string; readonly isTest: (path: string) => boolean };

/**
 * Tells which files are named by a command or a configuration, and so decide how tests run. In a command a test counts
 * only as the value of an option (`--import`, `-r`, `--config`): a test that the command runs is no judge of itself.
 */
export function namedByJudge({ directory, commands, configs }: JudgeTexts): (file: MaybeNamed) => boolean {
  const words = commands.flatMap((command) => wordsOf(command));
  const inCommand = pathsOf(words, [directory, '.']);
  const loaded = pathsOf(valuesOf(loadingOption, words), [directory, '.']);
  const asOption = pathsOf(valuesOf(/^-/, words), [directory, '.']);
  const configured = new Set(
    configs.flatMap(({ path, text }) => [...pathsOf(wordsOf(text), [folderOf(path), directory, '.'])]),
  );
  // Thousands of files may differ, for hundreds of specs with the same command.
  const namesOf = remembered((path) => ({
    isLoaded: isNamedAmong(loaded, path),
    isConfigured: isNamedAmong(configured, path),
    isInCommand: isNamedAmong(asOption, path) || inCommand.has(path),
  }));
  return ({ path, isTest }) => {
    const { isLoaded, isConfigured, isInCommand } = namesOf(path);
    if (isLoaded || !(isConfigured || isInCommand)) return isLoaded;
    return isTest(path) ? isConfigured && !isTestFile.test(path) : true;
  };
}

// What stands after any other option may be a test that the command runs: `node --test a.test.mjs`, `pytest -q test_a.py`.
const loadingOption =
  /^--?(?:import|r|require|loader|experimental-loader|preload|c|config|p|plugins?|rcfile|file|reporter|setup.*|global.*)$/i;

// A configuration lists such files to run them, not to be run by them.
const isTestFile = /\.(?:test|spec)\.[^/]+$|(?:^|\/)test_[^/]*\.py$|_test\.(?:py|go)$/;

function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/[\w@./<>~+-]+/g)].map(([word]) => word);
}

function valuesOf(option: RegExp, words: readonly string[]): readonly string[] {
  return words.filter((_, index) => {
    const before = words[index - 1] ?? '';
    return /^-{1,2}[A-Za-z]/.test(before) && option.test(before);
  });
}

/** The paths that words may mean. A plugin of pytest is named like a module: `tools.plugin`. */
function pathsOf(words: readonly string[], folders: readonly string[]): ReadonlySet<string> {
  return new Set(
    words.flatMap((word) => {
      const plain = word.replace(/^<rootDir>\//, '');
      const names = /^\w+(?:\.\w+)+$/.test(plain) ? [plain, plain.replaceAll('.', '/')] : [plain];
      return folders.flatMap((folder) => names.map((name) => joined(folder, name)));
    }),
  );
}

// A module is often named without its ending, and a package by its folder.
function isNamedAmong(paths: ReadonlySet<string>, path: string): boolean {
  const names = [path, path.replace(/\.[^./]+$/, ''), path.replace(/\/(?:__init__|index)\.[^./]+$/, '')];
  return names.some((name) => paths.has(name));
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

function joined(folder: string, name: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${name}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
