import type { Database, Scope } from "../../../db/database";
import {
  agreedOf,
  confirmationsOf,
  namingReports,
  recordDays,
  type DatedKind,
  type NamingReport,
} from "../../../db/queries/record-days";
import type { Held, HeldRecord, RowEvidence } from "../../commitments/evidence";
import type { IsoDate } from "../../../risk-models/types";
import { EVIDENCE_KINDS, type EvidenceKind } from "../../commitments/evidence-rules";
import { CONTRACT_SHAPES } from "../../contracts/entries";
import type { MeasureId } from "../../contracts/words";
import type { Buying } from "../../demand/entries";
import { endOfDay } from "../../lib/as-known-on";
import { can, type Permission } from "../../lib/permissions";
import { counts } from "../../remedy/confirmation";
import { TEMPLATES } from "../../reports/templates";
import { buyingRecord } from "../demand/buying.server";
import { readsReports, subjectPermission } from "../reports/subject.server";
import { dayOf } from "../scoring/assessor.server";
import { heldByChain, isFromChain, NOTHING_THEN, type Untold } from "./held-then.server";

/** Who may read records of a kind, and with them how many there are. */
const READ: Readonly<Record<EvidenceKind, Permission>> = {
  list: "import:read",
  plan: "plan:read",
  screening: "match:read",
  match: "match:read",
  recruitment: "supplier:read",
  origin: "supplier:read",
  finding: "finding:read",
  assessed: "finding:read",
  reply: "finding:read",
  action: "action:read",
  verified: "action:read",
  repayment: "repayment:read",
  confirmed: "repayment:read",
  decision: "action:read",
  document: "evidence:read",
  category: "category:read",
  check: "vendor-check:read",
  floor: "vendor-check:read",
  contract: "contract:read",
  clauseLabourLaw: "contract:read",
  clausePerformance: "contract:read",
  clauseSubcontractors: "contract:read",
  clauseFeeBan: "contract:read",
  clauseComplaints: "contract:read",
  clauseZeroTolerance: "contract:read",
  clauseMonitoring: "contract:read",
  review: "contract:read",
  training: "contract:read",
  trainingBuyers: "contract:read",
  orders: "contract:read",
  payments: "contract:read",
  buyingFacts: "contract:read",
  statement: subjectPermission("statement"),
  statementUk: subjectPermission("statement"),
  report: "report:read",
};

/** Kinds that one query each tells the days of. A new table of records is one line there, here and in the rules. */
const DATED = [
  "list",
  "plan",
  "screening",
  "match",
  "recruitment",
  "origin",
  "finding",
  "assessed",
  "reply",
  "action",
  "verified",
  "repayment",
  "decision",
  "document",
  "category",
  "check",
  "floor",
] as const satisfies readonly (DatedKind & EvidenceKind)[];

const CLAUSE = {
  labourLaw: "clauseLabourLaw",
  performance: "clausePerformance",
  subcontractors: "clauseSubcontractors",
  feeBan: "clauseFeeBan",
  complaints: "clauseComplaints",
  zeroTolerance: "clauseZeroTolerance",
  monitoring: "clauseMonitoring",
} as const satisfies Readonly<Record<MeasureId, EvidenceKind>>;

/** What the workspace holds of each kind this reader may read, and which published reports they may read name which rows. */
interface HeldHere {
  readonly held: Held;
  /** Null: this reader may not read reports. */
  readonly reports: readonly NamingReport[] | null;
  /** Of a past day: how many records of a kind stood then and cannot be told exactly; they are in no count. */
  readonly untold: Untold;
}

/**
 * Asks each kind once, whatever the number of rows. Nothing protected that was not released is looked at.
 * @param day what was held at its end; null: what is held.
 */
