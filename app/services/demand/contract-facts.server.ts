import type { Database, Scope } from "../../../db/database";
import { checksOfBidders, entriesOfEveryContract, everyContract, type CheckOfBidder } from "../../../db/queries/demand";
import type { Contract, StoredContractEntry } from "../../../db/queries/contracts";
import { labourCostFloor } from "../../checks/floor";
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
      return [[check.bidderId, inTenThousandths(floor)] as const];
    }),
  );
}

const inTenThousandths = (floor: {
  readonly gap: number;
  readonly currency: string | null;
}): NonNullable<ContractOf["floor"]> => ({
  gap: BigInt(Math.round(floor.gap * 100)) * 100n,
  currency: floor.currency ?? "",
});

/** As it was told of the contract itself; null: it was not. */
function toldFloor({ floors }: Buying, contractId: string): ContractOf["floor"] {
  const input = floors.get(contractId)?.contents;
  const floor = input ? labourCostFloor(input).floor : null;
  return input && floor ? inTenThousandths({ gap: floor.gap, currency: input.currency }) : null;
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
        floor: toldFloor(buying, contract.id) ?? ((bidder !== undefined && floorOf.get(bidder)) || null),
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

/**
 * Bidders of the lots that were awarded or are about to be, each once, however often its checks were corrected: those whose check at
 * the award was opened, and those who were never looked at again before somebody got the contract. Pure.
 */
export function biddersAtAward({ all, checks }: Contracts): BidderAtAward[] {
  const lotOf = new Map(checks.map(({ id, lotId }) => [id, lotId]));
  const begins = new Map<string, string>();
  for (const { contract } of all) {
    const lot = contract.checkId === null ? undefined : lotOf.get(contract.checkId);
    if (lot !== undefined) earlier(begins, lot, contract.startsOn);
  }
  const awards = new Map<string, string>();
  for (const { stage, lotId, openedAt } of checks) if (stage === "award") earlier(awards, lotId, dayOf(openedAt));
  const byBidder = groupBy(
    checks.filter(({ lotId }) => begins.has(lotId) || awards.has(lotId)),
    ({ bidderId }) => bidderId,
  );
  return [...byBidder.values()].map((of): BidderAtAward => {
    const opened = of.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || a.revision - b.revision);
    const [{ lotId, bidder }, award] = [opened[0]!, opened.find(({ stage }) => stage === "award")];
    const began = begins.get(lotId);
    const told = opened.filter((check) => check.filedAt !== null && saysOfMeasures(check) !== null);
    // What the newest says counts, and only if it was known in time: a correction after the award examines nobody before it.
    const inTime = told.filter(({ filedAt }) => began === undefined || dayOf(filedAt!) <= began);
    return {
      checkId: opened.at(-1)!.id,
      name: bidder,
      openedOn: award ? dayOf(award.openedAt) : (awards.get(lotId) ?? began!),
      examined: looked(told.at(-1)) && inTime.some(looked),
    };
  });
}

const earlier = (days: Map<string, string>, of: string, day: string): void => {
  const known = days.get(of);
  if (known === undefined || day < known) days.set(of, day);
};

/** What a filed check says of the bidder's measures against trafficking; null: nothing. */
const saysOfMeasures = (check: CheckOfBidder) => countedOf(check)?.preventive ?? null;

function looked(check: CheckOfBidder | undefined): boolean {
  const result = check && saysOfMeasures(check);
  return result === "done" || result === "found";
}
