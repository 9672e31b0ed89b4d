/** What the pages of evidence are asked for by their addresses. */
import type { Database, Scope } from "../../db/database";
import type { Asked } from "../commitments/filter";
import { buyerProfile } from "../services/commitments/buyer.server";
import type { CommitmentsThen } from "../services/commitments/commitments-then.server";
import { askedQuery, readAsked } from "./commitments-form.server";

/**
 * As the address asks; an address that asks nothing shows what may apply, where somebody said who buys.
 * @param past what is told of the past day that it asks for; null: today.
 */
export async function evidenceAsked(
  db: Database,
  scope: Scope,
  search: URLSearchParams,
  past: Pick<CommitmentsThen, "buyer"> | null = null,
): Promise<Asked & { readonly first: number }> {
  const asked = readAsked(search);
  if ([...search.keys()].some((name) => name !== "from" && name !== "on")) return asked;
  return { ...asked, forUs: (past ? past.buyer : await buyerProfile(db, scope)) !== null };
}

/** The address of the same question at another row; "all rows" is said, for an address that asks nothing means those that may apply. */
export const evidenceQuery = (asked: Asked, first: number): string =>
  [askedQuery(asked, first), asked.forUs ? "" : "all=1"].filter(Boolean).join("&");
