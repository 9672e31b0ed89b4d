import type { Database, Scope } from "../../../db/database";
import { checksOfBidders, entriesOfEveryContract, everyContract, type CheckOfBidder } from "../../../db/queries/demand";
import type { Contract, StoredContractEntry } from "../../../db/queries/contracts";
import type { CountedOfCheck } from "../../checks/record";
import { contractStatus, type ContractEntry, type ContractStatus } from "../../contracts/entries";
import type { ContractOf, Period } from "../../demand/count";
import type { BidderAtAward, Exit } from "../../demand/count-follow-up";
import type { Buying } from "../../demand/entries";
import { isBy } from "../../lib/as-known-on";
import { groupBy } from "../../lib/group-by";
import { stateAt } from "../checks/check-then";
import { dayOf } from "../scoring/assessor.server";

/** Contracts with what was noted of them, and the checks of bidders. */
export interface Contracts {
  readonly all: readonly { readonly contract: Contract; readonly status: ContractStatus }[];
  readonly checks: readonly CheckOfBidder[];
}

/** @param until as they stood then, without what was recorded, noted, opened or filed later; null: as they stand. */
export async function contractsAndChecks(db: Database, scope: Scope, until: Date | null = null): Promise<Contracts> {
  const [contracts, entries, checks] = await Promise.all([
    everyContract(db, scope),
    entriesOfEveryContract(db, scope),
    checksOfBidders(db, scope),
  ]);
  const byContract = new Map<string, ContractEntry[]>();
  for (const entry of entries.filter(({ enteredAt }) => isBy(enteredAt, until))) {
    const known = byContract.get(entry.contractId);
    if (known) known.push(readEntry(entry));
    else byContract.set(entry.contractId, [readEntry(entry)]);
  }
  const corrections = groupBy(checks, ({ replaces }) => replaces ?? "");
  return {
    all: contracts
      .filter(({ recordedAt }) => isBy(recordedAt, until))
      .map((contract) => ({ contract, status: contractStatus(byContract.get(contract.id) ?? []) })),
    checks: checks
      .filter(({ openedAt }) => isBy(openedAt, until))
      .map((check) => checkThen(check, corrections.get(check.id) ?? [], until)),
  };
}

/** A check as it stood at an instant; of one that was open then nothing is counted. Pure. */
function checkThen(check: CheckOfBidder, corrections: readonly CheckOfBidder[], until: Date | null): CheckOfBidder {
  const state = stateAt(check, corrections, until);
  return state === "open" ? { ...check, state, filedAt: null, counted: null } : { ...check, state };
}

/** Entries were parsed when they were written. */
const readEntry = ({ kind, contents, enteredBy, enteredAt }: StoredContractEntry): ContractEntry =>
  ({ kind, contents, by: enteredBy, at: enteredAt }) as ContractEntry;

/** Kept by `countedOfCheck` when the check was filed. */
const countedOf = ({ counted }: Pick<CheckOfBidder, "counted">): CountedOfCheck | null =>
  counted as CountedOfCheck | null;

/** By the bidder: the floor of its newest filed check that holds one. Amounts of the calculator have two decimals. */
function floors(checks: readonly CheckOfBidder[]): ReadonlyMap<string, NonNullable<ContractOf["floor"]>> {
  return new Map(
    checks.flatMap((check) => {
      const floor = check.state === "filed" ? countedOf(check)?.floor : null;
      if (!floor) return [];
      const gap = BigInt(Math.round(floor.gap * 100)) * 100n;
      return [[check.bidderId, { gap, currency: floor.currency ?? "" }] as const];
    }),
  );
}

/** Contracts that ran at some time of the period. Pure. */
export function runningContracts({ all, checks }: Contracts, buying: Buying, { from, to }: Period): ContractOf[] {
  const floorOf = floors(checks);
  const bidderOf = new Map(checks.map(({ id, bidderId }) => [id, bidderId]));
  return all.flatMap(({ contract, status }) => {
    const end = status.termination?.on ?? contract.endsOn;
    if (contract.startsOn > to || (end !== null && end < from)) return [];
    const bidder = contract.checkId === null ? undefined : bidderOf.get(contract.checkId);
    return [
      {
        id: contract.id,
        name: `${contract.reference} · ${contract.title}`,
        facts: buying.contracts.get(contract.id)?.contents ?? null,
        floor: (bidder !== undefined && floorOf.get(bidder)) || null,
        clause: (status.terms?.employerPays ?? "") !== "",
      },
    ];
  });
}

/** Contracts that were terminated: never without an assessment. Pure. */
export const terminations = ({ all }: Contracts): Exit[] =>
  all.flatMap(
    ({ contract, status: { termination } }) =>
    termination === null
      ? []
      : [{ on: termination.on, supplier: contract.contractor, supplierNo: contract.supplierNo, contractId: contract.id, assessed: termination.workers !== "" }], // prettier-ignore
  );

/** Bidders at the award, each once, however often its check was corrected. Pure. */
export function biddersAtAward({ all, checks }: Contracts): BidderAtAward[] {
  const lotOf = new Map(checks.map(({ id, lotId }) => [id, lotId]));
  const begins = new Map<string, string>();
  for (const { contract } of all) {
    const lot = contract.checkId === null ? undefined : lotOf.get(contract.checkId);
    if (lot === undefined) continue;
    const known = begins.get(lot);
    if (known === undefined || contract.startsOn < known) begins.set(lot, contract.startsOn);
  }
  const byBidder = groupBy(
    checks.filter(({ stage }) => stage === "award"),
    ({ bidderId }) => bidderId,
  );
  return [...byBidder.values()].map((of): BidderAtAward => {
    const revisions = of.toSorted((a, b) => a.revision - b.revision);
    const [first] = revisions;
    const began = begins.get(first!.lotId);
    const filed = revisions.filter(({ filedAt }) => filedAt !== null);
    // What the newest says counts, and only if it was known in time: a correction after the award examines nobody before it.
    const inTime = filed.filter(({ filedAt }) => began === undefined || dayOf(filedAt!) <= began);
    return {
      checkId: revisions.at(-1)!.id,
      name: first!.bidder,
      openedOn: dayOf(first!.openedAt),
      examined: looked(filed.at(-1)) && inTime.some(looked),
    };
  });
}

function looked(check: CheckOfBidder | undefined): boolean {
  const result = check && countedOf(check)?.preventive;
  return result === "done" || result === "found";
}
