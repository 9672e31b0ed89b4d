/**
 * A workspace in which every number that a report computes is one: two lists, answers, findings, actions, decisions, a ledger,
 * pairs with lists, a merged supplier, checks, contracts, a ledger of payments, trainings and a category. What was told in
 * confidence is among it, and is in no number. Built once a file: tests read it, and change nothing.
 */
import { fileCategory } from "../../app/services/categories/file-category.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { buildRegisterPages } from "../../app/jobs/build-register-pages.server";
import { readConfig } from "../../app/lib/config.server";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { publishedGeneration } from "../../db/queries/generations";
import type { RegisterLine } from "../../db/queries/register";
import type { Role } from "../../db/schema/codes";
import { A_DAY, aDatabase, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { aCandidate, someScreening } from "../screening-rows";
import { dayOf, onDay, type Figured } from "./figures-days";
import { someBuying } from "./figures-buying";
import { someFollowUp } from "./figures-follow-up";
import { importSteps, linesByName } from "./import-steps";

const HEADER = "Supplier,Country,Product,Amount,Currency\n";
const BEFORE = `${HEADER}Birch Mill Ltd,Bangladesh,cotton garments,1100,EUR
华东纺织有限公司,China,cotton yarn,900,EUR
Прядильная фабрика,Uzbekistan,cotton yarn,300,EUR
Long Gone Ltd,Poland,cleaning,40,EUR
Alder Staffing,Poland,temporary agency work,15,EUR
Grey Heron Cleaning Ltd,Germany,cleaning of buildings,250,EUR
`;
const LIST = `${HEADER}Birch Mill Ltd,Bangladesh,cotton garments,"1,200.50",EUR
华东纺织有限公司,China,cotton yarn,900,EUR
Прядильная фабрика,Kazakhstan,cotton yarn,300,EUR
โรงงานทอผ้า,Thailand,shrimp,10,USD
Alder Staffing,Poland,temporary agency work,-5,EUR
Grey Heron Cleaning Ltd,Germany,cleaning of buildings,250,EUR
Vale Legal Ltd,Germany,legal advice,80,EUR
Nowhere Ltd,,,7,EUR
Somewhere Ltd,Turkey,,12,EUR
`;

/** The same as a job process does after a list was published: spend and gaps are counted there. */
const count = (db: Database, scope: Scope, dataDir: string, generation: number) =>
  buildRegisterPages({
    db,
    config: readConfig({ CANDOUR_DATA: dataDir }),
    job: { id: "job", workspaceNo: scope.workspaceNo, payload: { generation } },
    progress: async () => undefined,
    cancelled: async () => false,
  });

export type FiguresPlace = Figured &
  Awaited<ReturnType<typeof someBuying>> &
  Awaited<ReturnType<typeof someFollowUp>> & {
    readonly generation: number;
    readonly categoryId: string;
    /** Of the suppliers of the list that is shown, without the one that was merged. */
    readonly names: readonly string[];
    readonly close: () => Promise<void>;
  };

export async function aFiguresPlace(): Promise<FiguresPlace> {
  const folder = aFolder();
  const db = await aDatabase();
  const workspace = await aWorkspace(db, { name: "Nordhavn Workwear" });
  const owner = scopeOf(workspace);
  const as = async (role: Role) => scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
  const [officer, legal, purchaser, auditor] = [await as("officer"), await as("legal-reviewer"), await as("purchaser"), await as("auditor")]; // prettier-ignore
  await importSteps(db, folder.path, () => onDay(-60)).publish(owner, BEFORE);
  await importSteps(db, folder.path, () => onDay(-40)).publish(owner, LIST);
  const generation = (await publishedGeneration(db, owner))!;
  await count(db, owner, folder.path, generation);
  const lines = await linesByName(db, owner, generation);
  const line = (name: string): RegisterLine => lines.get(name)!;
  const at: Figured = { db, owner, officer, legal, purchaser, auditor, line };
  await someAnswers(at);
  await someDocuments(at);
  const followUp = await someFollowUp(at);
  const buying = await someBuying(at);
  // Records about the merged supplier were made before it was merged.
  await someLists(at, generation);
  const input = { title: "Shirts", codes: ["18332000-5"], origins: ["BD", "CN-XJ"], originUnknown: true, places: [], placeUnknown: false, buyer: "DE", regime: "eu" as const }; // prettier-ignore
  const { id: categoryId } = await fileCategory(db, owner, { input, measures: ["labourLaw", "originProof"], ownText: "We ask for the spinner too.", corrects: null }, A_DAY); // prettier-ignore
  const close = async () => {
    await db.close();
    folder.remove();
  };
  return {
    ...at,
    ...followUp,
    ...buying,
    generation,
    categoryId,
    names: [...lines.keys()].filter((name) => name !== "Vale Legal Ltd"),
    close,
  };
}

/** Open ones of three suppliers, one released and one that stays in confidence. */
async function someAnswers({ db, owner, line }: Figured): Promise<void> {
  const answer = (name: string, what: string, value: unknown, days: number, protectedSource: "union" | null = null) =>
    recordReadings(
      db,
      owner,
      {
        supplierId: line(name).id,
        answers: [{ what, value, proof: protectedSource ? "interviews" : "policy", validFrom: dayOf(days), money: null }] as never, // prettier-ignore
        source: protectedSource ? "Union X" : "Head of personnel",
        protectedSource,
      },
      onDay(days),
    );
  await answer("华东纺织有限公司", "feesPaidByWorkers", "yes", -20);
  await answer("华东纺织有限公司", "papersHeldBy", "worker", -19);
  await answer("Grey Heron Cleaning Ltd", "feesPaidByWorkers", "no", -18);
  await answer("Grey Heron Cleaning Ltd", "papersHeldBy", "worker", -17);
  await answer("Grey Heron Cleaning Ltd", "papersHeldBy", null, -16);
  await answer("Прядильная фабрика", "feesPaidByWorkers", "yes", -15, "union");
  const batch = await answer("Birch Mill Ltd", "feesPaidByWorkers", "yes", -14, "union");
  const risk = { groupSize: 30, assessedBy: "Ines", assessedOn: dayOf(-10), assessment: "Every worker of the site says the same; nobody can be told from the answer." }; // prettier-ignore
  await releaseReadings(db, owner, { supplierId: line("Birch Mill Ltd").id, batch }, risk, onDay(-10));
}

/** Pairs in every state, each another number of them; and a supplier that was merged into another. */
async function someLists({ db, owner, officer, line }: Figured, generation: number): Promise<void> {
  const no = (name: string) => line(name).supplierNo;
  const of = { generation, supplierNo: no("Birch Mill Ltd"), alikeNo: no("华东纺织有限公司"), mergedNo: no("Vale Legal Ltd") }; // prettier-ignore
  const { screeningId, editionId } = await someScreening(db, owner, of, "Alder", {
    by: officer.userId,
    now: onDay(-9),
  });
  for (const [state, times] of [
    ["open", 4],
    ["match", 1],
    ["not-match", 6],
    ["cannot-tell", 5],
  ] as const)
    // prettier-ignore
    for (let at = 0; at < times; at++)
      await aCandidate(db, owner, no("Alder Staffing"), `${state} ${at}`, { state, screeningId, editionId }, onDay(-8));
}

async function someDocuments({ db, owner, line }: Figured): Promise<void> {
  const document = (shows: string, name: string, undoneAt: Date | null) => ({ id: newId(A_DAY), workspaceNo: owner.workspaceNo, supplierNo: line(name).supplierNo, accessClass: "internal" as const, fileName: "a.pdf", kind: "pdf" as const, strength: "primary" as const, sha256: shows.padEnd(64, "0"), bytes: 1, storedPath: "x", shows, issuer: "Firm", issuedOn: dayOf(-90), recordedBy: owner.userId, recordedAt: onDay(-6), undoneBy: undoneAt && owner.userId, undoneAt }); // prettier-ignore
  await db.transact(function* (q) {
    yield q
      .insert(db.t.evidence)
      .values([document("one", "Birch Mill Ltd", null), document("two", "Vale Legal Ltd", null), document("back", "Birch Mill Ltd", onDay(-5))]); // prettier-ignore
  });
}
