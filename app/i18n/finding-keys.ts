import type { ContactKind, EvidenceStrength } from "../../db/schema/evidence";
import type { AccessClass, FindingStatus, OpenFindingSource } from "../../db/schema/findings";
import type { ProtectedSource } from "../../db/schema/readings";
import type { FindingMove, Still } from "../recruitment/protected-findings";
import type { SettledSign } from "../recruitment/settled-signs";
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

/** The same of a protected finding, whose way out is another. */
export const protectedSettlementKey = {
  ...settlementKey,
  closed: "inConfidence.settle.remedied",
} as const satisfies Keys<Settlement>;

export const findingMoveKey = {
  papers: "inConfidence.moves.papers",
  floor: "inConfidence.moves.floor",
} as const satisfies Keys<FindingMove>;

export const findingWouldKey = {
  papers: "inConfidence.would.papers",
  floor: "inConfidence.would.floor",
} as const satisfies Keys<FindingMove>;

export const findingStillKey = {
  "not-settled": "inConfidence.still.notSettled",
  rejected: "inConfidence.still.rejected",
  remedied: "inConfidence.still.remedied",
  "no-input": "inConfidence.still.noInput",
} as const satisfies Keys<Still>;

export const settledSignKey = {
  "ICLS-I1": "inConfidence.sign.i1",
  "ICLS-I2": "inConfidence.sign.i2",
  "ICLS-I3": "inConfidence.sign.i3",
  "ICLS-I4": "inConfidence.sign.i4",
  "ICLS-I5": "inConfidence.sign.i5",
  "ICLS-I6": "inConfidence.sign.i6",
  "ICLS-I7": "inConfidence.sign.i7",
  "ICLS-I8": "inConfidence.sign.i8",
  "ICLS-I9": "inConfidence.sign.i9",
  "ICLS-C1": "inConfidence.sign.c1",
  "ICLS-C2": "inConfidence.sign.c2",
  "ICLS-C3": "inConfidence.sign.c3",
  "ICLS-C4": "inConfidence.sign.c4",
  "ICLS-C5": "inConfidence.sign.c5",
  "ICLS-C6": "inConfidence.sign.c6",
} as const satisfies Keys<SettledSign>;

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
