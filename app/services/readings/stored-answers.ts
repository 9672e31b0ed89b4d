import { z } from "zod";
import type { StoredReading } from "../../../db/queries/readings";
import { PROOF_LEVELS, RecruitmentFacts, WorkforceFacts } from "../../../risk-models/facts";
import { Denomination, Money } from "../../recruitment/money";
import { isMaterialKey } from "../../recruitment/material-key";
import { materialPlaces } from "../../recruitment/materials";
import { isAnswerKey, isWorkforceKey, type AnswerKey } from "../../recruitment/questions";
import type { Reading } from "../../recruitment/readings";

/** A value as the engine takes it; null: not known any more. @throws ZodError when the engine does not take it. */
export function parseValue(what: AnswerKey, value: unknown): unknown {
  if (value === null) return null;
  if (isMaterialKey(what)) return materialPlaces(value);
  const shape: z.ZodType = isWorkforceKey(what) ? WorkforceFacts.shape[what] : RecruitmentFacts.shape[what];
  const parsed = shape.parse(value);
  if (parsed === undefined) throw new Error(`No value for ${what}`);
  return parsed;
}

/** How money was told: one amount, or the currency of all amounts of worker groups. */
export const ToldMoney = z.union([Money, Denomination]);
export type ToldMoney = z.infer<typeof ToldMoney>;

export type StoredAnswer = Reading & {
  readonly batch: string;
  readonly money: ToldMoney | null;
  readonly source: string;
};

/** A stored row as the pure functions take it. @throws when it holds what this version does not know. */
export function readReading(row: StoredReading): StoredAnswer {
  if (!isAnswerKey(row.what)) throw new Error(`There is no answer ${row.what}`);
  return {
    id: row.id,
    batch: row.batch,
    what: row.what,
    value: parseValue(row.what, row.value),
    proof: z.enum(PROOF_LEVELS).parse(row.proof),
    validFrom: row.validFrom,
    source: row.source,
    money: ToldMoney.nullable().parse(row.told),
    isProtected: row.protectedSource !== null,
    releasedAt: row.releasedAt,
    recordedAt: row.recordedAt,
    undoneAt: row.undoneAt,
  };
}
