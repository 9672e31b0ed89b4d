/** Checks, contracts and what was told of own ways of buying, for the workspace of figures. */
import { fileCheck } from "../../app/services/checks/file-check.server";
import { addBidder } from "../../app/services/checks/add-bidder.server";
import { openLot } from "../../app/services/checks/open-lot.server";
import { openStage } from "../../app/services/checks/open-stage.server";
import { screenFirms } from "../../app/services/checks/screen-firms.server";
import { noteInCheck } from "../../app/services/checks/note.server";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteBuying, notePayments } from "../../app/services/demand/note-buying.server";
import type { ContractFacts } from "../../app/demand/entries";
import { A_DAY } from "../builders";
import { aDecision, aLot, found, nothingFound, TODAY } from "../check-steps";
import { dayOf, onDay, type Figured } from "./figures-days";

/** @returns the filed check of the first bidder, which is a supplier of the list. */
export async function someBuying(at: Figured): Promise<{ readonly checkId: string }> {
  const checkId = await someChecks(at);
  await someContracts(at, checkId);
  await whatWasTold(at);
  return { checkId };
}

async function someChecks({ db, owner, line }: Figured): Promise<string> {
  const lotId = await openLot(db, owner, aLot(), onDay(-4));
  const bidders = [["Birch Mill Ltd", line("Birch Mill Ltd").id], ["Silent Rival Works", ""], ["Third Firm", ""]] as const; // prettier-ignore
  for (const [order, [name, supplierId]] of bidders.entries())
    await addBidder(db, owner, lotId, { name, country: null, identifier: "", supplierId }, new Date(onDay(-4).getTime() + order * 1000)); // prettier-ignore
  const ids = await openStage(db, owner, lotId, "award", onDay(-3));
  const [first, second] = ids as [string, string];
  const input = { price: 1000, currency: "EUR", hours: 100, hourlyWage: 12, onCosts: 0, otherDirectCosts: 0, subcontracted: 0, wageBasis: "law", wageSource: "Act", wageSourceOn: TODAY } as const; // prettier-ignore
  await noteInCheck(db, owner, first, { kind: "floor", contents: input }, A_DAY);
  await noteInCheck(db, owner, first, { kind: "circle", contents: { firmId: "firm-2", kind: "subcontractor", name: "Clean Sub", country: "PL", identifier: "PL 7010023456", supplierId: null } }, A_DAY); // prettier-ignore
  await screenFirms(db, owner, ids, A_DAY);
  await found(db, owner, first, "eu57labour");
  for (const factId of ["fact-1", "fact-2", "fact-3"])
    await noteInCheck(db, owner, first, { kind: "fact", contents: { factId, text: `Wages were late. ${factId}`, source: "Court register", sourceOn: null, origin: "register", status: "established" } }, A_DAY); // prettier-ignore
  for (const factId of ["fact-1", "fact-2"])
    await noteInCheck(db, owner, first, { kind: "fact-put", contents: { factId, putOn: "2026-02-01", how: "Letter" } }, A_DAY); // prettier-ignore
  for (const checkId of [first, second]) await nothingFound(db, owner, checkId);
  const cleaning = { offered: true, compensation: "Back pay", clarification: "Full file", measures: "Clock", assessment: "Enough." }; // prettier-ignore
  await noteInCheck(db, owner, first, { kind: "decision", contents: aDecision({ kind: "conditions", reasons: "Once.", because: ["eu57labour"], terms: "Hours are shown.", cleaning }) }, A_DAY); // prettier-ignore
  await noteInCheck(db, owner, second, { kind: "decision", contents: aDecision() }, A_DAY);
  for (const checkId of [first, second]) await fileCheck(db, owner, checkId, A_DAY);
  return first;
}

const NOTHING: ContractFacts = { labourHeavy: null, recruitment: null, recruitmentCost: null, currency: null, depthKnown: null, depthAllowed: null, agencies: null, agenciesAllowed: null }; // prettier-ignore

async function someContracts({ db, owner }: Figured, checkId: string): Promise<void> {
  const contract = async (title: string, facts: Partial<ContractFacts> | null, of = "") => {
    const id = await recordContract(db, owner, { reference: title, title, contractor: title, startsOn: "2025-06-01", endsOn: "", checkId: of }, A_DAY); // prettier-ignore
    if (facts) await noteBuying(db, owner, { kind: "contract", contractId: id, contents: { ...NOTHING, ...facts } }, A_DAY); // prettier-ignore
    return id;
  };
  await contract("Sewing", { labourHeavy: "yes", recruitment: "priced", recruitmentCost: "525000", currency: "EUR", depthKnown: 1, depthAllowed: 1, agencies: "none", agenciesAllowed: "no" }, checkId); // prettier-ignore
  await contract("Guarding", { labourHeavy: "yes", depthKnown: 2, depthAllowed: 1, agencies: "named", agenciesAllowed: "no" }); // prettier-ignore
  const ended = await contract("Catering", { labourHeavy: "no" });
  await contract("Paper", null);
  const told = {
    on: TODAY,
    reason: "a",
    workers: "b",
    wagesDue: "c",
    tried: "d",
    notice: "e",
    informed: "f",
    measures: "g",
  };
  await noteContract(db, owner, ended, { kind: "termination", contents: told }, A_DAY);
}

async function whatWasTold({ db, owner }: Figured): Promise<void> {
  const buy = (kind: "training" | "orders" | "owner", contents: object) =>
    noteBuying(db, owner, { kind, contractId: null, contents } as never, A_DAY);
  await buy("training", { on: dayOf(-20), what: "Signs", whom: "buyers", people: 6, outOf: 20, hours: 3 });
  await buy("training", { on: dayOf(-30), what: "Prices", whom: "buyers", people: 9, outOf: 21, hours: 2 });
  await buy("training", { on: dayOf(-10), what: "Fees", whom: "suppliers", people: 31, outOf: null, hours: 1.5 });
  await buy("training", { on: dayOf(-700), what: "Old", whom: "buyers", people: 19, outOf: 20, hours: 8 });
  await buy("orders", { about: "Mill", from: "2025-06-01", to: "2026-02-28", orders: 45, minimumDays: 30, kept: 31, changed: 12, source: "Book" }); // prettier-ignore
  await buy("orders", { about: "Dyer", from: "2025-06-01", to: "2026-02-20", orders: 7, minimumDays: 10, kept: null, changed: 2, source: "Book" }); // prettier-ignore
  await buy("owner", { measure: "training", owner: "Head of buying" });
  const text = "Due;Paid\n01.02.2026;31.01.2026\n02.02.2026;12.02.2026\n05.02.2026;04.02.2026\n06.02.2026;\n";
  await notePayments(db, owner, { text, order: "dmy", source: "Ledger of February" }, A_DAY);
}
