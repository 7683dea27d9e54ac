/** One line of `doctor`; `wrong` = a check would end with exit code 2. */
export type Finding = { readonly kind: 'fine' | 'note' | 'wrong'; readonly text: string };
