/** The cost-gap test of a supplier as plain values: what is known of its corridors, and what it can be measured against. */
import type { CostGap } from "../../risk-models/answers";
import type { Engine, RecruitmentReading } from "../../risk-models/types";
import type { SourceName } from "../components/method-parts";
import {
  inForceRows,
  newestTotals,
  onCorridor,
  sourceOfCost,
  type OwnCorridor,
  type OwnFeeRule,
} from "../recruitment/corridors";
import { fromUsd } from "../recruitment/money";
import type { NewAnswer } from "../services/readings/record-readings.server";
import { filledIn, type OwnRows, type RecruitmentView } from "../services/readings/recruitment-view.server";
import type { ToldMoney } from "../services/readings/stored-answers";
import { standingOf, type Standing } from "../services/readings/try-answers";
import type { AssessmentView } from "../services/readings/views-of-supplier";
import { sourceNotes } from "./line-origin.server";

type Published = RecruitmentReading["corridors"][number];
type WithSources<T> = Omit<T, "source"> & { readonly sources: readonly SourceName[] };

/** What is known of one corridor of a supplier: by the published tables, and by the workspace itself. */
export interface CorridorKnown {
  readonly origin: string;
  /** The published tables have a figure or a rule for it. */
  readonly hasData: boolean;
  readonly figures: readonly WithSources<Published["rows"][number]>[];
  readonly rules: readonly WithSources<Published["rules"][number]>[];
  readonly own: readonly OwnCorridor[];
  readonly ownRules: readonly OwnFeeRule[];
}

/** A row of the workspace that a supplier can be measured against, and what that does. */
export interface Offer {
  readonly row: OwnCorridor;
  /** Null while the employer's bill for each hire is not known. */
  readonly gap: { readonly lowUsd: number; readonly highUsd: number } | null;
  readonly before: Standing;
  readonly after: Standing;
}

export interface GapView {
  readonly destination: string | null;
  readonly corridors: readonly CorridorKnown[];
  readonly found: (CostGap & { readonly sources: readonly SourceName[] }) | null;
  /** The employer's bill for each hire, US dollars; null while the number of hires or the bill is not known. */
  readonly paidPerHire: number | null;
  /** The gap in the currency of the bill, at its own rate. */
  readonly local: { readonly low: number; readonly high: number; readonly currency: string } | null;
  readonly hasPay: boolean;
  /** None while a cost is stated for the supplier. */
  readonly offers: readonly Offer[];
  /** The row of the workspace that the stated cost was taken from; null when it is of another source. */
  readonly usedRow: { readonly id: string; readonly who: string | null; readonly isWithdrawn: boolean } | null;
}

const withSources = <T extends { readonly source: string }>({ source, ...rest }: T): WithSources<T> => ({
  ...rest,
  sources: sourceNotes({ source }),
});

/** @param own rows of the workspace; none where its rows are not to be offered. */
export function gapView(engine: Engine, view: AssessmentView, bill: ToldMoney | null, own: OwnRows): GapView {
  const { assessment, facts } = view;
  const { costGap, corridors } = assessment.recruitment;
  const { country: destination } = assessment.countryUsed;
  const { workersRecruited, employerCostTotalUsd, monthlyContractPayUsd, ...told } = facts.recruitment;
  const isOf = (row: OwnCorridor) => row.usd === told.corridorCostPerWorkerUsd && sourceOfCost(row) === told.corridorCostSource; // prettier-ignore
  const used = told.corridorCostPerWorkerUsd === undefined ? [] : own.corridors.filter(isOf);
  const usedRow = inForceRows(used)[0] ?? used[0];
  const origins = told.corridorCostPerWorkerUsd === undefined ? corridors.map(({ origin }) => origin) : [];
  return {
    destination,
    corridors: corridors.map(({ origin, data, rows, rules }) => ({
      origin,
      hasData: data === "published",
      figures: rows.map(withSources),
      rules: rules.map(withSources),
      own: onCorridor(own.corridors, origin, destination),
      ownRules: inForceRows(own.rules).filter(({ country, side }) => country === (side === "origin" ? origin : destination)), // prettier-ignore
    })),
    found: costGap && { ...costGap, sources: sourceNotes(costGap) },
    paidPerHire:
      !workersRecruited || employerCostTotalUsd === undefined ? null : employerCostTotalUsd / workersRecruited,
    local:
      costGap && bill?.rate
        ? {
            low: fromUsd(costGap.lowUsd, bill),
            high: fromUsd(costGap.highUsd, bill),
            currency: bill.currency,
          }
        : null,
    hasPay: monthlyContractPayUsd !== undefined,
    offers: origins.flatMap((origin) =>
      newestTotals(own.corridors, origin, destination).map((row) => offerOf(engine, view, row)),
    ),
    usedRow: usedRow ? { id: usedRow.id, who: usedRow.who, isWithdrawn: usedRow.withdrawnAt !== null } : null,
  };
}

function offerOf(engine: Engine, { facts, assessment }: AssessmentView, row: OwnCorridor): Offer {
  const taken = { corridorCostPerWorkerUsd: row.usd, corridorCostSource: sourceOfCost(row) };
  const after = engine.assess({ ...facts, recruitment: { ...facts.recruitment, ...taken } });
  const { costGap } = after.recruitment;
  return {
    row,
    gap: costGap && { lowUsd: costGap.lowUsd, highUsd: costGap.highUsd },
    before: standingOf(assessment),
    after: standingOf(after),
  };
}

/** How the employer's bill was told, of answers with the newest last. */
export const billOf = (answers: readonly Pick<NewAnswer, "what" | "money">[]): ToldMoney | null =>
  answers.findLast(({ what, money }) => what === "employerCostTotalUsd" && money !== null)?.money ?? null;

export const gapNow = (view: RecruitmentView): GapView =>
  gapView(view.told.engine, view.outside, billOf(filledIn(view, false)), view.own);
