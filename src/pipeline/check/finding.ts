/** One line of `doctor`; `wrong` = a check would end with exit code 2. */
export type Finding = { readonly kind: 'fine' | 'note' | 'wrong'; readonly text: string };

const shownAtMost = 8;

/** The first paths of a list, and how many more there are. */
export function someOf(paths: readonly string[]): string {
  const more = paths.length - shownAtMost;
  return `${paths.slice(0, shownAtMost).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
