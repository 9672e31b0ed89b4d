import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { evidenceAbout, listEvidence, usesOfEvidence } from "../../../db/queries/evidence";
import { findingsAbout, listFindings, stepsOfFindings } from "../../../db/queries/findings";
import { linesOf } from "../../../db/queries/register";
import type { AccessClass } from "../../../db/schema/findings";
import { csvRecord } from "../../files/csv-writer.server";
import { disclosedRows, isLeftOut, type DisclosedRecord } from "../../lib/disclosure";
import { shownList } from "../imports/shown-list.server";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import { supplierNoIn } from "../findings/supplier-in-scope.server";

/** The most records of each kind of a workspace that are read. */
const MOST = 20_000;

const COLUMNS = [
  "record",
  "access_class",
  "id",
  "belongs_to",
  "supplier",
  "recorded_at",
  "valid_on",
  "source",
  "said_by",
  "site",
  "product",
  "indicators",
  "severity",
  "status",
  "text",
  "sha256",
  "taken_back",
] as const;

interface Sources {
  readonly findings: Awaited<ReturnType<typeof listFindings>>;
  readonly steps: Awaited<ReturnType<typeof stepsOfFindings>>;
  readonly documents: Awaited<ReturnType<typeof listEvidence>>;
  readonly uses: Awaited<ReturnType<typeof usesOfEvidence>>;
  readonly nameOf: (supplierNo: number) => string;
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

/** Findings, what happened with them and documents, as rows of text. Members are not named. */
function recordsOf({ findings, steps, documents, uses, nameOf }: Sources): DisclosedRecord[] {
  const classOf = new Map(findings.map(({ id, accessClass }) => [id, accessClass]));
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
      all.push({ kind: "step", accessClass: classOf.get(step.findingId) ?? "confidential", cells: [...at, ...said] });
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

/**
 * The records of a supplier (null: of the workspace) for somebody outside: what stands above `upTo` is left out, and the file
 * says so at each place. What is protected is never read here, so that it leaves no mark. The export is an event of the chain.
 * @param mark what stands at a place that was left out. @throws Problem `finding.supplier` (404).
 */
export async function exportDisclosure(
  db: Database,
  scope: Scope,
  { supplierId, upTo }: { readonly supplierId: string | null; readonly upTo: AccessClass },
  mark: (accessClass: AccessClass) => string,
): Promise<RegisterFile> {
  const no = supplierId === null ? null : await supplierNoIn(db, scope, supplierId);
  const [findings, documents, shown] = await Promise.all([
    no === null ? listFindings(db, scope, { limit: MOST }) : findingsAbout(db, scope, no),
    no === null ? listEvidence(db, scope, MOST) : evidenceAbout(db, scope, no),
    shownList(db, scope),
  ]);
  const [steps, uses, lines] = await Promise.all([
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
    shown
      ? linesOf(db, scope, shown.generation.no, [...new Set([...findings, ...documents].map((one) => one.supplierNo))])
      : [],
  ]);
  const names = new Map(lines.map(({ supplierNo, name }) => [supplierNo, name]));
  const records = recordsOf({ findings, steps, documents, uses, nameOf: (supplierNo) => names.get(supplierNo) ?? "" });
  const rows = [[...COLUMNS], ...disclosedRows(records, upTo, mark)];
  const text = `\ufeff${rows.map((row) => `${csvRecord(row)}\r\n`).join("")}`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const counted = { records: records.length, withheld: records.filter((one) => isLeftOut(one, upTo)).length };
  await db.commit(scope, event("disclosure.exported", { supplierId, upTo, ...counted, sha256 }), () => []);
  return {
    fileName: `candour-disclosure-${scope.workspaceSlug}-${upTo}.csv`,
    contentType: REGISTER_FILE_TYPES.csv,
    stream: Readable.from([text]),
  };
}
