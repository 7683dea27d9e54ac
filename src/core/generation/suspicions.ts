import type { GeneratedFile } from './completion.ts';
import { readingSignsOf, type ReadingSign } from './reading-signs.ts';

/** Something that makes generated code look as if it interfered with its tests instead of passing them. */
export type Suspicion =
  | 'ends the process'
  | 'decides its own equality'
  | 'replaces test functions'
  | 'touches the test runner'
  | 'starts processes'
  | 'writes files'
  | 'looks at processes'
  | 'looks at the harness'
  | ReadingSign;

/**
 * What a scan of the text finds, in a fixed order. It is only a hint: honest code may do each of these, and a scan is
 * easy to evade.
 */
export function suspicionsOf(files: readonly GeneratedFile[]): readonly Suspicion[] {
  const found = patterns
    .filter(([, pattern]) => files.some(({ content }) => pattern.test(content)))
    .map(([suspicion]) => suspicion);
  return [...found, ...new Set(files.flatMap(({ content }) => readingSignsOf(content)))];
}

// Every repetition is bounded: the text may be ten megabytes of whatever makes a pattern slow. A search that goes far
// stops where the same pattern begins again, so that no part of the text is read for two beginnings.
const patterns: readonly (readonly [Suspicion, RegExp])[] = [
  [
    'ends the process',
    /\bprocess\s{0,9}(?:\?\.|\.|\[\s{0,9}['"`])\s{0,9}(?:exit|reallyExit|abort|kill|exitCode)\b|\breallyExit\b|\b(?:sys\.exit|os\._exit|os\.abort|os\.Exit)\b/,
  ],
  ['decides its own equality', /\basymmetricMatch\b/],
  [
    'replaces test functions',
    /\b(?:globalThis|global|window)\s{0,9}(?:\.|\[\s{0,9}['"`])\s{0,9}(?:expect|test|it|describe|assert)\b['"`\]\s]{0,9}=(?!=)|\b(?:expect|assert)(?:\.\w{1,40}){1,4}\s{0,9}=(?![=>])|\bexpect\.extend\b|^[^\S\n]{0,40}(?:test|it|describe|expect|assert)\s{0,9}=(?![=>])/m,
  ],
  [
    'touches the test runner',
    /['"`](?:(?:node:)?(?:test|assert)(?:\/strict)?|@jest\/globals|vitest|_?pytest|unittest|mocha|chai|expect)['"`]|\b(?:import|from)\s{1,9}(?:_?pytest|unittest)\b|\bsyncBuiltinESMExports\b/,
  ],
  [
    'starts processes',
    /\bchild_process\b|\bworker_threads\b|\bsubprocess\b|\bos\.(?:system|fork|exec\w{0,9}|spawn\w{0,9})\b|\bos\/exec\b/,
  ],
  [
    'writes files',
    /\b(?:writeFile|appendFile|createWriteStream|copyFile|writeFileSync|appendFileSync|copyFileSync|writeSync|renameSync|unlinkSync|rmSync|symlinkSync|truncateSync)\b|\bopen\((?:(?!\bopen\()[^)\n]){0,200}['"][wax]b?\+?['"]/,
  ],
  [
    'looks at processes',
    /\/proc\b|\/dev\/(?:fd|shm)\b|\bprocess\s{0,9}\.\s{0,9}(?:binding|dlopen|_linkedBinding)\b|['"`](?:node:)?inspector['"`]/,
  ],
  [
    'looks at the harness',
    /SPEC_PORTABILITY|NODE_TEST_CONTEXT|NODE_OPTIONS|--outputFile|\bprocess\s{0,9}\.\s{0,9}argv\b|['"`](?:node:)?v8['"`]/,
  ],
];
