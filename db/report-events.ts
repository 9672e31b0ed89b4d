import type { AccessClass } from "./schema/findings";

/** A signature under frozen contents. `signedAt`: an instant, UTC. */
interface SignedReport {
  readonly reportId: string;
  readonly contentSha256: string;
  readonly signatureId: string;
  readonly title: string;
  readonly signedAt: string;
}

/** What can be decided of reports, of the demand side, and of commitments: part of the one closed list of the chain. */
export interface ReportEventContents {
  "buying.noted": { entryId: string; kind: string; contractId: string | null; contents: unknown };
  /** A report of a type and variant; a correction names the version it corrects. */
  "report.started": {
    reportId: string;
    type: string;
    variant: string;
    version: number;
    replaces: string | null;
    reason: string | null;
    settings: unknown;
  };
  "report.settings-changed": { reportId: string; settings: unknown; previous: unknown };
  /** What a person says of a point; an empty text says that nothing is said any more. */
  "report.stated": { reportId: string; statementId: string; point: string; text: string; evidence: unknown };
  /** From here on the contents are frozen: their hash is what people sign, first its author. `class`: who may read them. */
  "report.submitted": SignedReport & { class: AccessClass; note: string };
  "report.returned": { reportId: string; contentSha256: string; note: string };
  /**
   * `empty`, `unsupported`: points that were so when it was approved; `claims`: points with words that claim or name what a report does
   * not, by the kinds of that; `openComments`: ids of comments that were open. All of them were shown to whoever approved it.
   */
  "report.approved": SignedReport & {
    alone: boolean;
    empty: readonly string[];
    unsupported: readonly string[];
    claims: readonly { readonly point: string; readonly kinds: readonly string[] }[];
    openComments: readonly string[];
  };
  /** `publishedAt`: an instant, UTC; `unsigned`: roles whose signature the template asks for and nobody gave. */
  "report.published": {
    reportId: string;
    type: string;
    fileNo: number;
    version: number;
    contentSha256: string;
    publishedAt: string;
    unsigned: readonly string[];
  };
  "report.signed": SignedReport & { role: string };
  /** About a section of a report's frozen contents, which the hash names. */
  "record.section-commented": {
    noteId: string;
    recordKind: "report";
    recordId: string;
    section: string;
    contentSha256: string;
    text: string;
  };
  /** What was done about a comment on a section; `answers` names the comment. */
  "record.comment-answered": {
    noteId: string;
    recordKind: "report";
    recordId: string;
    section: string;
    answers: string;
    text: string;
  };
  /** `on`: as it stood on that past day. */
  "report.exported": { reportId: string; format: string; language: string; contentSha256: string | null; on?: string };
  /** What a person judges of a row of the commitments table; `evidence`: what the workspace held that moment. */
  "commitment.judged": {
    judgementId: string;
    commitmentId: string;
    edition: string;
    editionSha256: string;
    judgement: string;
    reason: string;
    replaces: string | null;
    evidence: unknown;
  };
  "commitment.taken-back": { judgementId: string; commitmentId: string; reason: string };
  "commitment.evidence-exported": { rows: number; query: string };
}
