/** What the isolation test asks of the understanding of groups, payees and texts. */
import type { Built } from "../../app/services/imports/build-generation.server";
import { countList, listInWork } from "../../app/services/imports/build-list.server";
import { findImport, type StoredSummary } from "../../app/services/imports/import-record.server";
import { defaultSettings } from "../../app/services/imports/settings";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { decidedFacts } from "../../app/services/suppliers/decided-facts.server";
import { applyAgain } from "../../app/services/understanding/apply-again.server";
import { applyUnderstanding } from "../../app/services/understanding/apply-understanding.server";
import { countedList, notUnderstood } from "../../app/services/understanding/counted-list.server";
import { decideUnderstanding } from "../../app/services/understanding/decide.server";
import { textChoices } from "../../app/services/understanding/suggest-text.server";
import { understandView } from "../../app/services/understanding/understand-view.server";
import { understandingInForce } from "../../app/services/understanding/understanding-in-force.server";
import { undoDecision } from "../../app/services/understanding/undo-decision.server";
import type { Database, Scope } from "../../db/database";
import { bulkKey } from "../../db/keys";
import * as jobs from "../../db/queries/jobs";
import * as understanding from "../../db/queries/understanding";
import { SummaryTally } from "../../db/summary/tally";
import { A_DAY } from "../builders";

/** The ids of one workspace's published list, and of a further one that waits to be confirmed. */
interface Place {
  readonly scope: Scope;
  readonly supplier: { readonly no: number };
  readonly generation: number;
  readonly importId: string;
  readonly waiting: { readonly importId: string; readonly generation: number };
  readonly understood: Understood;
}

export interface Understood {
  readonly groupKey: string;
  readonly decisionId: string;
  /** Of the payee it is about, and of the decisions made with it. */
  readonly payeeKey: string;
  readonly batch: string;
  readonly jobId: string;
}

const GROUP_COLUMNS = [
  "generation", "no", "key", "kind", "label", "suppliers", "rows", "amounts", "knownRows", "knownAmounts", "asideRows", "asideAmounts", "asideReasons", "guess", "guessRows", "samples",
] as const; // prettier-ignore

const batchOf = (word: string) => `batch-${word.replaceAll(/[^\w-]/gu, "-")}`;

/** A group, a payee, a text, a decision and the job that applies it, with the workspace's own word in each. */
export async function anUnderstanding(
  db: Database,
  of: {
    readonly workspaceNo: number;
    readonly userId: string;
    readonly generation: number;
    readonly supplierNo: number;
  },
  word: string,
): Promise<Understood> {
  const { workspaceNo, userId, generation, supplierNo } = of;
  const groupKey = `account:${word}`;
  const decisionId = `decision ${word}`;
  const group = db.bulk.writer("generationGroups", GROUP_COLUMNS);
  group.add([generation, 0, groupKey, "account", word, 1, 1, "{}", 0, "{}", 0, "{}", "{}", null, 0, "[]"]);
  const payee = db.bulk.writer("generationPayees", ["generation", "no", "key", "name", "supplierNo", "parts"]);
  payee.add([generation, 0, `payee ${word}`, `Payee ${word}`, supplierNo, "[]"]);
  const odd = db.bulk.writer("generationUnresolved", ["generation", "no", "kind", "key", "text", "rows", "amounts"]);
  odd.add([generation, 0, "country", `text ${word}`, `Text ${word}`, 1, "{}"]);
  const decided = db.bulk.writer("decidedSuppliers", ["key", "decisions"]);
  decided.add([bulkKey(generation, supplierNo), decisionId]);
  const job = jobs.queuedJob(workspaceNo, "import.reapply", {}, A_DAY);
  await db.bulk.flush([group, payee, odd, decided], {
    after: (q) => [
      q.insert(db.t.jobs).values(job),
      q.insert(db.t.understandingDecisions).values({
        id: decisionId,
        workspaceNo,
        scope: "payee",
        key: `payee ${word}`,
        label: `Payee ${word}`,
        decision: { role: "trader" },
        batch: batchOf(word),
        decidedBy: userId,
        decidedAt: A_DAY,
      }),
    ],
  });
  return { groupKey, decisionId, payeeKey: `payee ${word}`, batch: batchOf(word), jobId: job.id };
}

type Ask = (scope: Scope, of: Place) => Promise<unknown>;

