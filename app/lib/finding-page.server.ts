/** A finding as its page shows it: plain values for this reader. */
import type { Database, Scope } from "../../db/database";
import { evidenceFor, type SignedEvidence } from "../../db/queries/evidence";
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
import { can } from "./permissions";

/** A document as a page lists it. */
export const evidenceLine = (one: SignedEvidence, today: string) => ({
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
  accessClass: one.accessClass,
  undoneReason: one.undoneAt === null ? null : one.undoneReason,
});
export type EvidenceLine = ReturnType<typeof evidenceLine>;

/** What the page of a finding shows and offers. @throws Problem `finding.not-found` (404). */
export async function findingPage(db: Database, scope: Scope, id: string, now: Date) {
  const held = await findingFor(db, scope, id);
  const { finding, isProtected } = held;
  const today = dayOf(now);
  const ids = await idsOfSuppliers(db, scope, [finding.supplierNo]);
  const [steps, supplier, hold, alone, documents, names] = await Promise.all([
    stepsFor(db, scope, held),
    namedSupplier(db, scope, ids.get(finding.supplierNo) ?? ""),
    holdInForce(db, scope, finding.supplierNo),
    settlesAlone(db, scope, isProtected),
    isProtected || !can(scope.role, "evidence:read") ? [] : evidenceFor(db, scope, "finding", id),
    namesOfUsers(db, [finding.recordedBy, finding.undoneBy]),
  ]);
  const reply = replyState(held, steps, today);
  const waiting = steps.find((step) => step.id === finding.waitingStepId) ?? null;
  const isOpen = finding.undoneAt === null;
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
    indicators: Array.isArray(finding.indicators) ? finding.indicators.map(String) : [],
    severity: finding.severity,
    summary: finding.summary,
    status: finding.status,
    accessClass: isProtected ? null : finding.accessClass,
    holdsFloor: !isProtected && finding.floorFindingId !== null,
    releasedAs: isProtected ? finding.releasedAs : null,
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
      settle: settles && waiting === null ? settlementsFor(held) : [],
      substantiate: wasHeard(reply),
      decide: settles && waiting !== null,
      isOwnProposal: waiting?.recordedBy === scope.userId,
      takeBack: writes && waiting === null && (finding.status === "alleged" || finding.status === "under-review"),
      release: isOpen && isProtected && finding.releasedAs === null && can(scope.role, "protected:release"),
      document: !isProtected && isOpen && can(scope.role, "evidence:write"),
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

/** The findings of the workspace, for the tab of what is followed up. */
export async function findingsTab(db: Database, scope: Scope): Promise<FindingLine[]> {
  const found = await workspaceFindings(db, scope);
  const shown = await shownList(db, scope);
  const nos = [...new Set(found.map(({ finding }) => finding.supplierNo))];
  const lines = shown ? await linesOf(db, scope, shown.generation.no, nos) : [];
  const named = new Map(lines.map((line) => [line.supplierNo, { id: line.id, name: line.name }]));
  return found.map((held) => lineOf(held, named.get(held.finding.supplierNo) ?? null));
}
