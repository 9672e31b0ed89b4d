/** Exits of the demand side: leaving a supplier is one, however many contracts end with it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { exits } from "../../app/demand/count-follow-up";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { fileCheck } from "../../app/services/checks/file-check.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { demandMeasures } from "../../app/services/demand/measures.server";
import { answerProposal } from "../../app/services/remedy/answer-proposal.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { standingAtEnd } from "../../app/services/reports/fill/standing.server";
import type { Database, Scope } from "../../db/database";
import { A_DAY, aDatabase, aGeneration, aMember, aSupplier, aWorkspace, scopeOf } from "../builders";
import { aDecision as aCheckDecision, aLot, nothingFound, TODAY } from "../check-steps";
import { aDecision } from "../remedy-facts";

let db: Database;
beforeAll(async () => {
  db = await aDatabase();
});
afterAll(() => db.close());

const PERIOD = { from: "2025-03-03", to: "2026-03-31" };

/** A contract of a supplier, which its check admitted. */
async function aContractOf(scope: Scope, supplierId: string): Promise<string> {
  const lotId = await openLot(db, scope, aLot(), A_DAY);
  await addBidder(db, scope, lotId, { name: "Alder Mill", country: null, identifier: "", supplierId }, A_DAY);
  const [checkId] = await openStage(db, scope, lotId, "award", A_DAY);
  await screenFirms(db, scope, [checkId!], A_DAY);
  await nothingFound(db, scope, checkId!);
  await noteInCheck(db, scope, checkId!, { kind: "decision", contents: aCheckDecision() }, A_DAY);
  await fileCheck(db, scope, checkId!, A_DAY);
  return recordContract(db, scope, { reference: "C", title: "Sewing", contractor: "Alder Mill", startsOn: "2026-01-01", endsOn: "", checkId: checkId! }, A_DAY); // prettier-ignore
}
const end = (scope: Scope, contractId: string) =>
  noteContract(db, scope, contractId, { kind: "termination", contents: { on: TODAY, reason: "a", workers: "b", wagesDue: "c", tried: "d", notice: "e", informed: "f", measures: "g" } }, A_DAY); // prettier-ignore

test("leaving a supplier and ending its contracts are one exit; before it was left each contract was one of its own", async () => {
  const workspace = await aWorkspace(db);
  const [scope, second] = [scopeOf(workspace), scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id)]; // prettier-ignore
  const { no: generation } = await aGeneration(db, workspace);
  const mill = await aSupplier(db, workspace, { name: "Alder Mill", generation });
  const measured = async () => {
    const { exits: found } = await demandMeasures(db, scope, PERIOD, await standingAtEnd(db, scope, PERIOD, A_DAY));
    return [found!.numerator, found!.denominator, found!.records.length];
  };
  await end(scope, await aContractOf(scope, mill.id));
  await end(scope, await aContractOf(scope, mill.id));
  expect(await measured()).toEqual([2, 2, 2]);
  const decisionId = await decideSupplier(db, scope, { supplierId: mill.id, facts: aDecision(scope.userId, { decidedOn: TODAY }) }, A_DAY); // prettier-ignore
  await answerProposal(db, second, { decisionId, answer: "confirm", reason: "" }, A_DAY);
  expect(await measured()).toEqual([1, 1, 2]);
});

test("a contract that ends after the turn of the year belongs to the exit that was decided before it, and is not counted again", () => {
  const exit = { supplier: "Alder Mill", supplierNo: 7, assessed: true };
  const all = [{ ...exit, on: "2025-12-20", contractId: null }, { ...exit, on: "2026-01-10", contractId: "c" }]; // prettier-ignore
  expect(exits(all, { from: "2025-01-01", to: "2025-12-31" })).toMatchObject({ numerator: 1, denominator: 1 });
  expect(exits(all, { from: "2026-01-01", to: "2026-12-31" })).toMatchObject({ denominator: null, records: [] });
  const other = { ...exit, supplierNo: 8, on: "2026-02-01", contractId: "d" };
  expect(exits([...all, other], { from: "2026-01-01", to: "2026-12-31" })).toMatchObject({ denominator: 1 });
});
