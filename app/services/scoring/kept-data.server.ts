import type { Database } from "../../../db/database";
import { findRiskData } from "../../../db/queries/risk-data";
import type { RiskReference } from "../../../risk-models/reference-types";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { reference } from "../../lib/reference.server";
import { assessorFor, installedData, type RiskData } from "./assessor.server";

const read = new Map<string, RiskData>();

/**
 * The reference data a list was scored with, whatever this version brings by now. @throws when they are not kept: a database
 * that was put together by hand.
 */
export async function keptData(db: Database, hash: string): Promise<RiskData> {
  if (hash === reference().riskHash) return installedData();
  const known = read.get(hash);
  if (known) return known;
  const found = await findRiskData(db, hash);
  if (!found) throw new Error(`The reference data ${hash} are not kept in this database`);
  const data: RiskData = { hash, date: found.dataDate, risk: JSON.parse(found.content) as RiskReference };
  read.set(hash, data);
  return data;
}

/** What scored a list, or another model with the same reference data. */
export async function engineOfList(
  db: Database,
  asOf: IsoDate,
  { dataHash, modelId }: { readonly dataHash: string; readonly modelId: string },
): Promise<Engine> {
  return assessorFor(asOf, modelId, await keptData(db, dataHash)).engine;
}
