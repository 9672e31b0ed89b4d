/** What would tell suppliers apart that stand alike: the columns most of them leave blank. */
import { sectionOf } from "../../risk-models";
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

const SERVICES: ReadonlySet<string> = new Set(["labour-provider", "service-on-our-premises", "service-elsewhere"]);
/** Sections of ISIC that grow, dig, make or trade. */
const GOODS = "ABCG";

/** A service has no origin of goods: not to know it is no gap. */
function sellsGoods({ role, goods, sector: { isic } }: GapFacts): boolean {
  if (SERVICES.has(role)) return false;
  const section = isic === null ? null : sectionOf(isic);
  return goods.length > 0 || role === "maker" || role === "trader" || section === null || GOODS.includes(section);
}

/** True where the column says nothing about this supplier. */
const IS_BLANK: Readonly<Record<Gap, (facts: GapFacts) => boolean>> = {
  product: ({ sector, goods }) => sector.isic === null && goods.length === 0,
  seat: ({ seat }) => seat.country === null,
  origin: (facts) => facts.origin.country === null && sellsGoods(facts),
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
