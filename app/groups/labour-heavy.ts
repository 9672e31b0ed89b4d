/** Labour providers and labour-heavy services by name: where a buyer's own demand can do harm, also in calm countries. */
import type { DecidableRole } from "./decision";

export const LABOUR_KINDS = [
  "labour-provider",
  "cleaning",
  "catering",
  "security",
  "laundry",
  "care",
  "construction",
  "waste",
  "grounds",
  "harvest",
  "household",
] as const;
export type LabourKind = (typeof LABOUR_KINDS)[number];

/** ISIC Rev. 4 prefix → kind; the longest prefix counts. */
const BY_ISIC: Readonly<Record<string, LabourKind>> = {
  "78": "labour-provider",
  "81": "cleaning",
  "813": "grounds",
  "56": "catering",
  "80": "security",
  "9601": "laundry",
  "87": "care",
  "88": "care",
  "41": "construction",
  "42": "construction",
  "43": "construction",
  F: "construction",
  "37": "waste",
  "38": "waste",
  "39": "waste",
  "016": "harvest",
  "97": "household",
};

/** The kind of labour-heavy work of an ISIC code, or null. */
export function labourKindOf(isic: string | null): LabourKind | null {
  for (let length = isic?.length ?? 0; length > 0; length -= 1) {
    const kind = BY_ISIC[isic!.slice(0, length)];
    if (kind) return kind;
  }
  return null;
}

const ON_PREMISES: ReadonlySet<LabourKind> = new Set([
  "cleaning",
  "catering",
  "security",
  "construction",
  "grounds",
  "household",
]);

/**
 * The role a sector suggests: labour provider and trader by themselves; services by where they are usually done. No maker is
 * suggested: whoever sells goods may have made or only bought them.
 */
export function suggestedRole(isic: string): DecidableRole | null {
  const division = Number.parseInt(isic.slice(0, 2), 10);
  const kind = labourKindOf(isic);
  if (kind === "labour-provider") return "labour-provider";
  if (kind !== null) return ON_PREMISES.has(kind) ? "service-on-our-premises" : "service-elsewhere";
  if (isic === "G" || (division >= 45 && division <= 47)) return "trader";
  if (division === 33) return "service-on-our-premises";
  return division >= 49 || "HIJKLMNPQRS".includes(isic) ? "service-elsewhere" : null;
}
