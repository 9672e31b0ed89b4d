import type { AnyScope, Database } from "../../../db/database";
import { decisionsInForce, type DecisionRow } from "../../../db/queries/understanding";
import type { Engine, IsoDate, Iso2, SupplierFacts } from "../../../risk-models/types";
import { Decision, type DecidedItem, type Understanding } from "../../groups/decision";
import type { ImportRecord } from "../imports/import-record.server";
import { assessorFor, dayOf, type RiskData } from "../scoring/assessor.server";

const NOWHERE = { country: null, region: null, basis: "unknown" } as const;

/**
 * Of the countries that goods come from, the one the score uses: where the same goods, of the decided sector, are exposed most.
 * A tie goes to the first in the alphabet. Null when no country was said.
 */
export function strictestOrigin(engine: Engine, { origin, sector, role }: Decision, asOf: IsoDate): Iso2 | null {
  let strictest: { country: Iso2; exposure: number } | null = null;
  for (const country of origin?.toSorted() ?? []) {
    const facts: SupplierFacts = {
      seat: NOWHERE,
      placeOfWork: NOWHERE,
      origin: { country, region: null, basis: "stated" },
      role: role ?? "unknown",
      sector: sector
        ? { isic: sector.isic, basis: "stated", confidence: 1 }
        : { isic: null, basis: "unknown", confidence: null },
      goods: sector?.goods ?? [],
      recruitment: {},
      workforce: {},
      asOf,
    };
    const exposure = engine.score(facts).inherent ?? 0;
    if (strictest === null || exposure > strictest.exposure) strictest = { country, exposure };
  }
  return strictest?.country ?? null;
}

/** A stored decision as it is put into rows. */
const itemOf = ({ id, scope, key, decision }: DecisionRow, engine: Engine, asOf: IsoDate): DecidedItem => {
  const said = Decision.parse(decision);
  return { id, scope, key, decision: said, originUsed: strictestOrigin(engine, said, asOf) };
};

/** Everything decided in a workspace, ready for a list of that day: plain JSON. */
export async function understandingInForce(
  db: Database,
  scope: AnyScope,
  { createdAt, settings }: Pick<ImportRecord, "createdAt" | "settings">,
  data: RiskData | null = null,
): Promise<Understanding> {
  const asOf = dayOf(createdAt);
  const { engine } = assessorFor(asOf, settings.model, data);
  return { decisions: (await decisionsInForce(db, scope)).map((row) => itemOf(row, engine, asOf)) };
}
