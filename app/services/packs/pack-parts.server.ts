import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { canonicalJson } from "../../../db/canonical-json";
import type { AnyScope, Database } from "../../../db/database";
import { findRiskData } from "../../../db/queries/risk-data";
import type { AccessClass } from "../../../db/schema/findings";
import { isDerived, modelById, modelOrVariant, releasedIdOf } from "../../../risk-models";
import type { RiskModel } from "../../../risk-models";
import type { IsoDate } from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import { ChangeCount, type Changes } from "../../pack/changes";
import { ALL_LISTS, DOCUMENTS, LATER_DOCUMENTS, LISTS, NOTES, OPTIONAL, type Manifest } from "../../pack/format";
import { MeasureCount } from "../../pack/measures";
import type { Totals } from "../../pack/rows";
import { sourcesOfModel } from "../reports/report-sources.server";
import { issueRows, recordRows, supplierRows } from "./list-rows.server";
import { verifierPage } from "./pack-words.server";
import { Recorded } from "./recorded-rows.server";
import { keptWithReports } from "./kept-with-reports.server";
import { PackedReports } from "./report-rows.server";
import { trailRows, type Head } from "./trail-rows.server";
import type { Described, PackPart } from "./write-pack.server";

/** The list a pack is about. */
export interface PackedList {
  readonly generation: number;
  readonly importId: string;
  readonly fileName: string;
  /** Of the file as it was received. */
  readonly sha256: string;
  readonly bytes: number;
  /** The day it was received, on which it was assessed. */
  readonly day: IsoDate;
  /** When another list took its place; null: it is the one that is shown. */
  readonly until: Date | null;
  readonly modelId: string;
  readonly dataDate: IsoDate;
  readonly dataHash: string;
  readonly totals: Totals;
  /** How the file was read, plain JSON. */
  readonly mapping: object;
  /** The file as it is kept; null: there is none. */
  readonly kept: { readonly path: string; readonly cut: boolean; readonly emptied: readonly string[] } | null;
}

