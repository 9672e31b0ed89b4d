/** A finding as its page shows it: plain values for this reader. */
import type { Database, Scope } from "../../db/database";
import { evidenceFor, usesOfEvidence, type SignedEvidence } from "../../db/queries/evidence";
import { findFinding } from "../../db/queries/findings";
import { holdsOfSupplier } from "../../db/queries/holds";
import { evidenceOfProtectedFinding, type SignedProtectedEvidence } from "../../db/queries/protected-evidence";
import { namesOfUsers } from "../../db/names-of-users";
import { idsOfSuppliers } from "../../db/queries/suppliers";
import { stepsFor } from "../services/findings/finding-page.server";
import {
  findingFor,
  findingsFor,
  workspaceFindings,
  type HeldFinding,
} from "../services/findings/findings-view.server";
import { holdInForce } from "../services/findings/hold-supplier.server";
import { replyState, wasHeard } from "../services/findings/reply-state";
import { settlementsFor, settlesAlone } from "../services/findings/settle-finding.server";
import { namedSupplier } from "../services/findings/supplier-name.server";
import { dayOf } from "../services/scoring/assessor.server";
import { linesOf } from "../../db/queries/register";
import { shownList } from "../services/imports/shown-list.server";
import { findingForThen, workspaceFindingsThen } from "../services/findings/findings-then.server";
import { effectOf, settledAs } from "../recruitment/protected-findings";
import { signsAmong } from "../recruitment/settled-signs";
import { MODELS, modelInForce } from "../../risk-models";
import { endOfDay } from "./as-known-on";
import { pairFloor } from "./internal-page.server";
import { can } from "./permissions";

/** A document as a page lists it. */
export const evidenceLine = (one: SignedEvidence | SignedProtectedEvidence, today: string) => ({
  id: one.id,
  fileName: one.fileName,
  kind: one.kind,
  bytes: one.bytes,
  sha256: one.sha256,
  shows: one.shows,
  issuer: one.issuer,
  issuedOn: one.issuedOn,
  expiresOn: one.expiresOn,
  isOver: one.expiresOn !== null && one.expiresOn < today,
  strength: one.strength,
  tier: one.tier,
  site: one.site,
  product: one.product,
  /** Null of a protected one. */
  accessClass: "accessClass" in one ? one.accessClass : null,
  undoneReason: one.undoneAt === null ? null : one.undoneReason,
});
export type EvidenceLine = ReturnType<typeof evidenceLine>;

/** The oldest hold that stood at the end of a day. */
async function holdThen(db: Database, scope: Scope, supplierNo: number, day: string) {
  const end = endOfDay(day);
  const holds = await holdsOfSupplier(db, scope, supplierNo);
  return holds.find(({ placedAt, liftedAt }) => placedAt <= end && (liftedAt === null || liftedAt > end)) ?? null;
}

/** As it stood then: what was taken back later was still there. */
const standingBy = <T extends { readonly undoneAt: Date | null }>(one: T, end: Date): T =>
  one.undoneAt !== null && one.undoneAt > end ? { ...one, undoneAt: null } : one;

/** The documents of a finding; as known at the end of a past day: put to it by then, and taken back by then or not. */
async function documentsOf(db: Database, scope: Scope, id: string, day: string | null): Promise<SignedEvidence[]> {
  const found = await evidenceFor(db, scope, "finding", id);
  if (day === null || found.length === 0) return found;
  const end = endOfDay(day);
  const uses = await usesOfEvidence(db, scope, found.map((one) => one.id)); // prettier-ignore
  const puts = uses.filter(({ usedFor, usedForId, recordedAt }) => usedFor === "finding" && usedForId === id && recordedAt <= end); // prettier-ignore
  const by = new Set(puts.map(({ evidenceId }) => evidenceId));
  return found.filter((one) => by.has(one.id)).map((one) => standingBy(one, end));
}

/** The documents of a protected finding; as known at the end of a past day: kept by then, and taken back by then or not. */
async function protectedDocumentsOf(db: Database, scope: Scope, id: string, day: string | null) {
  const found = await evidenceOfProtectedFinding(db, scope, id);
  if (day === null) return found;
  const end = endOfDay(day);
  return found.filter(({ recordedAt }) => recordedAt <= end).map((one) => standingBy(one, end));
}

/** The open finding a release made, where it was made by the end of the day. */
async function releasedBy(db: Database, scope: Scope, id: string | null, day: string | null): Promise<string | null> {
  if (id === null || day === null) return id;
  const released = await findFinding(db, scope, id);
  return released && released.recordedAt <= endOfDay(day) ? id : null;
}

/**
 * What the page of a finding shows and offers. @param day a past day: as known at its end, and nothing is offered.
 * @throws Problem `finding.not-found` (404).
 */
