/** A fault of a page, in one line that names the assertion. */
export type Problem = { readonly kind: ProblemKind; readonly detail: string };

/** Everything the browser tests assert. */
export type ProblemKind =
  | 'console error'
  | 'request'
  | 'script from data'
  | 'accessibility'
  | 'wider than the screen'
  | 'first screen'
  | 'phone'
  | 'filter'
  | 'deep link'
  | 'theme'
  | 'keyboard'
  | 'without script'
  | 'paper';

/** A problem if an expectation does not hold, otherwise none. */
export function expectThat(kind: ProblemKind, isSo: boolean, detail: string): readonly Problem[] {
  return isSo ? [] : [{ kind, detail }];
}
