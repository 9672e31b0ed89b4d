import type { ReportEventContents } from "./report-events";

/**
 * What a person, or the program, can decide in a workspace, and what is kept of it: the closed list of the chain.
 * A name is never reused for another meaning; contents may grow by optional parts.
 */
export interface AuditEventContents extends ReportEventContents {
  "workspace.created": { workspaceId: string; slug: string; name: string; isDemo: boolean };
  "workspace.renamed": { name: string; previousName: string };
  "member.added": { userId: string; role: string };
  "member.role-changed": { userId: string; role: string; previousRole: string };
  /** Removed by an owner, or left: then the actor is the person themselves. */
  "member.removed": { userId: string; role: string };
  /** The person closed their account: name and address are gone everywhere, the id stays. */
  "member.account-closed": { userId: string; role: string };
  /** An address is in the table of invitations alone, which a person can have erased. */
  "invitation.made": { invitationId: string; role: string };
  "invitation.renewed": { invitationId: string };
  "invitation.withdrawn": { invitationId: string };
  "invitation.accepted": { invitationId: string; userId: string; role: string };
  /** Everything the workspace holds, as a file; the head of the chain it begins from. */
  "workspace.exported": { headSeq: number; headHash: string; protectedRows: boolean };
  "workspace.deletion-asked": { deleteAfter: string };
  "workspace.deletion-taken-back": { deleteAfter: string };
  "import.received": { importId: string; uploadId: string; fileName: string; sha256: string; bytes: number };
  "import.settings-changed": { importId: string; settings: unknown };
  "import.published": {
    importId: string;
    generation: number;
    previousGeneration: number | null;
    modelId: string;
    dataDate: string;
    suppliers: number;
    sha256: string;
    summary?: unknown;
  };
  "import.undone": { importId: string; generation: number; restoredGeneration: number | null };
  "import.discarded": { importId: string; generation: number | null };
  "import.ledger-total-stated": { importId: string; totals: readonly { currency: string; stated: string | null }[] };
  /** `emptied`: columns of the kept copy without their cells; `encrypted`: the file as received is kept beside it until then. */
  "original.sealed": {
    importId: string;
    uploadId: string;
    sha256: string;
    encrypted: boolean;
    emptied: readonly string[];
    deleteAfter: string | null;
  };
  "original.downloaded": { importId: string; uploadId: string; sha256: string };
  "original.deleted": { uploadId: string; sha256: string };
  "rename.confirmed": { generation: number; newSupplierId: string; oldSupplierId: string };
  "rename.declined": { generation: number; newSupplierId: string; oldSupplierId: string };
  /** `key` and `decision` as in `understanding_decisions`. */
  "understanding.decided": { decisionId: string; scope: string; key: string; decision: unknown };
  /** One decision about several payees at once; each holds what was said of that payee before, with this put over it. */
  "understanding.decided-many": {
    batch: string;
    said: unknown;
    decisions: readonly { decisionId: string; key: string; decision: unknown }[];
  };
  "understanding.undone-many": { batch: string; decisionIds: readonly string[] };
  "understanding.undone": { decisionId: string; scope: string; key: string };
  "understanding.applied": {
    importId: string;
    generation: number;
    previousGeneration: number;
    decisionIds: readonly string[];
  };
  /** The list that is shown is to be scored with another released model. */
  "model.changed": { importId: string; generation: number; from: string; to: string };
  /** Weights of the workspace's own: proposed with their reason, agreed to by a second person, withdrawn. */
  /** `from` and `to`: hashes of the reference data. */
  "data.changed": { importId: string; generation: number; from: string; to: string };
  "model.derived": { derivedId: string; modelId: string; reason: string };
  "model.agreed": { derivedId: string; modelId: string; validFrom: string };
  "model.withdrawn": { derivedId: string; modelId: string };
  /** Who moves between two models on a list, as a file. */
  "model.moves-exported": { generation: number; from: string; to: string; format: string };
  /** What a supplier answered, as it was recorded: `readings` as in the table of that name. */
  "readings.recorded": {
    batch: string;
    supplierId: string;
    readings: readonly unknown[];
    /** The workspace's own row of a corridor that the answer was taken from. */
    ownCorridor?: string;
  };
  "readings.undone": { batch: string; supplierId: string; readingIds: readonly string[] };
  /**
   * Protected readings: the chain is read by people who may not know of whom or what they are, so that it holds the hash of
   * what the table holds, over contents that no one can guess.
   */
  "protected.recorded": { batch: string; sha256: string };
  /** Of released ones the release: the ids of the batch and its rows begin with the instant of the telling. */
  "protected.undone": { batch: string } | { releaseId: string; supplierId: string };
  /** Released by a named person after an assessment of the risk to workers: `release` and `readings` as in their tables, without when they were told. */
  "protected.released": {
    releaseId: string;
    supplierId: string;
    release: unknown;
    readings: readonly unknown[];
  };
  /** A workspace's own row beside the published tables of corridors and fee rules: `row` as in the table of that name. */
  "own-row.added": { table: "own_corridors" | "own_fee_rules"; row: unknown };
  "own-row.withdrawn": { table: "own_corridors" | "own_fee_rules"; rowId: string };
  "own-row.restored": { table: "own_corridors" | "own_fee_rules"; rowId: string };
  "own-rows.exported": { corridors: number; rules: number };
  /** An edition of a list of named entities was loaded, or taken back; `sha256` of the publisher's file. */
  "list.loaded": {
    editionId: string;
    listId: string;
    date: string;
    readOn: string;
    sha256: string;
    entries: number;
    leftOut: unknown;
    /** Null: the first edition of its list. */
    changes: { listed: number; changed: number; delisted: number } | null;
    expectedEntries?: number;
  };
  "list.withdrawn": { editionId: string; listId: string };
  /** `candidate`: the pair with the facts and the answer it was decided on. */
  "match.decided": {
    decisionId: string;
    candidateId: string;
    supplierId: string;
    listId: string;
    entryId: string;
    decision: string;
    reason: string;
    editionDate: string;
    outOfDate: boolean;
    checkedOn: string | null;
    selfConfirmed: boolean;
    candidate: unknown;
  };
  "match.confirmed": { decisionId: string; candidateId: string; supplierId: string; checkedOn: string | null };
  "match.refused": { decisionId: string; candidateId: string; supplierId: string; reason: string };
  /** A decision that counts stays in force until another one does. */
  "match.reopened": { decisionId: string; candidateId: string; supplierId: string; reason: string };
  /** Two suppliers of the workspace: merged, told apart, or left undecided. */
  "duplicate.decided": {
    decisionId: string;
    pairId: string;
    decision: string;
    fromId: string;
    intoId: string;
    reason: string;
  };
  "duplicate.undone": { decisionId: string; pairId: string };
  /** What was found about a supplier, as people follow it up: `finding` as in the table of that name. */
  "finding.recorded": { findingId: string; supplierId: string; finding: unknown };
  /** A step that counts at once: under review again, a reply, another class. `step` as in `finding_steps`. */
  "finding.step": { findingId: string; supplierId: string; step: unknown };
  /** A settlement, proposed; with `alone` it counts at once, for the workspace has nobody else who may settle. */
  "finding.proposed": { findingId: string; supplierId: string; step: unknown; alone: boolean };
  "finding.confirmed": { findingId: string; supplierId: string; stepId: string };
  "finding.refused": { findingId: string; supplierId: string; stepId: string; reason: string };
  "finding.taken-back": { findingId: string; supplierId: string; reason: string };
  /** A protected finding; a change of one, or a copy of its document: the hash of the rows, over contents and ids that no one can guess. */
  "protected-finding.recorded": { sha256: string };
  "protected-finding.changed": { sha256: string };
  /** Released at group level by a named person after an assessment of the risk to workers: `finding` as it is shown from now on. */
  "protected-finding.released": {
    releaseId: string;
    findingId: string;
    supplierId: string;
    release: unknown;
    finding: unknown;
  };
  /** A document, `evidence` as in the table of that name; its use for something; its taking back; who took a copy. */
  "evidence.added": { evidenceId: string; supplierId: string; evidence: unknown; use: unknown };
  "evidence.used": { evidenceId: string; usedFor: string; usedForId: string };
  "evidence.taken-back": { evidenceId: string; reason: string };
  "evidence.downloaded": { evidenceId: string; sha256: string };
  /** Nobody writes to the supplier from here on; then its end, asked for and agreed to. */
  "supplier-hold.placed": { holdId: string; supplierId: string };
  "supplier-hold.lift-asked": { holdId: string; supplierId: string; reason: string };
  "supplier-hold.lifted": { holdId: string; supplierId: string; alone: boolean; reason?: string };
  "danger-contact.added": { contact: unknown };
  "danger-contact.withdrawn": { contactId: string };
  /** Records as a file for somebody outside, redacted; `supplierId` null: of the whole workspace; `on`: as known at the end of that day;
   * `untold`: findings whose class of that day nothing told any more, left out. */
  "disclosure.exported": {
    supplierId: string | null;
    upTo: string;
    records: number;
    withheld: number;
    sha256: string;
    on?: string;
    untold?: number;
  };
  "register.exported": {
    generation: number;
    format: string;
    rows: number;
    /** Of the table, when not the whole register was taken: its address's query and the saved view it came from. */
    query?: string;
    view?: { id: string; name: string } | null;
  };
  /** `before`: what the name stood for, null for a new view; `displaced`: views that no longer open the table because of it. */
  "view.saved": {
    viewId: string;
    name: string;
    shared: boolean;
    isDefault: boolean;
    query: string;
    before: { query: string; shared: boolean; isDefault: boolean } | null;
    displaced: readonly string[];
  };
  "view.deleted": { viewId: string; name: string; before: unknown };
  "view.undone": { viewId: string; seq: number };
  "plan.drafted": {
    planId: string;
    replacedDraft: string | null;
    generation: number;
    modelId: string;
    dataDate: string;
    capacity: number;
    seed: string;
    chosen: number;
    drawn: number;
    reserve: number;
  };
  "plan.discarded": { planId: string };
  /** `following`: who moved up from the reserve, or back to it, because of it. */
  "plan.entry-moved": {
    planId: string;
    supplierId: string;
    from: string | null;
    to: string;
    reason: string;
    following?: readonly { supplierId: string; from: string; to: string }[];
  };
  /** Several at once, or any into or out of an accepted plan. `before`: the entry's own state, null where there was none. */
  "plan.entries-moved": {
    planId: string;
    state: string;
    to: "in" | "out";
    reason: string;
    at: string;
    entries: readonly { supplierId: string; from: string | null; to: string; before: unknown }[];
    following?: readonly { supplierId: string; from: string; to: string; before: unknown }[];
  };
  "plan.moves-undone": { planId: string; seq: number; supplierIds: readonly string[] };
  /** `recordSha256` is over the entries as they were accepted: the dated prioritisation record. */
  "plan.accepted": {
    planId: string;
    replacedPlan: string | null;
    generation: number;
    modelId: string;
    dataDate: string;
    capacity: number;
    seed: string;
    entries: Readonly<Record<string, number>>;
    recordSha256: string;
    note: string | null;
    samePerson: boolean;
    /** The day by which all of them are to be written to. */
    dueOn?: string | null;
  };
  "plan.entry-updated": {
    planId: string;
    supplierId: string;
    outcome: string;
    on: string;
    note: string | null;
    dueOn?: string | null;
  };
  /** An assessment of a category, before any supplier exists. `recordSha256` is over all that was filed. */
  "category.filed": {
    categoryId: string;
    number: number;
    version: number;
    replaces: string | null;
    reason: string | null;
    title: string;
    modelId: string;
    dataDate: string;
    dataHash: string;
    measures: readonly string[];
    recordSha256: string;
    /** Day and SHA-256 of the table of commitments that was in use; not known of older ones. */
    catalogue?: { day: string; sha256: string };
  };
  /** Who buys; `previous` null the first time. `catalogue` as in `category.filed`. */
  "buyer.stated": { profile: unknown; previous: unknown; catalogue?: { day: string; sha256: string } };
  /** Corrective actions: `action` as in the table of that name; a step is never changed afterwards. */
  "action.recorded": { actionId: string; supplierId: string; findingId: string | null; action: unknown };
  "action.changed": { actionId: string; supplierId: string; action: unknown };
  "action.moved": { actionId: string; supplierId: string; from: string; to: string; on: string; text: string };
  "action.verified": { actionId: string; supplierId: string; on: string; how: string; selfVerified: boolean };
  "action.noted": {
    actionId: string;
    supplierId: string;
    kind: string;
    on: string;
    result: string | null;
    text: string;
  };
  /**
   * The repayment ledger. The chain is read by people who may not see the number of a group under five, so that `group` holds
   * numbers of workers as they may be shown, and no working of what such a group is owed.
   */
  "repayment.recorded": { groupId: string; supplierId: string; group: unknown };
  "repayment.counted": { groupId: string; supplierId: string; group: unknown };
  "repayment.entered": { groupId: string; supplierId: string; entryId: string; entry: unknown };
  "repayment.withdrawn": { groupId: string; supplierId: string; entryId: string; reason: string };
  /** Buy, conditions, hold, exit. A proposal of hold or exit counts once a second person confirms it. */
  "supplier.decided": { decisionId: string; supplierId: string; decision: string; state: string; record: unknown };
  "supplier.decision-confirmed": { decisionId: string; supplierId: string; decision: string; selfConfirmed: boolean };
  "supplier.decision-refused": { decisionId: string; supplierId: string; decision: string; reason: string };
  "follow-up.exported": { what: string; format: string; rows: number; query: string };
  /** A lot of a procedure and its bidders. A stage is opened for all bidders at once: `checks` are those that came of it. */
  "lot.opened": { lotId: string; lot: unknown };
  "lot.bidder-added": { lotId: string; bidderId: string; bidder: unknown; checks: readonly string[] };
  "lot.stage-opened": { lotId: string; stage: string; checks: readonly string[] };
  "lot.question-asked": { lotId: string; questionId: string; question: unknown };
  /** `contents` as the kind of entry has it; of a comparison the pairs without their texts. */
  "check.noted": { checkId: string; entryId: string; kind: string; contents: unknown };
  "check.filed": { checkId: string; fileNo: number; recordSha256: string };
  "contract.recorded": { contractId: string; contract: unknown };
  "contract.noted": { contractId: string; entryId: string; kind: string; contents: unknown };
  "check.corrected": { checkId: string; correctionId: string; reason: string };
  /** The lines of a published list were sealed as they were after the event `asOf`; `sha256` over their digests. */
  "register.sealed": {
    generation: number;
    asOf: number;
    tables: Readonly<Record<string, { readonly lines: number; readonly sha256: string }>>;
    /** What the list was, for the day somebody asks what was shown: it may have been built again since. */
    list: {
      importId: string | null;
      modelId: string;
      dataDate: string;
      suppliers: number;
      /** Kind of count (level, band) to its keys. */
      counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
    };
  };
  /** A person's remark about a record, or their signature under it; `recordKind` and `recordId` name the record. */
  "record.commented": { noteId: string; recordKind: string; recordId: string; text: string };
  "record.signed-off": { noteId: string; recordKind: string; recordId: string; text: string };
  "record.note-taken-back": { noteId: string; recordKind: string; recordId: string };
  /** An evidence pack: asked for, made by the program (`faults`: what its own check found), taken as a file. */
  "pack.asked": { packId: string; upTo: string; stamp?: boolean; reportId?: string };
  "pack.made": {
    packId: string;
    generation: number;
    upTo: string;
    headSeq: number;
    sha256: string;
    bytes: number;
    fingerprint: string;
    faults: number;
    /** Lines of the list that are not as they were sealed: how many, and the first of them. */
    lines?: { sealed: boolean; faults: number; named: readonly unknown[] };
    /** The authority's time and the SHA-256 of its certificate; null: no time stamp. */
    stamp?: { time: string; fingerprint: string } | null;
  };
  "pack.downloaded": { packId: string; sha256: string };
  /** Events up to `upTo` that the query of the page left, as a file. */
  "trail.exported": { format: string; upTo: number; query: string };
  "audit.contents-erased": { seqs: readonly number[]; reason: string };
}

export type AuditEventName = keyof AuditEventContents;

export interface AuditEvent<N extends AuditEventName = AuditEventName> {
  readonly name: N;
  readonly contents: AuditEventContents[N];
}

/** The event to append: `event("import.published", { … })`. Contents are JSON: no Dates, nothing undefined. */
export const event = <N extends AuditEventName>(name: N, contents: AuditEventContents[N]): AuditEvent<N> => ({
  name,
  contents,
});
