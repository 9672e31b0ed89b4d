import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { eventsAbout, type SignedEvent } from "../../../db/queries/audit";
import { publishedLists, renamesOfSupplier, type PublishedList } from "../../../db/queries/history";
import { plansOfSupplier } from "../../../db/queries/plans";
import { supplierHistory as linesOfSupplier, type RegisterLine } from "../../../db/queries/register";
import { decisionHistory, decisionsOfSupplier } from "../../../db/queries/understanding";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { PLAN_OUTCOMES, type PlanOutcome } from "../../../db/schema/plans";
import type { Band, Level } from "../../../risk-models/types";
import type { DecisionScope, Decision } from "../../groups/decision";
import { matchStory, type MatchEvent } from "../screening/match-story.server";
import { answersStory, type AnswersEvent } from "../readings/answers-story.server";
import { decisionStory, type SupplierDecisionEvent } from "../remedy/decision-story.server";
import { MovedContents } from "../plan/undo-moves.server";
import { parsedDecision } from "../understanding/counted-list.server";

/** Facts that are compared from list to list. */
export const HISTORY_FACTS = ["name", "seat", "placeOfWork", "origin", "role", "sector", "product", "workers"] as const;
export type HistoryFact = (typeof HISTORY_FACTS)[number];

/** What a list said of the supplier in numbers. */
export interface Measured {
  readonly level: Level;
  readonly band: Band | null;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** As stored: `{ currency: [sum, credit notes] }`. */
  readonly amounts: string | null;
}

interface At {
  readonly at: Date;
  /** Null: the program, or a person without an account any more. */
  readonly who: string | null;
}

export type HistoryEvent = At &
  (
    | {
        readonly kind: "list";
        readonly fileName: string;
        readonly modelId: string;
        /** Null in the first list that knows it. */
        readonly before: Measured | null;
        readonly now: Measured;
        readonly changes: readonly { fact: HistoryFact; from: string | null; to: string | null }[];
      }
    | {
        readonly kind: "decided" | "undone";
        readonly about: DecisionScope;
        readonly label: string;
        readonly said: Decision;
      }
    | { readonly kind: "renamed" | "not-renamed" }
    | { readonly kind: "moved"; readonly to: "in" | "out"; readonly reason: string; readonly isInForce: boolean }
    | { readonly kind: "move-undone" }
    | { readonly kind: "accepted" }
    | {
        readonly kind: "outcome";
        readonly outcome: PlanOutcome;
        readonly on: string;
        readonly note: string | null;
        readonly dueOn: string | null;
      }
    | AnswersEvent
    | Omit<MatchEvent, keyof At>
    | Omit<SupplierDecisionEvent, keyof At>
  );

const LISTS = 20;
const EVENTS = 60;

/**
 * What changed about a supplier from one published list to the next, and what was decided about it, the newest first.
 * @param seesPlan the reader may know of plans.
 */
export async function supplierStory(
  db: Database,
  scope: Scope,
  line: RegisterLine,
  seesPlan: boolean,
): Promise<HistoryEvent[]> {
  const lines = await linesOfSupplier(db, scope, line.id, LISTS);
  const generations = lines.map(({ generation }) => generation);
  const [lists, renames, ofPayee, applied, answers, matched, remedied, planned] = await Promise.all([
    publishedLists(db, scope, generations),
    renamesOfSupplier(db, scope, line.supplierNo, generations),
    decisionHistory(db, scope, "payee", line.nameKey),
    decisionsOfSupplier(db, scope, line.generation, line.supplierNo),
    answersStory(db, scope, line.supplierNo),
    matchStory(db, scope, line.supplierNo),
    decisionStory(db, scope, line.supplierNo),
    seesPlan ? planEvents(db, scope, line) : [],
  ]);
  const own = new Set(ofPayee.map(({ id }) => id));
  const others = applied.filter(({ id }) => !own.has(id)).map((row) => ({ ...row, undoneByName: null }));
  const decided = [...ofPayee, ...others].flatMap((row): HistoryEvent[] => {
    const { label, scope: about, who, decidedAt, undoneAt, undoneByName, decision } = parsed(row);
    const said = { about, label, said: decision };
    return [
      { kind: "decided", at: decidedAt, who, ...said },
      ...(undoneAt ? [{ kind: "undone" as const, at: undoneAt, who: undoneByName, ...said }] : []),
    ];
  });
  const renamed = renames.flatMap(({ decision, decidedAt, who }): HistoryEvent[] =>
    decidedAt ? [{ kind: decision === "confirmed" ? "renamed" : "not-renamed", at: decidedAt, who }] : [],
  );
  return [...listEvents(lines, lists), ...decided, ...renamed, ...answers, ...matched, ...remedied, ...planned]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, EVENTS);
}

