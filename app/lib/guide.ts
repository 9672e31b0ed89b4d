/** The three steps from nothing to a plan, ticked off by what the workspace really holds. Pure. */
export const GUIDE_STEPS = ["list", "understand", "plan"] as const;
export type GuideStepId = (typeof GUIDE_STEPS)[number];

/** What is known of a workspace without asking anyone. */
export interface GuideFacts {
  /** A list is published: everyone sees it. */
  readonly hasList: boolean;
  /** Share of the list that is not yet understood, 0 to 1; null when there is nothing to understand. */
  readonly open: number | null;
  readonly plan: "none" | "draft" | "accepted";
}

export interface GuideStep {
  readonly id: GuideStepId;
  readonly state: "done" | "now" | "later";
}

/** Nine tenths understood is enough to plan with; the rest is small change. */
export const ENOUGH_OPEN = 0.1;

/** The steps in order: what is done, the first that is not, and what comes later. */
export function guideSteps({ hasList, open, plan }: GuideFacts): readonly GuideStep[] {
  const done: Readonly<Record<GuideStepId, boolean>> = {
    list: hasList,
    understand: hasList && (open ?? 0) <= ENOUGH_OPEN,
    plan: plan === "accepted",
  };
  const now = GUIDE_STEPS.find((id) => !done[id]);
  return GUIDE_STEPS.map((id) => ({ id, state: done[id] ? "done" : id === now ? "now" : "later" }));
}
