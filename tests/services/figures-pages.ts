/** What the pages of the workspace of figures show: each asked once, by the function its route asks. */
import { demandPage } from "../../app/lib/demand-page.server";
import { findingsTab } from "../../app/lib/finding-page.server";
import { followUpView } from "../../app/lib/follow-up-page.server";
import { followUpAsked } from "../../app/lib/follow-up-query";
import { checkView } from "../../app/services/checks/check-view.server";
import { categoryStory } from "../../app/services/categories/category-record.server";
import { overviewOf } from "../../app/services/overview/overview.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { matchQueue } from "../../app/services/screening/matches-view.server";
import { eq } from "drizzle-orm";
import { A_DAY } from "../builders";
import { dayOf } from "./figures-days";
import type { FiguresPlace } from "./figures-place";

/** That of a report without one chosen: the twelve months that end today. */
export const PERIOD = { from: "2025-03-03", to: dayOf(0) };

const tab = (at: FiguresPlace, name: string) => followUpView(at.db, at.owner, followUpAsked(new URLSearchParams(`tab=${name}`)), PERIOD.to); // prettier-ignore

const ASK = {
  overview: async ({ db, owner, generation }: FiguresPlace) => (await overviewOf(db, owner, generation))!,
  /** As an officer reads it, who may not know what was told in confidence. */
  findings: ({ db, officer }: FiguresPlace) => findingsTab(db, officer),
  actions: (at: FiguresPlace) => tab(at, "actions"),
  repayments: (at: FiguresPlace) => tab(at, "repayments"),
  decisions: (at: FiguresPlace) => tab(at, "decisions"),
  demand: ({ db, owner }: FiguresPlace) => demandPage(db, owner, PERIOD, A_DAY),
  matches: ({ db, owner }: FiguresPlace) => matchQueue(db, owner, { tab: "open", after: null }, A_DAY),
  check: ({ db, owner, checkId }: FiguresPlace) => checkView(db, owner, checkId),
  category: ({ db, owner, categoryId }: FiguresPlace) => categoryStory(db, owner, categoryId),
  /** By the supplier's name, as a purchaser reads it. */
  answers: async ({ db, purchaser, line, names }: FiguresPlace) =>
    new Map(await Promise.all(names.map(async (name) => [name, await recruitmentView(db, purchaser, line(name).id)] as const))), // prettier-ignore
} as const;
type Asked = { readonly [K in keyof typeof ASK]: Awaited<ReturnType<(typeof ASK)[K]>> };

const known = new WeakMap<FiguresPlace, Map<string, Promise<unknown>>>();

/** What a page shows. */
export function page<K extends keyof Asked>(at: FiguresPlace, name: K): Promise<Asked[K]> {
  const asked = known.get(at) ?? new Map<string, Promise<unknown>>();
  known.set(at, asked);
  const found = asked.get(name) ?? ASK[name](at);
  asked.set(name, found);
  return found as Promise<Asked[K]>;
}

type Tables = FiguresPlace["db"]["t"];
/** The rows of the workspace in tables of the follow-up and of answers, as the database keeps them. */
export type Kept = "findings" | "correctiveActions" | "actionSteps" | "repaymentGroups" | "repaymentEntries" | "supplierDecisions" | "readings" | "matchCandidates" | "evidence"; // prettier-ignore
export const rowsOf = async <K extends Kept>({ db, owner }: FiguresPlace, table: K): Promise<Tables[K]["$inferSelect"][]> => // prettier-ignore
  (await db.q.select().from(db.t[table] as Tables["findings"]).where(eq((db.t[table] as Tables["findings"]).workspaceNo, owner.workspaceNo))) as never; // prettier-ignore

export const inPeriod = (at: Date | string): boolean => {
  const day = typeof at === "string" ? at : at.toISOString().slice(0, 10);
  return day >= PERIOD.from && day <= PERIOD.to;
};
