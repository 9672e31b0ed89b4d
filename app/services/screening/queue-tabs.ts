/** The stretches of the queue of matches. */
export const QUEUE_TABS = ["open", "proposed", "match", "not-match", "cannot-tell"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];
