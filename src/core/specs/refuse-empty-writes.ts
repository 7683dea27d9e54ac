import { UserError } from '../../errors.ts';
import { hasWildcard, resultPaths } from './file-pattern.ts';
import { isNegation } from './path-matcher.ts';
import type { Spec } from './spec.ts';
import { pathRules } from './writable.ts';

/**
 * Throws WRITES_EMPTY if there is no path that a model may create: only `!` patterns, or only protected paths. It is
 * normal that nothing is committed under `writes`: a spec may come before its code.
 */
export function refuseEmptyWrites(spec: Spec, paths: readonly string[]): void {
  const examples = spec.writes.filter((pattern) => !isNegation(pattern)).map((pattern) => exampleOf(pattern));
  const { mayWrite } = pathRules(spec);
  if (examples.some((example) => example === null || mayWrite(example))) return;
  if (paths.some((path) => mayWrite(path))) return;
  throw new UserError(
    'WRITES_EMPTY',
    `\`writes\` of spec \`${spec.name}\` (${spec.writes.join(', ')}) contains no path that a model may write.`,
    'Add a path that is not a test and that `spec`, `instructions` and `context` do not match.',
  );
}

/**
 * Throws CONFIG_INVALID if a folder or a glob of `results` lies under `writes`: a model could write a report of its
 * own there. A single file there is fine, because only what the test command writes counts.
 */
export function refuseWrittenResults(spec: Spec): void {
  const { mayWrite } = pathRules(spec);
  const folder = spec.directory === '.' ? '' : `${spec.directory}/`;
  for (const path of resultPaths(spec.results)) {
    const isFile = !hasWildcard(path) && /\.\w+$/.test(path);
    const example = exampleOf(`${folder}${hasWildcard(path) ? path : `${path}/example.xml`}`);
    if (isFile || example === null || !mayWrite(example)) continue;
    throw new UserError(
      'CONFIG_INVALID',
      `\`results\` of spec \`${spec.name}\` (${path}) lies under \`writes\`, so that a model could write its own report there.`,
      `Take the reports out of \`writes\`, with \`!${folder}${path}\` for example.`,
    );
  }
}

/** A path that the glob matches; null if the glob is too complex to make one up. */
function exampleOf(pattern: string): string | null {
  const example = pattern.replace(/\/$/, '/**').replaceAll(/\*+/g, 'example').replaceAll('?', 'e');
  return /[[\]{}()|\\]/.test(example) ? null : example;
}
