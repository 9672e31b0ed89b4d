/** What the pages of evidence are asked for by their addresses. */
import type { Scope } from "../../db/database";
import type { Asked } from "../commitments/filter";
import { buyerProfile } from "../services/commitments/buyer.server";
import type { Database } from "../../db/database";
import { readAsked } from "./commitments-form.server";

/** As the address asks; an address that asks nothing shows what may apply, where somebody said who buys. */
export async function evidenceAsked(
  db: Database,
  scope: Scope,
  search: URLSearchParams,
): Promise<Asked & { readonly first: number }> {
  const asked = readAsked(search);
  if ([...search.keys()].some((name) => name !== "from")) return asked;
  return { ...asked, forUs: (await buyerProfile(db, scope)) !== null };
}
