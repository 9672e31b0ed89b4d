/** The stretches of the queue of matches. */
export const QUEUE_TABS = ["open", "proposed", "match", "not-match", "cannot-tell"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** The stretches of the pairs of suppliers that may be one. */
export const PAIR_TABS = ["open", "merged", "different", "cannot-tell"] as const;
export type PairTab = (typeof PAIR_TABS)[number];