export interface PackOrder {
  readonly list: PackedList;
  readonly by: Manifest["by"];
  readonly workspace: Manifest["workspace"];
  readonly upTo: AccessClass;
  readonly head: Head;
  /** What the pack tells whoever opens it, in each language. */
  readonly readMe: { readonly en: string; readonly ru: string };
  /** Name and version of the program. */
  readonly program: string;
  readonly now: Date;
  /** The pack before this one; null: there is none. */
  readonly before: Changes["since"];
  /** The report whose list it holds; null: the list that is shown. */
  readonly reportId: string | null;
  /** Where files lie that were kept with reports; null: none are. */
  readonly dataDir: string | null;
  readonly onSuppliers?: (rows: number) => void | Promise<void>;
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

async function referenceText(db: Database, hash: string): Promise<string> {
  if (hash === reference().riskHash) return reference().riskText();
  const found = await findRiskData(db, hash);
  if (!found) throw new Error(`The reference data ${hash} are not kept in this database`);
  return found.content;
}

function modelsOf(modelId: string): { readonly model: RiskModel; readonly released: RiskModel | null } {
  const model = modelOrVariant(modelId);
  const released = isDerived(modelId) ? modelById(releasedIdOf(modelId)) : null;
  if (!model) throw new Error(`There is no risk model ${modelId}`);
  return { model, released };
}

function withheldCounts({ withheld, counted }: Recorded, reports: PackedReports): Described["withheld"] {
  const { findings, documents, actions, repayments } = withheld;
  return {
    findings: findings.size,
    documents: documents.size,
    actions: actions.size + counted.actions,
    repayments: repayments.size + counted.repayments,
    reports: reports.withheld,
    ...(counted.decisions > 0 && { decisions: counted.decisions }),
  };
}

/** What is in no pack, and what is not in this one. @param missing reports without their kept file. */
const notesOf = (upTo: AccessClass, missing: readonly string[]): NonNullable<Manifest["notes"]> => [
  ...NOTES.filter((code) => code !== "kept-file" && (code !== "no-class" || upTo === "public")).map((code) => ({
    code,
  })),
  ...missing.map((of) => ({ code: "kept-file" as const, of })),
];

/** A document that is counted from what was written before it, so that it is asked for only then. */
const countedLast = (path: string, counted: () => object): PackPart => ({
  path,
  async *bytes() {
    yield Buffer.from(canonicalJson(counted()), "utf8");
  },
});

/** Counts the rows of each list as they are written. */
function tapped(parts: readonly PackPart[], onRow: (path: string, row: object) => void): PackPart[] {
  return parts.map((part) => {
    if (!("rows" in part)) return part;
    async function* rows(from: AsyncIterable<readonly object[]>) {
      for await (const page of from) {
        for (const row of page) onRow(part.path, row);
        yield page;
      }
    }
    return { ...part, rows: () => rows(part.rows()) };
  });
}

/** What goes into a pack, file by file in its order, and what its manifest says. Reads the list and the records when it is written. */
export async function packParts(
  db: Database,
  scope: AnyScope,
  order: PackOrder,
): Promise<{ readonly parts: readonly PackPart[]; readonly described: Described }> {
  const { list, upTo, head, before } = order;
  const recorded = await Recorded.of(db, scope, upTo, list.until);
  const reports = await PackedReports.of(db, scope, upTo, recorded, head);
  const { model, released } = modelsOf(list.modelId);
  const [modelText, releasedText] = [canonicalJson(model), released && canonicalJson(released)];
  const { kept } = list;
  const files = await keptWithReports(scope, reports.files, order.dataDir);
  const [measures, changes] = [new MeasureCount(), new ChangeCount(before?.headSeq ?? null)];
  const lists: PackPart[] = [
    { path: DOCUMENTS.readMe, text: order.readMe.en },
    { path: DOCUMENTS.readMeRu, text: order.readMe.ru },
    { path: OPTIONAL.page, text: verifierPage() },
    { path: DOCUMENTS.mapping, text: canonicalJson(list.mapping) },
    { path: DOCUMENTS.totals, text: canonicalJson(list.totals) },
    { path: DOCUMENTS.model, text: modelText },
    ...(releasedText === null ? [] : [{ path: OPTIONAL.released, text: releasedText }]),
    { path: DOCUMENTS.reference, text: await referenceText(db, list.dataHash) },
    { path: DOCUMENTS.sources, text: canonicalJson(sourcesOfModel(released ?? model)) },
    ...(kept === null ? [] : [{ path: OPTIONAL.kept, bytes: () => createReadStream(kept.path) }]),
    {
      path: LISTS.suppliers,
      rows: () => supplierRows(db, scope, list.generation, list.day, order.onSuppliers ?? (() => {})),
    },
    { path: LISTS.records, rows: () => recordRows(db, scope, list.generation) },
    { path: LISTS.issues, rows: () => issueRows(db, scope, list.generation) },
    { path: LISTS.readings, rows: () => recorded.readings() },
    { path: LISTS.editions, rows: () => recorded.editions() },
    { path: LISTS.matches, rows: () => recorded.matches() },
    { path: LISTS.findings, rows: () => recorded.findings() },
    { path: LISTS.findingSteps, rows: () => recorded.findingSteps() },
    { path: LISTS.documents, rows: () => recorded.documents() },
    { path: LISTS.actions, rows: () => recorded.actions() },
    { path: LISTS.actionSteps, rows: () => recorded.actionSteps() },
    { path: LISTS.repayments, rows: () => recorded.repayments() },
    { path: LISTS.decisions, rows: () => recorded.decisions() },
    { path: ALL_LISTS.contracts, rows: () => recorded.contracts() },
    { path: ALL_LISTS.contractEntries, rows: () => recorded.contractEntries() },
    { path: ALL_LISTS.buying, rows: () => recorded.buying() },
    { path: LISTS.reports, rows: () => reports.rows() },
    { path: LISTS.events, rows: () => trailRows(db, scope, head, recorded, reports) },
    // Last of the lists: it names whom the others name.
    { path: LISTS.people, rows: () => recorded.people() },
  ];
  const onRow = (path: string, row: object) => {
    measures.row(path, row);
    if (path === LISTS.events && "seq" in row && "name" in row) changes.event(Number(row.seq), String(row.name));
  };
  const madeOn = order.now.toISOString().slice(0, 10);
  const parts = [
    ...tapped(lists, onRow),
    countedLast(LATER_DOCUMENTS.measures, () => measures.measures(madeOn)),
    countedLast(LATER_DOCUMENTS.changes, () => ({ since: before, events: changes.counted() }) satisfies Changes),
    ...files.parts,
  ];
  const described: Described = {
    madeAt: order.now.toISOString(),
    program: order.program,
    by: order.by,
    workspace: order.workspace,
    list: {
      generation: list.generation,
      importId: list.importId,
      fileName: list.fileName,
      sha256: list.sha256,
      bytes: list.bytes,
      day: list.day,
      suppliers: list.totals.suppliers,
      ...(list.until && { until: list.until.toISOString() }),
      kept: kept && { cut: kept.cut, emptied: [...kept.emptied] },
    },
    model: { id: model.id, sha256: sha256(modelText), releasedSha256: releasedText && sha256(releasedText) },
    data: { date: list.dataDate, sha256: list.dataHash },
    upTo,
    withheld: withheldCounts(recorded, reports),
    edition: 2,
    ...(order.reportId !== null && { report: order.reportId }),
    notes: notesOf(upTo, files.missing),
    trail: { headSeq: head.headSeq, headHash: head.headHash },
  };
  return { parts, described };
}
