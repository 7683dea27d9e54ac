/** Why a model gave nothing that could be evidence. */
export type Unasked = { readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled' };
