/** Why this run exists, and the commits it compares: full 40-digit shas, never refs. */
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
      /** How it was asked for, where not by a push. */
      readonly onDemand?: 'label' | 'comment';
    }
  | {
      readonly kind: 'merge-group';
      readonly base: string;
      readonly head: string;
      /** What the group stands on: config and commands. */
      readonly baseTip: string;
      /** The head may hold what a fork wrote. */
      readonly fromFork: boolean;
      /** The pull request in it; null where it is not known. */
      readonly number: number | null;
    }
  | {
      readonly kind: 'manual';
      readonly base: string;
      readonly head: string;
      /** What `base` names: config and commands, where the working tree's own file is not meant. */
      readonly baseTip?: string;
    }
  /** Every spec as it stands in one commit; nothing is compared with another text of it. */
  | { readonly kind: 'audit'; readonly head: string };
