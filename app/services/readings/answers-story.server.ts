import type { Database, Scope } from "../../../db/database";
import type { ProtectedSource } from "../../../db/schema/readings";
import type { Proof } from "../../../risk-models/facts";
import type { IsoDate } from "../../../risk-models/types";
import { inQuestionOrder, type AnswerKey } from "../../recruitment/questions";
import { readingsFor, releasesFor } from "./readings-of.server";
import type { ToldMoney } from "./stored-answers";

/** One answer as the history shows it. */
export interface AnswerLine {
  readonly what: AnswerKey;
  /** Null: not known any more. */
  readonly value: unknown;
  readonly money: ToldMoney | null;
  readonly proof: Proof;
  readonly validFrom: IsoDate;
}

/** What was recorded, taken back or released of a supplier's answers. */
export type AnswersEvent =
  | {
      readonly kind: "answered" | "answers-undone";
      readonly batch: string;
      readonly answers: readonly AnswerLine[];
      /** "" where it may not be told. */
      readonly source: string;
      readonly protectedSource: ProtectedSource | null;
    }
  | {
      readonly kind: "answers-released";
      readonly groupSize: number;
      readonly assessedOn: IsoDate;
      /** "" for who may not read protected information. */
      readonly assessedBy: string;
      readonly assessment: string;
    };

type Signed = AnswersEvent & { readonly at: Date; readonly who: string | null };

/** What this reader may know of it, in no order: one event for what was saved at once. */
export async function answersStory(db: Database, scope: Scope, supplierNo: number): Promise<Signed[]> {
  const [readings, releases] = await Promise.all([
    readingsFor(db, scope, supplierNo),
    releasesFor(db, scope, supplierNo),
  ]);
  const batches = new Set(readings.map(({ batch }) => batch));
  const saved = [...batches].flatMap((id): Signed[] => {
    const batch = readings.filter((one) => one.batch === id);
    const [first] = batch;
    if (!first) return [];
    const told = {
      batch: first.batch,
      answers: inQuestionOrder(batch).map(({ what, value, money, proof, validFrom }) => ({
        what,
        value,
        money,
        proof,
        validFrom,
      })),
      source: first.source,
      protectedSource: first.protectedSource,
    };
    return [
      { kind: "answered", at: first.recordedAt, who: first.who, ...told },
      ...(first.undoneAt === null
        ? []
        : [{ kind: "answers-undone" as const, at: first.undoneAt, who: first.undoneByName, ...told }]),
    ];
  });
  const released = releases.map(
    ({ releasedAt, releasedByName, groupSize, assessedBy, assessedOn, assessment }): Signed => ({
      kind: "answers-released",
      at: releasedAt,
      who: releasedByName,
      groupSize,
      assessedBy,
      assessedOn,
      assessment,
    }),
  );
  return [...saved, ...released];
}
