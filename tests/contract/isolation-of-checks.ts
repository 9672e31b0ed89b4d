/** What the isolation test of the queries asks of lots and the checks of their bidders. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as checks from "../../db/queries/checks";
import * as tenders from "../../db/queries/tenders";
import * as contracts from "../../db/queries/contracts";
import { NOW, type AGeneration } from "./databases";

export const CHECK_MODULES = { checks, contracts, tenders };

const OF_A_LOT = { id: "lot-1", lotId: "lot-1", bidderId: "bidder-1", checkId: "check-1" };

/** One row of each table; the bidder is the first supplier. */
export async function aLotOfOurs(db: Database, scope: Scope, made: AGeneration): Promise<void> {
  const { lots, lotBidders, lotQuestions, vendorChecks, checkEntries, contracts: table, contractEntries } = db.t;
  const { workspaceNo, userId } = scope;
  await db.commit(scope, event("lot.opened", { lotId: "lot-1", lot: "lot-1" }), (q) => [
    q.insert(lots).values({
      id: OF_A_LOT.id,
      workspaceNo,
      reference: "17",
      name: "Lot",
      buyer: "City",
      subject: "Clothing",
      regime: "eu",
      national: [],
      stages: ["selection"],
      openedBy: userId,
      openedAt: NOW,
    }),
    q.insert(lotBidders).values({
      id: OF_A_LOT.bidderId,
      workspaceNo,
      lotId: OF_A_LOT.lotId,
      name: "Mill",
      supplierNo: made.nos[0]!,
      addedBy: userId,
      addedAt: NOW,
    }),
    q.insert(lotQuestions).values({
      id: "question-1",
      workspaceNo,
      lotId: OF_A_LOT.lotId,
      stage: "selection",
      text: "Where is it sewn?",
      link: "The sewing is what is bought",
      askedBy: userId,
      askedAt: NOW,
    }),
    q.insert(vendorChecks).values({
      id: OF_A_LOT.checkId,
      workspaceNo,
      lotId: OF_A_LOT.lotId,
      bidderId: OF_A_LOT.bidderId,
      stage: "selection",
      revision: 1,
      state: "filed",
      openedBy: userId,
      openedAt: NOW,
      fileNo: 1,
    }),
    q.insert(checkEntries).values({
      id: "entry-1",
      workspaceNo,
      checkId: OF_A_LOT.checkId,
      kind: "answer",
      contents: {},
      enteredBy: userId,
      enteredAt: NOW,
      position: 1,
    }),
    q.insert(table).values({
      id: "contract-1",
      workspaceNo,
      reference: "C-1",
      title: "Clothing",
      contractor: "Mill",
      supplierNo: made.nos[0]!,
      startsOn: "2026-01-01",
      recordedBy: userId,
      recordedAt: NOW,
    }),
    q.insert(contractEntries).values({
      id: "contract-entry-1",
      workspaceNo,
      contractId: "contract-1",
      kind: "review",
      contents: {},
      enteredBy: userId,
      enteredAt: NOW,
      position: 1,
    }),
  ]);
}

export function questionsOnChecks(of: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    contractsOf: (scope) => contracts.contractsOf(of().db, scope, 9),
    contractsOfSupplier: (scope) => contracts.contractsOfSupplier(of().db, scope, of().made.nos[0]!),
    findContract: (scope) => contracts.findContract(of().db, scope, "contract-1"),
    entriesOfContract: (scope) => contracts.entriesOfContract(of().db, scope, "contract-1"),
    lotsOf: (scope) => checks.lotsOf(of().db, scope, 9),
    tendersUntil: async (scope) => ((await tenders.tendersUntil(of().db, scope, NOW)).lots > 0 ? true : null),
    stagesOpened: (scope) => checks.stagesOpened(of().db, scope, [OF_A_LOT.lotId]),
    findLot: (scope) => checks.findLot(of().db, scope, OF_A_LOT.id),
    biddersOf: (scope) => checks.biddersOf(of().db, scope, OF_A_LOT.lotId),
    bidsOfSupplier: (scope) => checks.bidsOfSupplier(of().db, scope, of().made.nos[0]!),
    questionsOfLot: (scope) => checks.questionsOfLot(of().db, scope, OF_A_LOT.lotId),
    checksOfLot: (scope) => checks.checksOfLot(of().db, scope, OF_A_LOT.lotId),
    findCheck: (scope) => checks.findCheck(of().db, scope, OF_A_LOT.checkId),
    entriesOfChecks: (scope) => checks.entriesOfChecks(of().db, scope, [OF_A_LOT.checkId]),
    highestFileNo: async (scope) => (await checks.highestFileNo(of().db, scope)) || null,
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
