import { z } from "zod";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { CONTRACT_ENTRY_KINDS } from "../../db/schema/contracts";
import type { NewContractEntry } from "../contracts/entries";
import { contractRecord, type ContractRecord } from "../services/contracts/contract-record.server";
import { dayOf } from "../services/scoring/assessor.server";
import { endOfDay } from "./as-known-on";
import { can } from "./permissions";

export interface ContractPage extends Omit<ContractRecord, "entries"> {
  readonly workspace: string;
  readonly canWrite: boolean;
  /** The day it is shown of. */
  readonly today: string;
  /** The form that came back, if any. */
  readonly sent: string | null;
}

/**
 * @param day as known at the end of this past day, with nothing to write; null: as it stands.
 * @throws Problem `contract.not-found` (404), also when it was recorded later.
 */
export async function contractPage(
  db: Database,
  scope: Scope,
  contractId: string,
  now: Date,
  day: string | null = null,
): Promise<Omit<ContractPage, "sent">> {
  const until = day === null ? null : endOfDay(day);
  const { entries: _entries, ...record } = await contractRecord(db, scope, contractId, until);
  return {
    ...record,
    workspace: scope.workspaceSlug,
    canWrite: day === null && can(scope.role, "contract:write"),
    today: day ?? dayOf(now),
  };
}

/** What a button of the page asks for. */
export const ContractIntent = z.enum(CONTRACT_ENTRY_KINDS);
export type ContractIntent = z.infer<typeof ContractIntent>;

/** The entry a form asks to note; what is missing in it is for the service to say. */
export function contractEntryOf(intent: ContractIntent, form: FormData, now: Date): NewContractEntry {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const texts = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, text(name)]));
  const contents = {
    terms: () => ({
      measures: form.getAll("measures"),
      ...texts("clauses", "labourCostLine", "employerPays", "subcontractors", "agencies", "auditAccess"),
    }),
    review: () => ({ reviewId: newId(now), ...texts("on", "what") }),
    "review-done": () => ({ reviewId: text("review"), ...texts("on", "result") }),
    change: () => texts("on", "what", "text", "workers"),
    termination: () => texts("on", "reason", "workers", "wagesDue", "tried", "notice", "informed", "measures"),
  }[intent]();
  return { kind: intent, contents } as unknown as NewContractEntry;
}
