/**
 * Findings, what happened with them and documents, as rows of text for somebody outside: as they stand, and as they were known at the
 * end of a past day. Nothing protected is read here.
 */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { countRecordsUntil } from "../../../db/queries/disclosure-counts";
import { evidenceAbout, evidenceOfSuppliers, listEvidence, usesOfEvidence } from "../../../db/queries/evidence";
import { findingsAbout, findingsOfSuppliers, listFindings, stepsOfFindings } from "../../../db/queries/findings";
import { mergesAt, numbersBy } from "../../../db/queries/merges";
import { linesOf } from "../../../db/queries/register";
import { eventsUntil } from "../../../db/queries/trail";
import { ACCESS_CLASSES, type AccessClass } from "../../../db/schema/findings";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { isLeftOut, type DisclosedRecord } from "../../lib/disclosure";
import { findingThen, stepsThen } from "../findings/findings-then.server";
import { supplierNoIn } from "../findings/supplier-in-scope.server";
import { shownList } from "../imports/shown-list.server";
import { parseContents } from "../trail/trail-view.server";

/** The most records of each kind of a workspace that are read. */
const MOST = 20_000;

type Stored = Awaited<ReturnType<typeof listFindings>>[number];
/** Null: nothing tells any more which class it had. */
type Finding = Omit<Stored, "accessClass"> & { readonly accessClass: AccessClass | null };
type Documents = Awaited<ReturnType<typeof listEvidence>>;

interface Sources<F = Finding> {
  readonly findings: readonly F[];
  readonly steps: Awaited<ReturnType<typeof stepsOfFindings>>;
  readonly documents: Documents;
  readonly uses: Awaited<ReturnType<typeof usesOfEvidence>>;
}

/** What belongs together, by the id it belongs to, in its order. */
function grouped<One>(all: readonly One[], idOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const found = new Map<string, One[]>();
  for (const one of all) {
    const known = found.get(idOf(one));
    if (known) known.push(one);
    else found.set(idOf(one), [one]);
  }
  return found;
}

/** Steps and uses of these findings and documents. */
async function sourcesOf(
  db: Database,
  scope: Scope,
  { findings, documents }: Pick<Sources<Stored>, "findings" | "documents">,
): Promise<Sources<Stored>> {
  const [steps, uses] = await Promise.all([
    stepsOfFindings(
      db,
      scope,
      findings.map(({ id }) => id),
    ),
    usesOfEvidence(
      db,
      scope,
      documents.map(({ id }) => id),
    ),
  ]);
  return { findings, steps, documents, uses };
}

/** The records as rows; members are not named, suppliers as they are named in the list that is shown today. */
async function rowsOf(db: Database, scope: Scope, sources: Sources): Promise<DisclosedRecord[]> {
  const shown = await shownList(db, scope);
  const numbers = [...new Set([...sources.findings, ...sources.documents].map(({ supplierNo }) => supplierNo))];
  const lines = shown ? await linesOf(db, scope, shown.generation.no, numbers) : [];
  const names = new Map(lines.map(({ supplierNo, name }) => [supplierNo, name]));
  return recordsOf(sources, (supplierNo) => names.get(supplierNo) ?? "");
}

function recordsOf({ findings, steps, documents, uses }: Sources, nameOf: (no: number) => string): DisclosedRecord[] {
  const stepsOf = grouped(steps, ({ findingId }) => findingId);
  const usesOf = grouped(uses, ({ evidenceId }) => evidenceId);
  const all: DisclosedRecord[] = [];
  for (const one of findings) {
    const signs = Array.isArray(one.indicators) ? one.indicators.join(" ") : "";
    const cells = [
      one.id,
      "",
      nameOf(one.supplierNo),
      one.recordedAt.toISOString(),
      one.foundOn,
      one.source,
      one.saidBy,
    ];
    const more = [one.site ?? "", one.product ?? "", signs, one.severity, one.status, one.summary, ""];
    all.push({ kind: "finding", accessClass: one.accessClass, cells: [...cells, ...more, one.undoneReason ?? ""] });
    for (const step of stepsOf.get(one.id) ?? []) {
      const what = step.kind === "status" ? (step.status ?? "") : step.kind;
      const at = [step.id, one.id, nameOf(one.supplierNo), step.recordedAt.toISOString(), step.validOn];
      const said = ["", "", "", "", "", "", what, step.text, "", step.undoneReason ?? ""];
      all.push({ kind: "step", accessClass: one.accessClass, cells: [...at, ...said] });
    }
  }
  for (const one of documents) {
    const backs = (usesOf.get(one.id) ?? []).map(({ usedForId }) => usedForId);
    const cells = [one.id, backs.join(" "), nameOf(one.supplierNo), one.recordedAt.toISOString(), one.issuedOn ?? ""];
    const more = [one.strength, one.issuer, one.site ?? "", one.product ?? "", "", "", "", one.shows, one.sha256];
    all.push({ kind: "document", accessClass: one.accessClass, cells: [...cells, ...more, one.undoneReason ?? ""] });
  }
  return all;
}

