/** Why this run exists, and the commits that it compares: full 40-digit shas, never refs. */
export type Trigger =
  | {
      readonly kind: 'pull-request';
      readonly number: number;
      /** Merge-base of the pull request: trees, spec texts and tests of the base side. */
      readonly base: string;
      readonly head: string;
      /** Tip of the base branch: config and commands. */
      readonly baseTip: string;
      readonly fromFork: boolean;
      /** How it was requested, if not by a push. */
      readonly onDemand?: 'label' | 'comment';
    }
  | {
      readonly kind: 'merge-group';
      readonly base: string;
      readonly head: string;
      /** Tip on which the group is built: config and commands. */
      readonly baseTip: string;
      /** The head may contain code from a fork. */
      readonly fromFork: boolean;
      /** The pull request in the group; null when it is not known. */
      readonly number: number | null;
    }
  | {
      readonly kind: 'manual';
      readonly base: string;
      readonly head: string;
      /** The commit that `base` names, for config and commands; missing if the working tree's own file is used. */
      readonly baseTip?: string;
      /** The head is on no branch of the repository that is known here; missing where a person owns the checkout. */
      readonly fromFork?: boolean;
    }
  /** Every spec of one commit; nothing is compared with another text of it. */
  | { readonly kind: 'audit'; readonly head: string };
