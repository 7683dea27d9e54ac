import { framesOf, type Frames } from './frames.ts';
import { languageOf, type Language } from './language.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A test file as the scanner reads it. */
export type TestFile = {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly frames: Frames;
};

/** Reads a test file; null if it is in no language that can be changed, or too large to be read as a test. */
export function readTestFile(path: string, text: string): TestFile | null {
  const language = languageOf(path);
  if (language === null || text.length > mostCharacters) return null;
  const tokens = tokensOf(text, language);
  return { path, text, language, tokens, frames: framesOf(tokens, language) };
}

const mostCharacters = 500_000;
