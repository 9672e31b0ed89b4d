/** What would tell suppliers apart that stand alike: the columns most of them leave blank. */
import type { SupplierFacts } from "../../risk-models/types";

/** Columns a buyer can add to a list, the most telling first. */
export const GAPS = [
  "product",
  "seat",
  "origin",
  "placeOfWork",
  "recruiter",
  "workersRecruited",
  "employerCost",
  "papers",
  "repaid",
  "workers",
] as const;
export type Gap = (typeof GAPS)[number];

export type GapFacts = Pick<
  SupplierFacts,
  "seat" | "placeOfWork" | "origin" | "role" | "sector" | "goods" | "recruitment" | "workforce"
>;

const told = (answer: string | undefined): boolean => answer !== undefined && answer !== "unknown";

/** True where the column says nothing about this supplier. A service has no origin of goods: that is no gap. */
const IS_BLANK: Readonly<Record<Gap, (facts: GapFacts) => boolean>> = {
  product: ({ sector, goods }) => sector.isic === null && goods.length === 0,
  seat: ({ seat }) => seat.country === null,
  origin: ({ origin, role }) =>
    origin.country === null &&
    role !== "labour-provider" &&
    role !== "service-on-our-premises" &&
    role !== "service-elsewhere",
  placeOfWork: ({ placeOfWork }) => placeOfWork.country === null,
  recruiter: ({ recruitment }) => !told(recruitment.recruiter) && !told(recruitment.usesLabourAgents),
  workersRecruited: ({ recruitment }) => recruitment.workersRecruited === undefined,
  employerCost: ({ recruitment }) =>
    recruitment.employerCostTotalUsd === undefined &&
    !told(recruitment.feesPaidByWorkers) &&
    recruitment.feeMonthsOfPay === undefined,
  papers: ({ recruitment }) => !told(recruitment.papersHeldBy) && !told(recruitment.passportRetention),
  repaid: ({ recruitment }) => recruitment.workersRepaid === undefined && recruitment.amountRepaidUsd === undefined,
  workers: ({ workforce }) => workforce.workers === undefined,
};

/** The columns this supplier's facts leave blank, in the order of `GAPS`. */
export const gapsOf = (facts: GapFacts): Gap[] => GAPS.filter((gap) => IS_BLANK[gap](facts));

/** The columns that are blank for most of these suppliers, at most `most`; equal ones in the order of `GAPS`. */
export function separatingColumns(
  suppliers: readonly GapFacts[],
  most = 3,
): readonly { readonly gap: Gap; readonly blank: number }[] {
  return GAPS.map((gap) => ({ gap, blank: suppliers.filter((facts) => IS_BLANK[gap](facts)).length }))
    .filter(({ blank }) => blank > 0)
    .sort((a, b) => b.blank - a.blank)
    .slice(0, most);
}