export async function heldHere(db: Database, scope: Scope, day: IsoDate | null = null): Promise<HeldHere> {
  const may = (kind: EvidenceKind) => can(scope.role, READ[kind]);
  const until = day === null ? null : endOfDay(day);
  const dated = DATED.filter(may);
  const [days, then, confirmations, agreed, told, naming] = await Promise.all([
    recordDays(
      db,
      scope,
      dated.filter((kind) => day === null || !isFromChain(kind)),
      until,
    ),
    day === null ? NOTHING_THEN : heldByChain(db, scope, dated.filter(isFromChain), day),
    may("confirmed") ? confirmationsOf(db, scope, until) : [],
    may("contract") ? agreedOf(db, scope, until) : [],
    may("buyingFacts") ? buyingRecord(db, scope, until) : null,
    may("report") ? namingReports(db, scope, until) : null,
  ]);
  const reports = naming && naming.filter(({ type, variant }) => readsReports(scope.role, type, variant));
  const held = new Map<EvidenceKind, HeldRecord[]>(EVIDENCE_KINDS.filter(may).map((kind) => [kind, []]));
  const add = (kind: EvidenceKind, id: string, at: Date | string | null) => {
    if (at !== null) held.get(kind)?.push({ id, day: typeof at === "string" ? at : dayOf(at) });
  };
  for (const [kind, records] of [...days, ...then.days]) for (const { id, at } of records) add(kind, id, at);
  for (const { id, at, party, acceptedBy, inPrivate } of confirmations)
    if (counts({ party: party ?? "", acceptedBy: acceptedBy ?? "", inPrivate: inPrivate ?? false }))
      add("confirmed", id, at);
  addAgreed(agreed, add);
  if (told) addBuying(told.buying, add);
  for (const { id, type, variant, publishedAt } of reports ?? []) {
    add("report", id, publishedAt);
    if (type === "statement") add("statement", id, publishedAt);
    if (type === "statement" && variant === "uk") add("statementUk", id, publishedAt);
  }
  return { held, reports, untold: then.untold };
}

/** What counts of what was told of own ways of buying, each by the last day it tells of; of a contract of which nothing is known nothing. */
function addBuying(
  { contracts, floors, orders, payments, trainings }: Buying,
  add: (kind: EvidenceKind, id: string, at: Date | string) => void,
): void {
  for (const { id, contents } of trainings) {
    add("training", id, contents.on);
    if (contents.whom === "buyers") add("trainingBuyers", id, contents.on);
  }
  for (const { id, contents } of orders) add("orders", id, contents.to);
  for (const { id, contents } of payments) add("payments", id, contents.to);
  for (const { id, enteredAt } of floors.values()) add("buyingFacts", id, enteredAt);
  for (const { id, contents, enteredAt } of contracts.values())
    if (Object.values(contents).some((fact) => fact !== null)) add("buyingFacts", id, enteredAt);
}

/** Of several terms of one contract the last count; a contract with no clause named is still one whose terms are recorded. */
function addAgreed(
  agreed: Awaited<ReturnType<typeof agreedOf>>,
  add: (kind: EvidenceKind, id: string, at: Date | string) => void,
): void {
  const terms = new Map<string, (typeof agreed)[number]>();
  for (const entry of agreed)
    if (entry.kind === "terms") terms.set(entry.contractId, entry);
    else add("review", entry.id, CONTRACT_SHAPES["review-done"].parse(entry.contents).on);
  for (const { contractId, contents, at } of terms.values()) {
    add("contract", contractId, at);
    for (const measure of CONTRACT_SHAPES.terms.parse(contents).measures) add(CLAUSE[measure], contractId, at);
  }
}

/** The published reports whose points name a row, of those this reader may read; null: this reader may not read reports. */
export const reportsNaming = ({ reports }: HeldHere, row: string): readonly NamingReport[] | null =>
  reports && reports.filter(({ commitments }) => commitments.includes(row));

/**
 * May this reader read every kind of record that speaks for a row, and every report? A number that somebody counted who may read
 * more would tell how many of the others there are.
 */
export const readsAll = ({ role }: Pick<Scope, "role">, { kinds }: Pick<RowEvidence, "kinds">): boolean =>
  kinds.every(({ tally }) => tally !== null) &&
  TEMPLATES.every(({ type, variants }) => variants.every(({ id }) => readsReports(role, type, id)));

/** Of the kinds that speak for a row, how many records cannot be told exactly. */
export const untoldOf = ({ untold }: Pick<HeldHere, "untold">, { kinds }: Pick<RowEvidence, "kinds">): number =>
  kinds.reduce((sum, { kind }) => sum + (untold.get(kind) ?? 0), 0);

/** The same as records that count. */
export const asRecords = (reports: readonly NamingReport[] | null): readonly HeldRecord[] | null =>
  reports && reports.flatMap(({ id, publishedAt }) => (publishedAt === null ? [] : [{ id, day: dayOf(publishedAt) }]));
