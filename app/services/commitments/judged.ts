/** A judgement as it is shown: whose it is, when, and what came after it. Pure. */
import { z } from "zod";
import type { SignedJudgement } from "../../../db/queries/judgements";
import type { Judgement } from "../../../db/schema/commitments";
import { madeBefore, type RowEvidence } from "../../commitments/evidence";
import type { IsoDate } from "../../../risk-models/types";

const KnownEvidence = z.object({
  count: z.int().min(0),
  newest: z.iso.date().nullable(),
  kinds: z.record(z.string(), z.int()),
});

export interface Judged {
  readonly id: string;
  readonly judgement: Judgement;
  readonly reason: string;
  readonly who: string;
  readonly at: Date;
  /** Day of the table as it was then. */
  readonly edition: IsoDate;
  /** Records that were held that moment; null: this reader may not read all of them, nor how many there are. */
  readonly knew: number | null;
  readonly replacedAt: Date | null;
  readonly takenBack: { readonly who: string; readonly at: Date; readonly reason: string } | null;
}

/** @param readsAll this reader may read every kind of record that was counted, see `readsAll`. */
export function asJudged(row: SignedJudgement, readsAll: boolean): Judged {
  const { id, judgement, reason, at, edition, replacedAt, takenBackAt, takenBackBy } = row;
  return {
    id,
    judgement,
    reason,
    who: row.who ?? row.by,
    at,
    edition,
    knew: readsAll ? KnownEvidence.parse(row.evidence).count : null,
    replacedAt,
    takenBack: takenBackAt && {
      who: row.takenBackByName ?? takenBackBy ?? "",
      at: takenBackAt,
      reason: row.takenBackReason ?? "",
    },
  };
}

/** What came after a judgement; `evidence` null: this reader may not read all that was counted, nor whether more came. */
export interface After {
  readonly evidence: boolean | null;
  readonly edition: boolean;
}

/** The judgement that stands, with what it did not know; null: nobody judged. */
export function standing(
  row: SignedJudgement | undefined,
  { all }: Pick<RowEvidence, "all">,
  editionSha256: string,
  readsAll: boolean,
): (Judged & { readonly madeBefore: After }) | null {
  if (!row) return null;
  const evidence = KnownEvidence.parse(row.evidence);
  const after = madeBefore({ evidence, editionSha256: row.editionSha256 }, { all, editionSha256 });
  return {
    ...asJudged(row, readsAll),
    madeBefore: { evidence: readsAll ? after.includes("evidence") : null, edition: after.includes("edition") },
  };
}
export type Standing = NonNullable<ReturnType<typeof standing>>;
