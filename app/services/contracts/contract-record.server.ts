/** A contract with what was noted of it. */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import {
  contractsOf,
  entriesOfContract,
  findContract,
  type Contract,
  type StoredContractEntry,
} from "../../../db/queries/contracts";
import { contractStatus, type ContractEntry, type ContractStatus } from "../../contracts/entries";
import { Problem } from "../../lib/problem";

export interface ContractRecord {
  readonly contract: Contract;
  readonly entries: readonly ContractEntry[];
  readonly status: ContractStatus;
  /** Of everybody who noted something, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** Entries were parsed when they were written. */
const readEntry = ({ kind, contents, enteredBy, enteredAt }: StoredContractEntry): ContractEntry =>
  ({ kind, contents, by: enteredBy, at: enteredAt }) as ContractEntry;

/** @param until what was noted later is left out. @throws Problem `contract.not-found` (404), also when it was recorded later. */
export async function contractRecord(
  db: Database,
  scope: Scope,
  contractId: string,
  until: Date | null = null,
): Promise<ContractRecord> {
  const contract = await findContract(db, scope, contractId);
  if (!contract || (until !== null && contract.recordedAt > until))
    throw new Problem("contract.not-found", "There is no such contract. It may belong to another workspace.", {}, 404);
  const entries = (await entriesOfContract(db, scope, contract.id))
    .map(readEntry)
    .filter(({ at }) => until === null || at <= until);
  const names = await namesOfUsers(db, [contract.recordedBy, ...entries.map(({ by }) => by)]);
  return {
    contract,
    entries,
    status: contractStatus(entries),
    names: Object.fromEntries([...names].flatMap(([id, name]) => (id === null ? [] : [[id, name]]))),
  };
}

const CONTRACTS = 200;

/** The contracts of a workspace, the newest first. @param until those recorded later are left out. */
export function contractList(db: Database, scope: Scope, until: Date | null = null): Promise<Contract[]> {
  return contractsOf(db, scope, CONTRACTS, until);
}
