/** A check as it stood at an instant. Pure. */
import type { VendorCheck } from "../../../db/queries/checks";

type Standing = Pick<VendorCheck, "id" | "state" | "openedAt" | "replaces" | keyof typeof NOT_FILED>;

const NOT_FILED = { fileNo: null, filedAt: null, filedBy: null, recordSha256: null };

/** Had it happened? @param until null: now. */
export const isBy = (at: Date | null, until: Date | null): boolean => at !== null && (until === null || at <= until);

/** One that was filed or corrected later was open or filed then. @param all checks of its lot. */
export function standingAt<C extends Standing>(check: C, all: readonly Standing[], until: Date | null): C {
  const isCorrected = all.some(({ replaces, openedAt }) => replaces === check.id && isBy(openedAt, until));
  if (isCorrected) return { ...check, state: "corrected" };
  return isBy(check.filedAt, until) ? { ...check, state: "filed" } : { ...check, ...NOT_FILED, state: "open" };
}
