/** What the isolation test of the queries asks about the story of a supplier: its plans, decisions, renames and events. */
import type { Database, Scope } from "../../db/database";
import * as audit from "../../db/queries/audit";
import * as history from "../../db/queries/history";
import * as register from "../../db/queries/register";
import * as plans from "../../db/queries/plans";
import * as understanding from "../../db/queries/understanding";
import type { AGeneration } from "./databases";

/** The draft's entry has a day. */
export const MORE_OF_THE_DRAFT = { dueOn: "2026-02-01" } as const;
/** The decision was made with others. */
export const MORE_OF_THE_DECISION = { batch: "batch-1" } as const;

export function furtherQuestions(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    followedUp: (scope) => plans.followedUp(asked().db, scope, "draft"),
    lastChosen: (scope) => plans.lastChosen(asked().db, scope, "draft"),
    entriesOf: (scope) => plans.entriesOf(asked().db, scope, "draft", asked().made.nos),
    lastPosition: async (scope) => (await plans.lastPosition(asked().db, scope, "draft")) || null,
    dueEntries: (scope) => plans.dueEntries(asked().db, scope, "draft", 9),
    countDue: async (scope) => (await plans.countDue(asked().db, scope, "draft", "2026-03-01")).total || null,
    plansOfSupplier: (scope) => plans.plansOfSupplier(asked().db, scope, asked().made.nos[0]!),
    publishedLists: (scope) => history.publishedLists(asked().db, scope, [asked().made.no]),
    renamesOfSupplier: (scope) => history.renamesOfSupplier(asked().db, scope, asked().made.nos[0]!, [asked().made.no]),
    auditEvent: async (scope) => {
      // Every chain counts 1, 2, 3: the number alone says nothing of whose event it is.
      const events = await audit.auditTrail(asked().db, scope, { limit: 50 });
      const sealed = events.find(({ name }) => name === "original.sealed");
      return audit.auditEvent(asked().db, scope, sealed?.seq ?? 1_000_000);
    },
    eventsAbout: (scope) => audit.eventsAbout(asked().db, scope, ["original.sealed"], asked().made.importId, 9),
    eventsAfter: (scope) => audit.eventsAfter(asked().db, scope, "original.sealed", 0, 9),
    sourceRowsAt: async (scope) => (await register.sourceRowsAt(asked().db, scope, asked().made.no, [5])).size || null,
    decisionsAbout: async (scope) =>
      (await understanding.decisionsAbout(asked().db, scope, "group", ["account:cleaning"])).size || null,
    decisionsOfBatch: (scope) => understanding.decisionsOfBatch(asked().db, scope, "batch-1"),
    decisionHistory: (scope) => understanding.decisionHistory(asked().db, scope, "group", "account:cleaning"),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
