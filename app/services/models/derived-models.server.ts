import { derivedModelsOf, type DerivedModel } from "../../../db/queries/models";
import type { AnyScope, Database } from "../../../db/database";
import type { IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";

/** One that was proposed and not withdrawn. @throws Problem `model.unknown-weights` (404). */
export async function openDerived(db: Database, scope: AnyScope, id: string): Promise<DerivedModel> {
  const found = (await derivedModelsOf(db, scope)).find((one) => one.id === id && one.withdrawnAt === null);
  if (!found)
    throw new Problem(
      "model.unknown-weights",
      "These weights are not there, or were withdrawn. Load the page again.",
      {},
      404,
    );
  return found;
}

/** May a list be scored with these weights on this day: a second person agreed, and the day after has come? */
export const isUsableOn = ({ validFrom, withdrawnAt }: DerivedModel, day: IsoDate): boolean =>
  withdrawnAt === null && validFrom !== null && validFrom <= day;
