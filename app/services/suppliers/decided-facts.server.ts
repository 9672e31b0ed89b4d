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

/** For each fact the strongest decision that says it, of those the shown list was built with. */
export async function decidedFacts(
  db: Database,
  scope: AnyScope,
  generation: number,
  supplierNo: number,
): Promise<DecidedFacts> {
  const decisions = (await decisionsOfSupplier(db, scope, generation, supplierNo)).map(parsedDecision);
  const found: DecidedFacts = {};
  for (const { id, scope: about, label, who, decidedAt: at, decision } of decisions)
    for (const fact of FACTS) if (decision[fact] !== undefined) found[fact] ??= { id, scope: about, label, who, at };
  return found;
}
