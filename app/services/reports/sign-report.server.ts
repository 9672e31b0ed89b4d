import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { signaturesOf, statementsOf } from "../../../db/queries/reports";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { SIGN_ROLES, SIGNED_BY_ANOTHER, SIGNED_ON_PAPER, SIGNED_WITH_TITLE, type SignRole } from "../../reports/model";
import {
  authorsOf,
  moveReport,
  orChanged,
  reportRecord,
  requireIntact,
  requireSeen,
  requireState,
  newSignature,
} from "./report-record.server";
import { noteText } from "./submit-report.server";

/** Those that come of sending to review and of approving are not signed by hand, those of people outside not here. */
const SIGNED_BY_HAND: readonly SignRole[] = SIGN_ROLES.filter(
  (role) => role !== "author" && role !== "approver" && !SIGNED_ON_PAPER.includes(role),
);
const AUDIT: readonly SignRole[] = ["internal-audit", "external-audit"];

/**
 * For what a member may sign: auditors for an audit; the legal reviewer for the law; for the board and as director who may approve; what
 * checks another's words, who writes or approves reports and neither wrote in these contents nor sent them to review.
 */
export const signableRoles = (role: Scope["role"], isAuthor: boolean): readonly SignRole[] =>
  can(role, "report:sign") ? SIGNED_BY_HAND.filter((one) => mayBe(role, one, isAuthor)) : [];

function mayBe(role: Scope["role"], one: SignRole, isAuthor: boolean): boolean {
  if (AUDIT.includes(one)) return can(role, "record:sign");
  if (one === "legal") return role === "legal-reviewer";
  if (SIGNED_WITH_TITLE.includes(one)) return can(role, "report:approve");
  return (can(role, "report:write") || can(role, "report:approve")) && !(isAuthor && SIGNED_BY_ANOTHER.includes(one));
}

/**
 * Signs the frozen contents of a report by their hash, once in each role.
 * @throws Problem `report.not-found` (404), `report.state`, `report.changed`, `report.not-intact`, `report.signed` (409),
 *   `report.sign-own`, `report.sign-role`, `report.sign-title`, `report.note` (422).
 */
export async function signReport(
  db: Database,
  scope: Scope,
  id: string,
  given: { readonly role: string; readonly title: string; readonly contentSha256: string },
  now: Date,
): Promise<void> {
  const record = await reportRecord(db, scope, id);
  const { row } = record;
  requireState(row, "review", "approved", "published");
  requireSeen(row, given.contentSha256);
  requireIntact(record);
  const contentSha256 = row.contentSha256!;
  const signed = await signaturesOf(db, scope, id);
  const own = signed.filter((one) => one.by === scope.userId && one.contentSha256 === contentSha256);
  const isAuthor = authorsOf(record, signed, await statementsOf(db, scope, id)).has(scope.userId);
  if (isAuthor && SIGNED_BY_ANOTHER.some((one) => one === given.role))
    throw new Problem(
      "report.sign-own",
      "You wrote in this report, entered what it tells, or sent it to review. Somebody else has to sign for having checked it.",
      {},
      422,
    );
  const role = signableRoles(scope.role, isAuthor).find((one) => one === given.role);
  if (!role)
    throw new Problem("report.sign-role", "Choose as what you sign, among the roles your membership allows.", {}, 422);
  const title = noteText(given.title);
  if (title === "" && SIGNED_WITH_TITLE.includes(role))
    throw new Problem(
      "report.sign-title",
      "Write what you are in your organisation: who signs for the board or as director is named with it.",
      {},
      422,
    );
  if (own.some((one) => one.role === role))
    throw new Problem("report.signed", "You signed these contents in this role already.", {}, 409);
  const signature = await newSignature(db, scope, id, { role, title, contentSha256 }, now);
  const signedAt = now.toISOString();
  const said = event("report.signed", {
    reportId: id,
    contentSha256,
    signatureId: signature.id,
    role,
    title,
    signedAt,
  });
  await db
    .commit(scope, said, (q) => [moveReport(db, q, scope, row, {}), q.insert(db.t.reportSignatures).values(signature)])
    .catch(orChanged);
}
