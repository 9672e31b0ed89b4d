import type { ContactKind, EvidenceStrength } from "../../db/schema/evidence";
import type { AccessClass, FindingStatus, OpenFindingSource } from "../../db/schema/findings";
import type { ProtectedSource } from "../../db/schema/readings";
import type { ReplyState } from "../services/findings/reply-state";
import type { Settlement } from "../services/findings/settle-finding.server";
import type { Keys } from "./keys";
import { protectedSourceKey } from "./recruitment-keys";

export const findingSourceKey = {
  authority: "findings.source.authority",
  court: "findings.source.court",
  audit: "findings.source.audit",
  visit: "findings.source.visit",
  press: "findings.source.press",
  supplier: "findings.source.supplier",
  "told-in-confidence": "findings.source.confidence",
  ...protectedSourceKey,
} as const satisfies Keys<OpenFindingSource | ProtectedSource>;

export const findingStatusKey = {
  alleged: "findings.status.alleged",
  "under-review": "findings.status.review",
  substantiated: "findings.status.substantiated",
  rejected: "findings.status.rejected",
} as const satisfies Keys<FindingStatus>;

export const settlementKey = {
  substantiated: "findings.settle.substantiated",
  rejected: "findings.settle.rejected",
  "under-review": "findings.settle.reopen",
  closed: "findings.settle.closed",
} as const satisfies Keys<Settlement>;

export const accessClassKey = {
  public: "findings.class.public",
  internal: "findings.class.internal",
  confidential: "findings.class.confidential",
} as const satisfies Keys<AccessClass>;

export const replyStateKey = {
  protected: "findings.reply.protected",
  "own-word": "findings.reply.ownWord",
  none: "findings.reply.none",
  waiting: "findings.reply.waiting",
  silent: "findings.reply.silent",
  answered: "findings.reply.answered",
  "not-asked": "findings.reply.notAsked",
} as const satisfies Keys<ReplyState>;

export const strengthKey = {
  primary: "evidence.strength.primary",
  "third-party": "evidence.strength.thirdParty",
  "self-declared": "evidence.strength.self",
  inferred: "evidence.strength.inferred",
} as const satisfies Keys<EvidenceStrength>;

export const contactKindKey = {
  hotline: "danger.kind.hotline",
  inspectorate: "danger.kind.inspectorate",
  referral: "danger.kind.referral",
} as const satisfies Keys<ContactKind>;
