import type { Database, Scope } from "../../../db/database";
import { registerFacets, type RegisterFilters } from "../../../db/queries/register-page";
import { ROLES, type Gap } from "../../../risk-models";
import type { GapNumbers } from "./overview.server";

/** Nothing is asked of who sells nothing. */
const SELLERS = ROLES.filter((role) => role !== "not-a-seller");

/** The table's filters that leave those who lack something. */
const LACKING: Readonly<Partial<Record<Gap, RegisterFilters>>> = {
  country: { country: [""], role: SELLERS },
  sector: { division: [""], role: SELLERS },
  role: { role: ["unknown"] },
};

/** For each gap the filters under which the table shows exactly as many suppliers as lack it; left out where none do. */
export type GapLinks = Partial<Record<Gap, RegisterFilters>>;

/** Asks the table what it would show, so that a number and the page it leads to never differ. */
export async function gapLinks(
  db: Database,
  scope: Scope,
  generation: number,
  gaps: readonly GapNumbers[] | null,
): Promise<GapLinks> {
  const links: GapLinks = {};
  for (const { gap, lacking } of gaps ?? []) {
    const filters = LACKING[gap];
    if (!filters || lacking === 0) continue;
    const { country, division, role } = filters;
    // A value is counted beside what the other filters leave.
    const facets = await registerFacets(db, scope, generation, country || division ? { role } : {});
    const counts = country ? facets?.seat : division ? facets?.division : facets?.role;
    const wanted = country || division ? "" : "unknown";
    if (counts?.find(([value]) => value === wanted)?.[1] === lacking) links[gap] = filters;
  }
  return links;
}
