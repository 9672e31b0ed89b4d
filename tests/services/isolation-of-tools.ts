/** What the isolation test asks of lists, own rows, models, commitments, disclosure and packs of past days. */
import type { Database, Scope } from "../../db/database";
import { packsUntil } from "../../db/queries/packs";
import { commitmentsThen } from "../../app/services/commitments/commitments-then.server";
import { stateBuyer } from "../../app/services/commitments/state-buyer.server";
import { ownRowsThen } from "../../app/services/corridors/own-rows-then.server";
import { disclosedRecords, disclosureThen } from "../../app/services/disclosure/disclosed-records.server";
import { modelsThen } from "../../app/services/models/models-then.server";
import { packsThen } from "../../app/services/packs/packs-then.server";
import { listsThen } from "../../app/services/screening/lists-then.server";
import { toolsThen } from "../../app/services/trail/tools-then.server";
import { A_DAY, type ASupplier } from "../builders";
import { aPack } from "./isolation-of-packs";

interface Place {
  readonly scope: Scope;
  readonly supplier: ASupplier;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const LATE = "2100-01-01";
const BUYER = { country: "DE", body: null, size: null, buys: null, sector: null, sellsTo: [] } as const;

/** @param dataDir the data folder of the test. */
export function toolReads(db: () => Database, dataDir: string): Asked {
  /** What is counted grows with a pack of the other workspace only where its scope asks. */
  const grows = async ({ scope, supplier }: Place, count: () => Promise<number | null>) => {
    const before = await count();
    await aPack(db(), scope, `counted ${supplier.id}`, dataDir);
    return (await count()) !== before && { id: supplier.id };
  };
  return {
    "db/queries/packs.ts packsUntil": (scope, of) =>
      grows(of, () => packsUntil(db(), scope, new Date(`${LATE}T00:00Z`))),
    "app/services/trail/tools-then.server.ts toolsThen": (scope, of) =>
      grows(of, async () => (await toolsThen(db(), scope, LATE)).packs),
    "app/services/packs/packs-then.server.ts packsThen": (scope) => packsThen(db(), scope, LATE),
    "app/services/screening/lists-then.server.ts listsThen": (scope) => listsThen(db(), scope, LATE),
    "app/services/corridors/own-rows-then.server.ts ownRowsThen": (scope) => ownRowsThen(db(), scope, LATE),
    "app/services/models/models-then.server.ts modelsThen": (scope) => modelsThen(db(), scope, LATE),
    "app/services/commitments/commitments-then.server.ts commitmentsThen": async (scope, of) => {
      await stateBuyer(db(), of.scope, { ...BUYER, sellsTo: [] }, A_DAY);
      const { buyer } = await commitmentsThen(db(), scope, LATE);
      return buyer?.statedBy === of.scope.userId && { id: of.supplier.id };
    },
    "app/services/disclosure/disclosed-records.server.ts disclosedRecords": (scope, of) =>
      disclosedRecords(db(), scope, of.supplier.id),
    "app/services/disclosure/disclosed-records.server.ts disclosureThen": (scope, of) =>
      disclosureThen(db(), scope, of.supplier.id, LATE),
  };
}