export async function findingPage(db: Database, scope: Scope, id: string, now: Date, day: string | null = null) {
  const then = day === null ? null : await findingForThen(db, scope, id, day);
  const held = then?.held ?? (await findingFor(db, scope, id));
  const { finding, isProtected } = held;
  const today = day ?? dayOf(now);
  const ids = await idsOfSuppliers(db, scope, [finding.supplierNo]);
  const [steps, supplier, hold, alone, documents, names] = await Promise.all([
    then?.steps ?? stepsFor(db, scope, held),
    namedSupplier(db, scope, ids.get(finding.supplierNo) ?? ""),
    day === null ? holdInForce(db, scope, finding.supplierNo) : holdThen(db, scope, finding.supplierNo, day),
    settlesAlone(db, scope, isProtected),
    isProtected
      ? protectedDocumentsOf(db, scope, id, day)
      : can(scope.role, "evidence:read")
        ? documentsOf(db, scope, id, day)
        : [],
    namesOfUsers(db, [finding.recordedBy, finding.undoneBy]),
  ]);
  const reply = replyState(held, steps, today);
  const indicators = Array.isArray(finding.indicators) ? finding.indicators.map(String) : [];
  const waiting = steps.find((step) => step.id === finding.waitingStepId) ?? null;
  const isOpen = finding.undoneAt === null && day === null;
  const writes = isOpen && can(scope.role, isProtected ? "protected:read" : "finding:write");
  const settles = isOpen && can(scope.role, "finding:settle");
  return {
    id: finding.id,
    version: finding.version,
    isProtected,
    source: finding.source,
    saidBy: finding.saidBy,
    foundOn: finding.foundOn,
    site: finding.site,
    product: finding.product,
    indicators,
    severity: finding.severity,
    summary: finding.summary,
    status: finding.status,
    /** Null of an open one: not kept for that day. */
    accessClass: isProtected ? null : then ? then.accessClass : finding.accessClass,
    /** Null: not kept by day. */
    holdsFloor: then ? null : !isProtected && finding.floorFindingId !== null,
    /** What it does in the internal assessment; null of an open one. */
    effect: isProtected ? effectOf({ ...finding, indicators, ...settledAs(steps) }) : null,
    pairFloor: pairFloor(modelInForce(MODELS, today)),
    releasedAs: isProtected ? await releasedBy(db, scope, finding.releasedAs, day) : null,
    recordedAt: finding.recordedAt.toISOString(),
    who: names.get(finding.recordedBy) ?? null,
    undone:
      finding.undoneAt === null ? null : { at: finding.undoneAt.toISOString(), reason: finding.undoneReason ?? "" },
    supplier,
    heldSince: hold?.placedAt.toISOString() ?? null,
    reply,
    replyBy: steps.findLast(({ kind }) => kind === "reply-asked")?.answerBy ?? null,
    steps: steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      status: step.status,
      accessClass: step.accessClass,
      text: step.text,
      /** Signs of both sides of the ICLS guidelines, of a protected one that is substantiated. */
      signs: signsAmong(step.signs),
      validOn: step.validOn,
      answerBy: step.answerBy,
      recordedAt: step.recordedAt.toISOString(),
      who: step.who,
      isWaiting: step.id === finding.waitingStepId,
      agreed:
        step.confirmedAt === null
          ? null
          : {
              at: step.confirmedAt.toISOString(),
              who: step.confirmedByName,
              isSamePerson: step.confirmedBy === step.recordedBy,
            },
      refused:
        step.undoneAt === null
          ? null
          : { at: step.undoneAt.toISOString(), who: step.undoneByName, reason: step.undoneReason ?? "" },
    })),
    documents: documents.map((one) => evidenceLine(one, today)),
    today,
    may: {
      write: writes,
      review: writes && waiting === null && (finding.status === "alleged" || finding.status === "under-review"),
      ask: writes && reply !== "protected" && reply !== "answered",
      settle: settles && waiting === null ? settlementsFor(held, steps) : [],
      substantiate: wasHeard(reply),
      decide: settles && waiting !== null,
      isOwnProposal: waiting?.recordedBy === scope.userId,
      takeBack: writes && waiting === null && (finding.status === "alleged" || finding.status === "under-review"),
      release: isOpen && isProtected && finding.releasedAs === null && can(scope.role, "protected:release"),
      danger: day === null,
      document: isOpen && can(scope.role, isProtected ? "protected:read" : "evidence:write"),
      alone,
    },
  };
}
export type FindingPage = Awaited<ReturnType<typeof findingPage>>;

/** A finding as a list shows it. */
export interface FindingLine {
  readonly id: string;
  readonly isProtected: boolean;
  readonly source: HeldFinding["finding"]["source"];
  readonly saidBy: string;
  readonly summary: string;
  readonly severity: HeldFinding["finding"]["severity"];
  readonly status: HeldFinding["finding"]["status"];
  readonly waits: boolean;
  readonly isTakenBack: boolean;
  readonly foundOn: string;
  /** Null: the list that is shown does not have the supplier. */
  readonly supplier: { readonly id: string; readonly name: string } | null;
}

const lineOf = ({ isProtected, finding }: HeldFinding, supplier: FindingLine["supplier"]): FindingLine => ({
  id: finding.id,
  isProtected,
  source: finding.source,
  saidBy: finding.saidBy,
  summary: finding.summary,
  severity: finding.severity,
  status: finding.status,
  waits: finding.waitingStepId !== null,
  isTakenBack: finding.undoneAt !== null,
  foundOn: finding.foundOn,
  supplier,
});

/** The findings about one supplier, for its page. */
export async function findingsCard(db: Database, scope: Scope, supplierNo: number): Promise<FindingLine[]> {
  return (await findingsFor(db, scope, supplierNo)).map((held) => lineOf(held, null));
}

/** The findings of the workspace, for the tab of what is followed up. @param day a past day; "": as they stand. */
export async function findingsTab(db: Database, scope: Scope, day = ""): Promise<FindingLine[]> {
  const found = day ? await workspaceFindingsThen(db, scope, day) : await workspaceFindings(db, scope);
  const shown = await shownList(db, scope);
  const nos = [...new Set(found.map(({ finding }) => finding.supplierNo))];
  const lines = shown ? await linesOf(db, scope, shown.generation.no, nos) : [];
  const named = new Map(lines.map((line) => [line.supplierNo, { id: line.id, name: line.name }]));
  return found.map((held) => lineOf(held, named.get(held.finding.supplierNo) ?? null));
}
