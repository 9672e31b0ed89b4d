import type { Database, Scope } from "../../../db/database";
import { floorFindingsAbout, standingAt } from "../../../db/queries/floor-findings";
import { scoringChanges } from "../../../db/queries/history";
import { mergesAt, numbersBy } from "../../../db/queries/merges";
import { readingsAbout, toldByList } from "../../../db/queries/readings";
import { findGeneration, findSupplier, type RegisterLine } from "../../../db/queries/register";
import { decisionHistory, decisionsOfSupplier, type DecisionRow } from "../../../db/queries/understanding";
import type { RiskReference } from "../../../risk-models/reference-types";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { knownAt, openReadings } from "../../recruitment/readings";
import { findImport } from "../imports/import-record.server";
import { assessorFor, dayOf } from "../scoring/assessor.server";
import { keptData } from "../scoring/kept-data.server";
import { asFinding } from "../scoring/stored-finding";
import { isKept, listOn, type ListOn } from "../trail/list-then.server";
import { readReading, type StoredAnswer } from "./stored-answers";
import { internalView, type AssessmentView } from "./views-of-supplier";

/** A decision in the facts that was not in force on the day, or was in force and is not in them. */
export interface LaterDecision {
  readonly label: string;
  readonly decidedAt: Date;
  readonly undoneAt: Date | null;
}

export type SupplierAsOf = { readonly day: IsoDate } & (
  | {
      readonly known: false;
      /** `list-gone`: its lines are not kept, and what was made of it since does not have the supplier. */
      readonly why: "no-list" | "not-in-list" | "list-gone" | "list-erased";
    }
  | {
      readonly known: true;
      /** As that list has it. */
      readonly name: string;
      readonly line: RegisterLine;
      /** The list that was shown at the end of the day. */
      readonly list: { readonly fileName: string; readonly publishedAt: Date };
      readonly modelId: string;
      /** The reference data of the list that day. */
      readonly risk: RiskReference;
      readonly view: AssessmentView;
      /** The answers known by then. */
      readonly readings: readonly StoredAnswer[];
      readonly decisionsSince: readonly LaterDecision[];
      /** The list of that day with its facts; else those of today's decisions about groups. */
      readonly isKept: boolean;
    }
);

/**
 * A supplier as it was known at the end of a day (UTC): the list shown then, the answers recorded by then and not taken back
 * by then, and the model and the reference data the list was scored with that day. Where the list was built again since and not
 * kept, its facts hold the decisions about groups of today: those that came or went since are named.
 */
export async function supplierAsOf(
  db: Database,
  scope: Scope,
  supplierId: string,
  day: IsoDate,
): Promise<SupplierAsOf> {
  for (;;) {
    const on = await listOn(db, scope, day);
    const found = await asOfList(db, scope, supplierId, day, on);
    // It may have been swept while it was read, and its rows with it.
    if (on.is !== "kept" || (await isKept(db, scope, on.list.generation.no))) return found;
  }
}

async function asOfList(
  db: Database,
  scope: Scope,
  supplierId: string,
  day: IsoDate,
  on: ListOn,
): Promise<SupplierAsOf> {
  const until = endOfDay(day);
  if (on.is === "none") return { day, known: false, why: "no-list" };
  if (on.list === "erased") return { day, known: false, why: "list-erased" };
  const { importId, publishedAt } = on.list;
  const record = await findImport(db, scope, importId);
  const generation = on.is === "kept" ? on.list.generation.no : record.generation;
  const line = generation === null ? null : await findSupplier(db, scope, supplierId, generation);
  if (generation === null || !line) return { day, known: false, why: on.is === "kept" ? "not-in-list" : "list-gone" };
  const told = await toldByList(db, scope, generation, [line.supplierNo]);
  const listReadings = told.has(line.supplierNo) ? told.get(line.supplierNo)! : line.readings;
  const numbers = numbersBy(await mergesAt(db, scope, until), line.supplierNo);
  const all = knownAt((await readingsAbout(db, scope, numbers)).map(readReading), until);
  const readings = can(scope.role, "protected:read") ? all : openReadings(all);
  const { modelId, dataHash } =
    on.is === "kept" ? on.list.generation : await scoredThen(db, scope, importId, until, generation);
  const data = await keptData(db, dataHash);
  const { engine } = assessorFor(day, modelId, data);
  const findings = standingAt(await floorFindingsAbout(db, scope, numbers), until).map(asFinding);
  const supplier = { line, listReadings, listDay: dayOf(record.createdAt), findings };
  return {
    day,
    known: true,
    name: line.name,
    line,
    list: { fileName: record.upload.fileName, publishedAt: record.publishedAt ?? publishedAt ?? until },
    modelId: engine.model,
    risk: data.risk,
    view: internalView(engine, supplier, openReadings(readings), day),
    readings,
    isKept: on.is === "kept",
    decisionsSince: on.is === "kept" ? [] : await decisionsSince(db, scope, generation, line, until),
  };
}

/** Model and reference data of a list at an instant: what it has now, with every later change taken back. */
async function scoredThen(
  db: Database,
  scope: Scope,
  importId: string,
  until: Date,
  generation: number,
): Promise<{ readonly modelId: string; readonly dataHash: string }> {
  const now = await findGeneration(db, scope, generation);
  if (!now) throw new Error(`The list ${generation} is not kept`);
  const changes = await scoringChanges(db, scope, importId);
  const then = (what: "model" | "data", today: string) =>
    changes.find((change) => change.what === what && change.at > until)?.from ?? today;
  return { modelId: then("model", now.modelId), dataHash: then("data", now.dataHash) };
}

async function decisionsSince(
  db: Database,
  scope: Scope,
  generation: number,
  { supplierNo, nameKey }: { readonly supplierNo: number; readonly nameKey: string },
  until: Date,
): Promise<LaterDecision[]> {
  const [applied, ofPayee] = await Promise.all([
    decisionsOfSupplier(db, scope, generation, supplierNo),
    decisionHistory(db, scope, "payee", nameKey),
  ]);
  const came = applied.filter(({ decidedAt }) => decidedAt > until);
  const went = ofPayee.filter(({ decidedAt, undoneAt }) => decidedAt <= until && undoneAt !== null && undoneAt > until);
  const byId = new Map<string, DecisionRow>([...came, ...went].map((one) => [one.id, one]));
  return [...byId.values()].map(({ label, decidedAt, undoneAt }) => ({ label, decidedAt, undoneAt }));
}