export const understandingReads = (db: () => Database): Readonly<Record<string, Ask>> => ({
  "db/queries/understanding.ts decisionsInForce": (scope) => understanding.decisionsInForce(db(), scope),
  "db/queries/understanding.ts findDecision": (scope, of) =>
    understanding.findDecision(db(), scope, of.understood.decisionId),
  "db/queries/understanding.ts decisionsOfSupplier": (scope, of) =>
    understanding.decisionsOfSupplier(db(), scope, of.generation, of.supplier.no),
  "db/queries/understanding.ts groupsOfGeneration": (scope, of) =>
    understanding.groupsOfGeneration(db(), scope, of.generation),
  "db/queries/understanding.ts payeesOfGeneration": (scope, of) =>
    understanding.payeesOfGeneration(db(), scope, of.generation),
  "db/queries/understanding.ts unresolvedOfGeneration": (scope, of) =>
    understanding.unresolvedOfGeneration(db(), scope, of.generation, "country", 50),
  "db/queries/understanding.ts subjectLabel": (scope, of) =>
    understanding.subjectLabel(db(), scope, of.generation, "group", of.understood.groupKey),
  "db/queries/understanding.ts openReapply": (scope) => understanding.openReapply(db(), scope),
  "app/services/understanding/counted-list.server.ts countedList": async (scope, of) => {
    const { groups, payees, decisions } = await countedList(db(), scope, of.generation);
    return { keys: [...groups, ...payees, ...decisions].map(({ key }) => key) };
  },
  "app/services/understanding/counted-list.server.ts notUnderstood": async (scope, of) =>
    (await notUnderstood(db(), scope, of.generation)) && { generation: of.generation },
  "app/services/understanding/suggest-text.server.ts textChoices": (scope, of) =>
    textChoices(db(), scope, of.generation, {
      decisions: [],
      resolver: assessorFor("2026-03-02").resolver,
      countries: [],
      limit: 50,
    }),
  "app/services/understanding/understand-view.server.ts understandView": (scope) =>
    understandView(db(), scope, [], A_DAY),
  "app/services/understanding/understanding-in-force.server.ts understandingInForce": (scope) =>
    understandingInForce(db(), scope, { createdAt: A_DAY, settings: defaultSettings() }),
  "app/services/suppliers/decided-facts.server.ts decidedFacts": (scope, of) =>
    decidedFacts(db(), scope, of.generation, { supplierNo: of.supplier.no, isic: null }),
});

const SUMMARY = { suppliers: 1, rows: {}, totals: [], model: { id: "2026.1", dataDate: "2026-01-01", dataHash: "0" } };

export const understandingChanges = (db: () => Database): Readonly<Record<string, Ask>> => ({
  "db/queries/understanding.ts createReappliedGeneration": (scope, of) =>
    understanding.createReappliedGeneration(
      db(),
      scope,
      { importId: of.importId, modelId: "2026.1", dataDate: "2026-01-01", dataHash: "0" },
      A_DAY,
    ),
  "app/services/understanding/decide.server.ts decideUnderstanding": (scope, of) =>
    decideUnderstanding(
      db(),
      scope,
      { scope: "group", key: of.understood.groupKey, decision: { notSeller: "taxes" } },
      A_DAY,
    ),
  "app/services/understanding/undo-decision.server.ts undoDecision": (scope, of) =>
    undoDecision(db(), scope, of.understood.decisionId, A_DAY),
  "app/services/understanding/apply-again.server.ts applyAgain": async (scope) => {
    // It asks for one job only where none waits.
    const waiting = await understanding.openReapply(db(), scope);
    if (waiting) await jobs.requestCancel(db(), scope, waiting.id, A_DAY);
    await applyAgain(db(), scope, A_DAY);
  },
  "app/services/understanding/apply-understanding.server.ts applyUnderstanding": async (scope, of) => {
    const record = await findImport(db(), of.scope, of.importId);
    const summary = { ...SUMMARY, decisions: [] } as unknown as StoredSummary;
    const rebuilt = { ...record, generation: of.generation };
    const shown = { record: rebuilt, generation: of.waiting.generation, summary };
    await applyUnderstanding(db(), scope, { ...shown, asOfEvent: Number.MAX_SAFE_INTEGER }, A_DAY);
  },
  "app/services/imports/build-list.server.ts countList": async (scope, of) => {
    const record = await findImport(db(), of.scope, of.waiting.importId);
    const counts = { ...SUMMARY, suppliers: 7 } as unknown as Built["counts"];
    const compared = { difference: record.summary!.difference, comparedWith: of.generation };
    await countList(
      db(),
      scope,
      of.waiting.generation,
      listInWork(record, { decisions: [] }),
      { counts, tally: new SummaryTally(), applied: { mark: "", recorded: new Map() } },
      compared,
    );
  },
});

/** Build writes and take no id of anyone. */
export const UNDERSTANDING_BUILDERS = [
  "app/services/understanding/decide.server.ts commitAndReapply",
  "app/services/understanding/reapply-soon.server.ts reapplySoon",
  "app/services/understanding/reapply-soon.server.ts reapplyIfOutdated",
];
