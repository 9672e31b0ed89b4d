import type { ColumnKit } from "./kit.sqlite";

/** Where a candidate match stands. `gone`: the supplier, the entry or the likeness is no longer there, and nobody had decided. */
export const MATCH_STATES = ["open", "proposed", "match", "not-match", "cannot-tell", "gone"] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/** Why a person is asked (again). */
export const MATCH_CAUSES = ["found", "newly-listed", "entry-changed", "supplier-changed", "delisted"] as const;
export type MatchCause = (typeof MATCH_CAUSES)[number];

export const MATCH_DECISIONS = ["match", "not-match", "cannot-tell", "delisted"] as const;
export type MatchDecision = (typeof MATCH_DECISIONS)[number];

/** The ways of the engine's `FINDING_GROUNDS`. */
export const STORED_FINDING_GROUNDS = ["authority-finding", "confirmed-match", "icls-pair"] as const;

/** Lists of named entities, who of a workspace's suppliers may be on them, and what people decided: docs/decisions/0022. */
export function screeningTables(k: ColumnKit) {
  /** A publisher's file, or a list of the workspace's own, as it was loaded. Never changed but to mark it withdrawn. */
  const listEditions = k.table(
    "list_editions",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      listId: k.text("list_id").notNull(),
      title: k.text("title").notNull(),
      publisher: k.text("publisher").notNull(),
      url: k.text("url"),
      licence: k.text("licence").notNull(),
      /** The publisher's day, and the day the file was taken from there: `YYYY-MM-DD`. */
      date: k.text("date").notNull(),
      readOn: k.text("read_on").notNull(),
      fileName: k.text("file_name").notNull(),
      /** Of the file, hex. */
      sha256: k.text("sha256").notNull(),
      entries: k.int("entries").notNull(),
      /** Rows that did not become entries, by why. */
      leftOut: k.json("left_out").notNull(),
      /** Counts of what is new beside the edition it took the place of: `{ listed, changed, delisted }`; null for a first one. */
      changes: k.json("changes"),
      /** The entries as JSON, compressed (gzip). */
      content: k.bytes("content").notNull(),
      loadedBy: k.text("loaded_by"),
      loadedAt: k.instant("loaded_at").notNull(),
      withdrawnBy: k.text("withdrawn_by"),
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [k.index("list_editions_by_list").on(t.workspaceNo, t.listId, t.loadedAt)],
  );

  /** One comparison of a published list with the editions in force. */
  const screenings = k.table(
    "screenings",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      generation: k.int("generation").notNull(),
      /** Of the editions compared with, see `lists`. */
      listsHash: k.text("lists_hash").notNull(),
      /** What was compared with: list, edition, its days, entries compared. */
      lists: k.json("lists").notNull(),
      /** Suppliers up to this number are compared; a killed job goes on after it. */
      doneTo: k.int("done_to").notNull().default(0),
      suppliers: k.int("suppliers").notNull().default(0),
      candidates: k.int("candidates").notNull().default(0),
      startedAt: k.instant("started_at").notNull(),
      finishedAt: k.instant("finished_at"),
      /** Of the facts that were compared, once the suppliers were compared with each other too. */
      factsHash: k.text("facts_hash"),
      pairedAt: k.instant("paired_at"),
    },
    (t) => [k.index("screenings_by_workspace").on(t.workspaceNo, t.startedAt)],
  );

  /** A supplier and an entry that may be the same firm: one row a pair, kept from list to list and edition to edition. */
  const matchCandidates = k.table(
    "match_candidates",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      listId: k.text("list_id").notNull(),
      entryId: k.text("entry_id").notNull(),
      /** Probability, 0 to 1. */
      score: k.real("score").notNull(),
      /** Probability × consequence: the order of the queue. */
      rank: k.real("rank").notNull(),
      /** The supplier as it was compared. */
      supplier: k.json("supplier").notNull(),
      /** The entry as it was compared. */
      entry: k.json("entry").notNull(),
      /** The matching engine's answer. */
      answer: k.json("answer").notNull(),
      /** What tells two states of the facts apart: a decision is asked for again when one of them changed. */
      supplierHash: k.text("supplier_hash").notNull(),
      entryHash: k.text("entry_hash").notNull(),
      state: k.enumText("state", MATCH_STATES).notNull(),
      cause: k.enumText("cause", MATCH_CAUSES).notNull(),
      /** The decision last made about the pair; while the state is `open` it was made on other facts. */
      decisionId: k.text("decision_id"),
      foundAt: k.instant("found_at").notNull(),
      /** The screening that saw it last. */
      screeningId: k.text("screening_id").notNull(),
      version: k.int("version").notNull().default(1),
    },
    (t) => [
      k.uniqueIndex("match_candidates_by_pair").on(t.workspaceNo, t.supplierNo, t.listId, t.entryId),
      k.index("match_candidates_by_rank").on(t.workspaceNo, t.state, t.rank, t.id),
      k.index("match_candidates_by_id").on(t.workspaceNo, t.id),
    ],
  );

  /** What a person decided about a pair. Never changed but to mark it confirmed by a second member, or taken back. */
  const matchDecisions = k.table(
    "match_decisions",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      candidateId: k.text("candidate_id").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      listId: k.text("list_id").notNull(),
      entryId: k.text("entry_id").notNull(),
      decision: k.enumText("decision", MATCH_DECISIONS).notNull(),
      reason: k.text("reason").notNull(),
      /** The facts it was made on. */
      supplierHash: k.text("supplier_hash").notNull(),
      entryHash: k.text("entry_hash").notNull(),
      /** Day of the edition, and whether it was out of date then. */
      editionDate: k.text("edition_date").notNull(),
      outOfDate: k.bool("out_of_date").notNull(),
      /** The day on which the publisher's own list was looked at, said by whoever confirms an out-of-date edition. */
      checkedOn: k.text("checked_on"),
      decidedBy: k.text("decided_by").notNull(),
      decidedAt: k.instant("decided_at").notNull(),
      /** The second member; the same person only in a workspace of one. */
      confirmedBy: k.text("confirmed_by"),
      confirmedAt: k.instant("confirmed_at"),
      undoneBy: k.text("undone_by"),
      undoneAt: k.instant("undone_at"),
    },
    (t) => [k.index("match_decisions_by_candidate").on(t.workspaceNo, t.candidateId)],
  );

  /** A finding of harm that people confirmed: the floor of a score while it stands. */
  const floorFindings = k.table(
    "floor_findings",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      ground: k.enumText("ground", STORED_FINDING_GROUNDS).notNull(),
      /** Title of the record. */
      source: k.text("source").notNull(),
      /** Of the listing or the decision; null when not known. */
      year: k.int("year"),
      /** The decision about a match it came from. */
      matchDecisionId: k.text("match_decision_id"),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      /** The way out the model names was reached. */
      liftedBy: k.text("lifted_by"),
      liftedAt: k.instant("lifted_at"),
      /** It should not have been recorded. */
      undoneBy: k.text("undone_by"),
      undoneAt: k.instant("undone_at"),
    },
    (t) => [k.index("floor_findings_by_supplier").on(t.workspaceNo, t.supplierNo)],
  );

  /** Two suppliers that may be one: one row a pair, the lower number left. */
  const duplicatePairs = k.table(
    "duplicate_pairs",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      leftNo: k.int("left_no").notNull(),
      rightNo: k.int("right_no").notNull(),
      score: k.real("score").notNull(),
      left: k.json("left").notNull(),
      right: k.json("right").notNull(),
      answer: k.json("answer").notNull(),
      leftHash: k.text("left_hash").notNull(),
      rightHash: k.text("right_hash").notNull(),
      state: k.enumText("state", ["open", "merged", "different", "cannot-tell", "gone"]).notNull(),
      decisionId: k.text("decision_id"),
      foundAt: k.instant("found_at").notNull(),
      /** When a comparison last saw the pair, and wrote down what it saw. */
      seenAt: k.instant("seen_at").notNull(),
      /** What comparisons made of it since it was found, the oldest first: `{ at, state, facts }`, as `PairChange`; null: nothing. */
      changes: k.json("changes"),
      screeningId: k.text("screening_id").notNull(),
      /** 1 when it was found, and one more for each change by a comparison or a person. */
      version: k.int("version").notNull().default(1),
    },
    (t) => [
      k.uniqueIndex("duplicate_pairs_by_pair").on(t.workspaceNo, t.leftNo, t.rightNo),
      k.index("duplicate_pairs_by_score").on(t.workspaceNo, t.state, t.score, t.id),
      k.index("duplicate_pairs_by_id").on(t.workspaceNo, t.id),
      k.index("duplicate_pairs_by_version").on(t.workspaceNo, t.version, t.score, t.id, t.foundAt),
    ],
  );

  /** What a person decided about two suppliers. A merge stands until it is undone; each keeps its rows all the while. */
  const duplicateDecisions = k.table(
    "duplicate_decisions",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      pairId: k.text("pair_id").notNull(),
      decision: k.enumText("decision", ["merged", "different", "cannot-tell"]).notNull(),
      /** Merged: the supplier that goes, and the one that stays. Else the two of the pair. */
      fromNo: k.int("from_no").notNull(),
      intoNo: k.int("into_no").notNull(),
      reason: k.text("reason").notNull(),
      leftHash: k.text("left_hash").notNull(),
      rightHash: k.text("right_hash").notNull(),
      decidedBy: k.text("decided_by").notNull(),
      decidedAt: k.instant("decided_at").notNull(),
      undoneBy: k.text("undone_by"),
      undoneAt: k.instant("undone_at"),
    },
    (t) => [
      k.index("duplicate_decisions_by_pair").on(t.workspaceNo, t.pairId),
      k.index("duplicate_decisions_by_into").on(t.workspaceNo, t.intoNo),
    ],
  );

  /** Suppliers of a generation that belong together: a stated parent with its firms, and sites of one firm. */
  const supplierGroups = k.table(
    "supplier_groups",
    {
      generation: k.int("generation").notNull(),
      groupKey: k.text("group_key").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      groupName: k.text("group_name").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.generation, t.groupKey, t.supplierNo] }),
      k.index("supplier_groups_by_supplier").on(t.generation, t.supplierNo),
    ],
  );

  return {
    listEditions,
    screenings,
    matchCandidates,
    matchDecisions,
    floorFindings,
    duplicatePairs,
    duplicateDecisions,
    supplierGroups,
  };
}
