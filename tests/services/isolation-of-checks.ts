/** What the isolation test asks of lots and checks of bidders: with the scope of one workspace and the ids of another. */
import { eq } from "drizzle-orm";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { appendEntry } from "../../app/services/checks/append.server";
import { askQuestion } from "../../app/services/checks/ask-question.server";
import * as record from "../../app/services/checks/check-record.server";
import { checkView } from "../../app/services/checks/check-view.server";
import { correctCheck } from "../../app/services/checks/correct-check.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import * as lots from "../../app/services/checks/lot-view.server";
import { inspectionOf, memoOf } from "../../app/services/checks/memo.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { contractList, contractRecord } from "../../app/services/contracts/contract-record.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import type { Database, Scope } from "../../db/database";
import * as stored from "../../db/queries/checks";
import * as contracts from "../../db/queries/contracts";
import { A_DAY } from "../builders";
import { aDecision, aLot, anOpenLot, nothingFound, type OpenedLot } from "../check-steps";

export interface CheckedPlace {
  readonly lot: OpenedLot;
  /** A check of the same lot that is filed. */
  readonly filedId: string;
  readonly contractId: string;
}
interface Place {
  readonly scope: Scope;
  readonly supplier: { readonly id: string; readonly no: number };
  readonly checked: CheckedPlace;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

/** A lot with two bidders, one of them a supplier, whose checks are open and filed. */
export async function aCheckedPlace(
  db: Database,
  scope: Scope,
  { id: supplierId, no: supplierNo }: { readonly id: string; readonly no: number },
  word: string,
): Promise<CheckedPlace> {
  const lot = await anOpenLot(db, scope, { bidders: [`Bidder ${word}`, `Other ${word}`], lot: { name: `Lot ${word}` } }); // prettier-ignore
  await addBidder(db, scope, lot.lotId, { name: `Third ${word}`, country: null, identifier: "", supplierId }, A_DAY);
  await askQuestion(db, scope, lot.lotId, aQuestion(word), A_DAY);
  const filedId = lot.checkIds[1]!;
  await nothingFound(db, scope, filedId);
  await noteInCheck(db, scope, filedId, { kind: "decision", contents: aDecision({ reasons: `Reason ${word}` }) }, A_DAY); // prettier-ignore
  await fileCheck(db, scope, filedId, A_DAY);
  const contractId = await recordContract(db, scope, aContract(word, filedId), A_DAY);
  await db.transact(function* (q) {
    yield q.update(db.t.contracts).set({ supplierNo }).where(eq(db.t.contracts.id, contractId));
  });
  await noteContract(db, scope, contractId, aReview(word), A_DAY);
  await nothingFound(db, scope, lot.checkId);
  await noteInCheck(db, scope, lot.checkId, { kind: "decision", contents: aDecision() }, A_DAY);
  return { lot, filedId, contractId };
}

const aContract = (word: string, checkId: string) => ({
  reference: "C-1",
  title: `Contract ${word}`,
  contractor: `Other ${word}`,
  startsOn: "2026-01-01",
  endsOn: "",
  checkId,
});
const aReview = (word: string) =>
  ({ kind: "review", contents: { reviewId: `review-${word.replace(/\W/gu, "-").slice(0, 40)}`, on: "2026-06-01", what: `Look ${word}` } }) as const; // prettier-ignore

const aQuestion = (word: string) => ({
  stage: "selection" as const,
  text: `Where is it sewn, ${word}?`,
  link: "The sewing is what is bought.",
});

export const checkReads = (db: () => Database): Asked => ({
  "db/queries/checks.ts lotsOf": (scope) => stored.lotsOf(db(), scope, 9),
  "db/queries/checks.ts stagesOpened": (scope, of) => stored.stagesOpened(db(), scope, [of.checked.lot.lotId]),
  "app/services/checks/lot-view.server.ts lotsThen": (scope) =>
    lots.lotsThen(db(), scope, 9, new Date("2100-01-01T00:00:00Z")),
  "db/queries/checks.ts findLot": (scope, of) => stored.findLot(db(), scope, of.checked.lot.lotId),
  "db/queries/checks.ts biddersOf": (scope, of) => stored.biddersOf(db(), scope, of.checked.lot.lotId),
  "db/queries/checks.ts bidsOfSupplier": (scope, of) => stored.bidsOfSupplier(db(), scope, of.supplier.no),
  "db/queries/checks.ts questionsOfLot": (scope, of) => stored.questionsOfLot(db(), scope, of.checked.lot.lotId),
  "db/queries/checks.ts checksOfLot": (scope, of) => stored.checksOfLot(db(), scope, of.checked.lot.lotId),
  "db/queries/checks.ts findCheck": (scope, of) => stored.findCheck(db(), scope, of.checked.lot.checkId),
  "db/queries/checks.ts entriesOfChecks": (scope, of) =>
    stored.entriesOfChecks(db(), scope, [of.checked.lot.checkId, of.checked.filedId]),
  "db/queries/checks.ts highestFileNo": async (scope, of) => ({
    highest: await stored.highestFileNo(db(), scope),
    // A number alone carries no mark of its workspace: the record it is of does.
    of: await stored.findCheck(db(), scope, of.checked.filedId),
  }),
  "app/services/checks/check-record.server.ts requireLot": (scope, of) =>
    record.requireLot(db(), scope, of.checked.lot.lotId),
  "app/services/checks/check-record.server.ts checkRecord": (scope, of) =>
    record.checkRecord(db(), scope, of.checked.lot.checkId),
  "app/services/checks/check-view.server.ts checkView": (scope, of) => checkView(db(), scope, of.checked.lot.checkId),
  "app/services/checks/lot-view.server.ts lotView": (scope, of) => lots.lotView(db(), scope, of.checked.lot.lotId),
  "db/queries/contracts.ts contractsOf": (scope) => contracts.contractsOf(db(), scope, 9),
  "db/queries/contracts.ts contractsOfSupplier": (scope, of) =>
    contracts.contractsOfSupplier(db(), scope, of.supplier.no),
  "db/queries/contracts.ts findContract": (scope, of) => contracts.findContract(db(), scope, of.checked.contractId),
  "db/queries/contracts.ts entriesOfContract": (scope, of) =>
    contracts.entriesOfContract(db(), scope, of.checked.contractId),
  "app/services/contracts/contract-record.server.ts contractRecord": (scope, of) =>
    contractRecord(db(), scope, of.checked.contractId),
  "app/services/contracts/contract-record.server.ts contractList": (scope) => contractList(db(), scope),
  "app/services/checks/memo.server.ts memoOf": (scope, of) => memoOf(db(), scope, of.checked.filedId),
  "app/services/checks/memo.server.ts inspectionOf": (scope, of) => inspectionOf(db(), scope, of.checked.filedId),
});

export const checkChanges = (db: () => Database): Asked => ({
  "app/services/contracts/record-contract.server.ts recordContract": (scope, of) =>
    recordContract(db(), scope, aContract("more", of.checked.filedId), A_DAY),
  "app/services/contracts/note-contract.server.ts noteContract": (scope, of) =>
    noteContract(db(), scope, of.checked.contractId, aReview("more"), A_DAY),
  "app/services/checks/open-lot.server.ts openLot": (scope) => openLot(db(), scope, aLot(), A_DAY),
  "app/services/checks/add-bidder.server.ts addBidder": (scope, of) =>
    addBidder(db(), scope, of.checked.lot.lotId, { name: "Late", country: null, identifier: "", supplierId: "" }, A_DAY), // prettier-ignore
  "app/services/checks/open-stage.server.ts openStage": (scope, of) =>
    openStage(db(), scope, of.checked.lot.lotId, "award", A_DAY),
  "app/services/checks/ask-question.server.ts askQuestion": (scope, of) =>
    askQuestion(db(), scope, of.checked.lot.lotId, { ...aQuestion("more"), stage: "contract" }, A_DAY),
  "app/services/checks/append.server.ts appendEntry": async (scope, of) => {
    const { check, entries } = await record.checkRecord(db(), of.scope, of.checked.lot.checkId);
    const contents = { steps: ["eu57conduct"], result: "not-known" as const, proof: "", reference: "", sourceOn: null };
    return appendEntry(db(), scope, check, entries.length + 1, { kind: "answer", contents }, A_DAY);
  },
  "app/services/checks/screen-firms.server.ts screenFirms": async (scope, of) => {
    const firm = { firmId: "firm-2", kind: "group", name: "Parent", country: null, identifier: null, supplierId: null } as const; // prettier-ignore
    if (scope === of.scope)
      await noteInCheck(db(), scope, of.checked.lot.checkId, { kind: "circle", contents: firm }, A_DAY);
    await screenFirms(db(), scope, [of.checked.lot.checkId], A_DAY);
  },
  "app/services/checks/note.server.ts noteInCheck": async (scope, of) => {
    await noteInCheck(db(), scope, of.checked.lot.checkId, { kind: "decision", contents: aDecision({ decisionId: "decision-2" }) }, A_DAY); // prettier-ignore
    if (scope === of.scope) await nothingFound(db(), scope, of.checked.lot.checkId);
  },
  "app/services/checks/file-check.server.ts fileCheck": (scope, of) =>
    fileCheck(db(), scope, of.checked.lot.checkId, A_DAY),
  "app/services/checks/correct-check.server.ts correctCheck": (scope, of) =>
    correctCheck(db(), scope, of.checked.filedId, "Another extract", A_DAY),
});
