import type { Database, Scope } from "../../../db/database";
import { checksOfBidders, entriesOfEveryContract, everyContract, type CheckOfBidder } from "../../../db/queries/demand";
import type { Contract, StoredContractEntry } from "../../../db/queries/contracts";
import type { FrozenCheck } from "../../checks/record";
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

/** A check as it stood at an instant; one that was open then has no record. Pure. */
function checkThen(check: CheckOfBidder, corrections: readonly CheckOfBidder[], until: Date | null): CheckOfBidder {
  const state = stateAt(check, corrections, until);
  return state === "open" ? { ...check, state, filedAt: null, record: null } : { ...check, state };
}

/** Entries were parsed when they were written. */
const readEntry = ({ kind, contents, enteredBy, enteredAt }: StoredContractEntry): ContractEntry =>
  ({ kind, contents, by: enteredBy, at: enteredAt }) as ContractEntry;

/** Checks were frozen by `frozenCheck` when they were filed. */
const recordOf = ({ state, record }: CheckOfBidder): FrozenCheck | null =>
  state === "filed" ? (record as FrozenCheck | null) : null;

/** By the bidder: the floor of its newest filed check that holds one. Amounts of the calculator have two decimals. */
function floors(checks: readonly CheckOfBidder[]): ReadonlyMap<string, NonNullable<ContractOf["floor"]>> {
  return new Map(
    checks.flatMap((check) => {
      const floor = recordOf(check)?.floor;
      const answer = floor?.answer.floor;
      if (!floor || !answer) return [];
      const gap = BigInt(Math.round(answer.gap * 100)) * 100n;
      return [[check.bidderId, { gap, currency: floor.input.currency ?? "" }] as const];
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
      : [{ on: termination.on, supplier: contract.contractor, contractId: contract.id, assessed: termination.workers !== "" }], // prettier-ignore
  );

/** The question whether a bidder takes steps against trafficking: `app/checks/steps.ts`. */
const PREVENTIVE = "osce0617";

/** Bidders at the award. Pure. */
export function biddersAtAward({ all, checks }: Contracts): BidderAtAward[] {
  const begins = new Map(all.flatMap(({ contract }) => (contract.checkId === null ? [] : [[contract.checkId, contract.startsOn] as const]))); // prettier-ignore
  return checks
    .filter(({ stage, state }) => stage === "award" && state !== "corrected")
    .map((check) => {
      const result = recordOf(check)?.steps.find(({ id }) => id === PREVENTIVE)?.answer?.result;
      const began = begins.get(check.id);
      const inTime = check.filedAt !== null && (began === undefined || dayOf(check.filedAt) <= began);
      return {
        checkId: check.id,
        name: check.bidder,
        openedOn: dayOf(check.openedAt),
        examined: inTime && (result === "done" || result === "found"),
      };
    });
}
