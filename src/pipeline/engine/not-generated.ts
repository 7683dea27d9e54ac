/** Why a model gave nothing that could be evidence, and what was said about it, if anything was. */
export type NotGenerated = {
  readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled';
  readonly detail?: string;
};
