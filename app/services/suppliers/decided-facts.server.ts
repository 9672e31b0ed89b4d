import type { AnyScope, Database } from "../../../db/database";
import { decisionsOfSupplier } from "../../../db/queries/understanding";
import type { DecisionScope } from "../../groups/decision";
import { parsedDecision } from "../understanding/counted-list.server";

/** The decision that gave a fact of a supplier. */
export interface DecidedFact {
  readonly id: string;
  readonly scope: DecisionScope;
  readonly label: string;
  /** Null when the person has no account any more. */
  readonly who: string | null;
  readonly at: Date;
}

const FACTS = ["sector", "role", "placeOfWork", "origin"] as const;
export type DecidableFact = (typeof FACTS)[number];
export type DecidedFacts = Partial<Record<DecidableFact, DecidedFact | undefined>>;

/**
 * For each fact the strongest decision that says it, of those the shown list was built with.
 * @param isic the sector shown: where the finer code of the list itself stayed, no decision gave it.
 */
export async function decidedFacts(
  db: Database,
  scope: AnyScope,
  generation: number,
  { supplierNo, isic }: { readonly supplierNo: number; readonly isic: string | null },
): Promise<DecidedFacts> {
  const decisions = (await decisionsOfSupplier(db, scope, generation, supplierNo)).map(parsedDecision);
  const found: DecidedFacts = {};
  for (const { id, scope: about, label, who, decidedAt: at, decision } of decisions)
    for (const fact of FACTS) {
      const gave = fact === "sector" ? decision.sector?.isic === isic : decision[fact] !== undefined;
      if (gave) found[fact] ??= { id, scope: about, label, who, at };
    }
  return found;
}