/** The records of a supplier, or with null of the workspace, as they stand. @throws Problem `finding.supplier` (404). */
export async function disclosedRecords(
  db: Database,
  scope: Scope,
  supplierId: string | null,
): Promise<DisclosedRecord[]> {
  const no = supplierId === null ? null : await supplierNoIn(db, scope, supplierId);
  const [findings, documents] = await Promise.all([
    no === null ? listFindings(db, scope, { limit: MOST }) : findingsAbout(db, scope, no),
    no === null ? listEvidence(db, scope, MOST) : evidenceAbout(db, scope, no),
  ]);
  return rowsOf(db, scope, await sourcesOf(db, scope, { findings, documents }));
}

const Recorded = z.object({
  findingId: z.string(),
  finding: z.object({ accessClass: z.enum(ACCESS_CLASSES) }),
});

/** The records of a past day; `untold`: findings among them whose class of that day nothing tells any more. */
export interface DisclosureThen {
  readonly records: readonly DisclosedRecord[];
  readonly untold: number;
}

/** The classes that findings were recorded with, as the chain has them. */
async function firstClasses(db: Database, scope: Scope, end: Date): Promise<ReadonlyMap<string, AccessClass>> {
  const events = await eventsUntil(db, scope, ["finding.recorded", "protected-finding.released"], end);
  return new Map(
    events.flatMap(({ contents }) => {
      const { data } = Recorded.safeParse(parseContents(contents));
      return data ? [[data.findingId, data.finding.accessClass] as const] : [];
    }),
  );
}

/** Findings with the status and the class of the day, and their steps. Pure. */
function asThen(
  { findings, steps, ...more }: Sources<Stored>,
  classes: ReadonlyMap<string, AccessClass>,
  end: Date,
): Sources {
  const stepsOf = grouped(steps, ({ findingId }) => findingId);
  const known = findings.flatMap((finding) => {
    const all = stepsOf.get(finding.id) ?? [];
    const then = findingThen({ finding, isProtected: false as const }, all, end);
    if (!then) return [];
    const given = all.filter(({ kind }) => kind === "class");
    const last = given.findLast(({ recordedAt }) => recordedAt <= end)?.accessClass ?? null;
    const accessClass = last ?? (given.length > 0 ? (classes.get(finding.id) ?? null) : finding.accessClass);
    return [{ ...finding, ...then.finding, accessClass }];
  });
  return { ...more, findings: known, steps: stepsThen(steps, end) };
}

/**
 * The records of a supplier, and of those that had been merged into it by then; with null those of the workspace.
 * @param day `YYYY-MM-DD` of UTC. @throws Problem `finding.supplier` (404).
 */
export async function disclosureThen(
  db: Database,
  scope: Scope,
  supplierId: string | null,
  day: IsoDate,
): Promise<DisclosureThen> {
  const end = endOfDay(day);
  const no = supplierId === null ? null : await supplierNoIn(db, scope, supplierId);
  const numbers = no === null ? null : numbersBy(await mergesAt(db, scope, end), no);
  const [findings, documents, classes] = await Promise.all([
    numbers === null
      ? listFindings(db, scope, { before: new Date(end.getTime() + 1), limit: MOST })
      : findingsOfSuppliers(db, scope, numbers),
    numbers === null ? listEvidence(db, scope, MOST, end) : evidenceOfSuppliers(db, scope, numbers, end),
    firstClasses(db, scope, end),
  ]);
  const then = asThen(await sourcesOf(db, scope, { findings, documents }), classes, end);
  const stood = {
    ...then,
    uses: then.uses.filter(({ recordedAt }) => recordedAt <= end),
    documents: then.documents.map((one) =>
      one.undoneAt !== null && one.undoneAt > end
        ? { ...one, undoneBy: null, undoneAt: null, undoneReason: null }
        : one,
    ),
  };
  const untold = then.findings.filter(({ accessClass }) => accessClass === null).length;
  return { records: await rowsOf(db, scope, stood), untold };
}

/** How many records of the workspace there were at the end of a day, as `disclosureThen` has them, without reading them. */
export async function countDisclosedThen(db: Database, scope: Scope, day: IsoDate): Promise<number> {
  const { findings, steps, documents } = await countRecordsUntil(db, scope, endOfDay(day));
  return findings + steps + documents;
}

/** How many records of each kind a file up to a class would have held, and how many places it would have left out. Pure. */
export interface DisclosureCount {
  readonly upTo: AccessClass;
  readonly findings: number;
  readonly steps: number;
  readonly documents: number;
  readonly leftOut: number;
}

/** For each class, the most open first. Pure. */
export const countedByClass = (records: readonly DisclosedRecord[]): DisclosureCount[] =>
  ACCESS_CLASSES.map((upTo) => {
    const given = records.filter((one) => !isLeftOut(one, upTo));
    const count = (kind: DisclosedRecord["kind"]) => given.filter((one) => one.kind === kind).length;
    return {
      upTo,
      findings: count("finding"),
      steps: count("step"),
      documents: count("document"),
      leftOut: records.length - given.length,
    };
  });
