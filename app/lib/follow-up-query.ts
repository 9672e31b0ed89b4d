/** The address of the follow-up: which tab, which filters, which month. Pure. */
import { pastDay } from "./as-known-on";
import type { Permission } from "./permissions";

export const FOLLOW_UP_TABS = ["actions", "findings", "repayments", "decisions"] as const;
export type FollowUpTab = (typeof FOLLOW_UP_TABS)[number];
/** How the tab of actions is shown. */
export const ACTION_SHAPES = ["list", "board", "calendar"] as const;
export type ActionShape = (typeof ACTION_SHAPES)[number];

export interface FollowUpAsked {
  readonly tab: FollowUpTab;
  readonly shape: ActionShape;
  /** An id of a member; "": all. */
  readonly owner: string;
  readonly state: string;
  readonly severity: string;
  /** Words of a supplier's name. */
  readonly supplier: string;
  readonly overdue: boolean;
  /** `YYYY-MM`; "": the month it is. */
  readonly month: string;
  /** `YYYY-MM-DD`: as known at the end of this past day; "": as it stands. */
  readonly on: string;
}

const oneOf = <const T extends string>(words: readonly T[], text: string | null): T =>
  words.find((word) => word === text) ?? words[0]!;

/** @param today a past day is before it; null: what is asked for has no past days. */
export function followUpAsked(search: URLSearchParams, today: string | null = null): FollowUpAsked {
  const text = (name: string, pattern: RegExp) => pattern.exec(search.get(name) ?? "")?.[0] ?? "";
  return {
    tab: oneOf(FOLLOW_UP_TABS, search.get("tab")),
    shape: oneOf(ACTION_SHAPES, search.get("as")),
    owner: text("owner", /^[\w-]{1,40}$/u),
    state: text("state", /^[a-z-]{1,20}$/u),
    severity: text("severity", /^[a-z]{1,20}$/u),
    supplier: (search.get("supplier") ?? "").trim().slice(0, 100),
    overdue: search.get("overdue") === "1",
    month: text("month", /^\d{4}-(?:0[1-9]|1[0-2])$/u),
    on: (today !== null && pastDay(search, today)) || "",
  };
}

/** What a reader must be allowed to see for it. */
export const permissionFor = ({ tab }: Pick<FollowUpAsked, "tab">): Permission =>
  tab === "repayments" ? "repayment:read" : "action:read";

/** The query of an address that asks this; what is as usual is left out. */
export function followUpQuery(asked: Partial<FollowUpAsked>): string {
  const query = new URLSearchParams();
  if (asked.tab && asked.tab !== FOLLOW_UP_TABS[0]) query.set("tab", asked.tab);
  if (asked.shape && asked.shape !== ACTION_SHAPES[0]) query.set("as", asked.shape);
  for (const name of ["owner", "state", "severity", "supplier", "month", "on"] as const)
    if (asked[name]) query.set(name, asked[name]);
  if (asked.overdue) query.set("overdue", "1");
  return query.toString();
}

interface Filterable {
  readonly owner: string | null;
  readonly state: string;
  readonly severity: string | null;
  readonly supplier: string;
  readonly overdueDays: number;
}

/** Does a line stand among what is asked for? A filter that the line has no word for leaves it out. */
export function isAsked(asked: FollowUpAsked, line: Filterable): boolean {
  const { owner, state, severity, supplier, overdue } = asked;
  return (
    (owner === "" || line.owner === owner) &&
    (state === "" || line.state === state) &&
    (severity === "" || line.severity === severity) &&
    (supplier === "" || line.supplier.toLocaleLowerCase().includes(supplier.toLocaleLowerCase())) &&
    (!overdue || line.overdueDays > 0)
  );
}