type DecidedRow = Awaited<ReturnType<typeof decisionHistory>>[number];
const parsed = (row: DecidedRow) => ({ ...parsedDecision(row), undoneByName: row.undoneByName });

const measured = ({ level, band, score, rangeLow, rangeHigh, amounts }: RegisterLine): Measured => ({
  level: wordOf(LEVEL_CODES, level),
  band: wordOf(BAND_CODES, band),
  score,
  low: rangeLow,
  high: rangeHigh,
  amounts,
});

const FACT_OF: Readonly<Record<HistoryFact, (line: RegisterLine) => string | null>> = {
  name: ({ name }) => name,
  seat: ({ seat }) => seat,
  placeOfWork: ({ placeOfWork }) => placeOfWork,
  origin: ({ origin }) => origin,
  role: ({ role }) => wordOf(ROLE_CODES, role),
  sector: ({ isic }) => isic,
  product: ({ product }) => product,
  workers: ({ workers }) => (workers === null ? null : String(workers)),
};

/** One event a list, compared with the list before it. `lines` are the newest first. */
function listEvents(lines: readonly RegisterLine[], lists: readonly PublishedList[]): HistoryEvent[] {
  const byNo = new Map(lists.map((list) => [list.generation, list]));
  return lines.flatMap((line, at): HistoryEvent[] => {
    const list = byNo.get(line.generation);
    if (!list?.publishedAt) return [];
    const before = lines[at + 1];
    const changes = before
      ? HISTORY_FACTS.map((fact) => ({ fact, from: FACT_OF[fact](before), to: FACT_OF[fact](line) })).filter(
          ({ from, to }) => from !== to,
        )
      : [];
    const { fileName, modelId, publishedAt } = list;
    return [
      {
        kind: "list",
        at: publishedAt,
        who: null,
        fileName,
        modelId,
        before: before ? measured(before) : null,
        now: measured(line),
        changes,
      },
    ];
  });
}

const Moved = z.object({ to: z.string(), reason: z.string() });
const Updated = z.object({
  outcome: z.enum(PLAN_OUTCOMES),
  on: z.string(),
  note: z.string().nullable(),
  dueOn: z.string().nullable().default(null),
});

async function planEvents(db: Database, scope: Scope, { id, supplierNo }: RegisterLine): Promise<HistoryEvent[]> {
  const names = ["plan.entry-moved", "plan.entries-moved", "plan.moves-undone", "plan.entry-updated"] as const;
  const [events, placed] = await Promise.all([
    eventsAbout(db, scope, names, id, EVENTS),
    plansOfSupplier(db, scope, supplierNo),
  ]);
  const accepted = placed.flatMap(({ plan, entry, acceptedByName }): HistoryEvent[] =>
    plan.acceptedAt && (entry.part === "chosen" || entry.part === "drawn")
      ? [{ kind: "accepted", at: plan.acceptedAt, who: acceptedByName }]
      : [],
  );
  return [...events.map(planEvent), ...accepted];
}

function planEvent({ name, at, who, contents }: SignedEvent): HistoryEvent {
  const told: unknown = JSON.parse(contents ?? "{}");
  if (name === "plan.moves-undone") return { kind: "move-undone", at, who };
  if (name === "plan.entry-updated") return { kind: "outcome", at, who, ...Updated.parse(told) };
  if (name === "plan.entries-moved") {
    const { to, reason, state } = MovedContents.parse(told);
    return { kind: "moved", at, who, to, reason, isInForce: state === "accepted" };
  }
  const { to, reason } = Moved.parse(told);
  return { kind: "moved", at, who, to: to === "out" ? "out" : "in", reason, isInForce: false };
}
