import { isNegation, pathMatcher } from './path-matcher.ts';
import type { SpecVersion } from './spec.ts';
import { pathRules } from './writable.ts';

/** What a reader may not have meant with `writes`; `isUsual` = in many repositories it is right as it is. */
export type WritesNote = { readonly text: string; readonly isUsual: boolean };

/** Whether `writes` match nothing, tests, or files that no spec describes, given the committed paths. */
export function writesNotes({ spec, emptied }: SpecVersion, paths: readonly string[]): readonly WritesNote[] {
  const isCovered = pathMatcher(spec.writes);
  const { isTest } = pathRules(spec);
  const covered = paths.filter(isCovered);
  return [
    ...unmatched(spec.writes, paths),
    ...about(
      covered.filter(isTest),
      true,
      (files) => `tests under \`writes\` stay as committed, and no model sees them: ${files}.`,
    ),
    ...about(
      emptied.filter((path) => looksLikeConfiguration.test(path)),
      false,
      (files) =>
        `\`writes\` match files that look like configuration or documents, so each generation must write them anew: ${files}. If the spec does not describe them, take them out, with \`!${emptied.find((path) => looksLikeConfiguration.test(path)) ?? ''}\` for example.`,
    ),
  ];
}

/** Folders and endings of what people write by hand whatever the spec says. Those that steer a runner are withheld. */
const looksLikeConfiguration =
  /(?:^|\/)(?:\.[^/]+|docs?\/.*|Dockerfile|LICENSE|[^/]+\.config\.\w+|[^/]+\.(?:ya?ml|toml|ini|cfg|conf|lock|mdx?|rst|adoc))$|(?:^|\/)\.[^/]+\//;

function unmatched(writes: readonly string[], paths: readonly string[]): readonly WritesNote[] {
  const globs = writes.filter((glob) => !isNegation(glob));
  const empty = globs.filter((glob) => !paths.some(pathMatcher([glob])));
  return about(
    empty.map((glob) => `\`${glob}\``),
    false,
    (shown) =>
      `no committed file matches ${shown} of \`writes\`. That is right where the code is still to be written; otherwise correct the glob.`,
  );
}

function about(
  found: readonly string[],
  isUsual: boolean,
  say: (shown: string) => string,
): readonly WritesNote[] {
  if (found.length === 0) return [];
  const more = found.length > 5 ? `, and ${found.length - 5} more` : '';
  return [{ text: say(`${found.slice(0, 5).join(', ')}${more}`), isUsual }];
}
