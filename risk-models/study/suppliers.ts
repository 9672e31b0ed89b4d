/** Suppliers in the short form of `cases.json`. */
import { ROLES } from "../types";
import type { IsoDate, Place, RecruitmentFacts, StatedInput, SupplierFacts, WorkforceFacts } from "../types";

/** A place is ISO2 or ISO2/region and counts as stated; what is left out is unknown. */
export interface ShortFacts {
  readonly seat?: string | undefined;
  readonly placeOfWork?: string | undefined;
  readonly origin?: string | undefined;
  readonly role?: string | undefined;
  readonly isic?: string | undefined;
  readonly goods?: readonly string[] | undefined;
  readonly inputs?: readonly StatedInput[] | undefined;
  readonly recruitment?: RecruitmentFacts | undefined;
  readonly workforce?: WorkforceFacts | undefined;
}

const place = (text: string | undefined): Place => {
  const [country, region] = (text ?? "").split("/");
  return { country: country || null, region: region ?? null, basis: country ? "stated" : "unknown" };
};

/** What the engine takes. A role that is none of the closed list is unknown. */
export const supplierOf = (short: ShortFacts, asOf: IsoDate): SupplierFacts => ({
  seat: place(short.seat),
  placeOfWork: place(short.placeOfWork),
  origin: place(short.origin),
  role: ROLES.find((role) => role === short.role) ?? "unknown",
  sector: { isic: short.isic ?? null, basis: short.isic ? "stated" : "unknown", confidence: short.isic ? 1 : null },
  goods: short.goods ?? [],
  ...(short.inputs && { inputs: short.inputs }),
  recruitment: short.recruitment ?? {},
  workforce: short.workforce ?? {},
  asOf,
});
