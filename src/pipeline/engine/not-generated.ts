/** Why a model gave nothing that could be evidence. */
export type NotGenerated = { readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled' };
