/** What was found wrong with a page, in one line that names what was asserted. */
export type Problem = { readonly kind: ProblemKind; readonly detail: string };

/** Everything the browser tests assert. */
export type ProblemKind =
  | 'console error'
  | 'request'
  | 'script from data'
  | 'accessibility'
  | 'wider than the screen'
  | 'filter'
  | 'deep link'
  | 'theme'
  | 'keyboard'
  | 'without script'
  | 'paper';

/** A problem where something expected is not so; none where it is. */
export function expectThat(kind: ProblemKind, isSo: boolean, detail: string): readonly Problem[] {
  return isSo ? [] : [{ kind, detail }];
}
