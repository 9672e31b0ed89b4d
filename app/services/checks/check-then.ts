/** A check as it stood at an instant. Pure. */
import type { VendorCheck } from "../../../db/queries/checks";
import { isBy } from "../../lib/as-known-on";

type Standing = Pick<VendorCheck, "id" | "state" | "openedAt" | "replaces" | keyof typeof NOT_FILED>;

const NOT_FILED = { fileNo: null, filedAt: null, filedBy: null, recordSha256: null };

/** One that was filed or corrected later was open or filed then. @param all checks of its lot. */
export function standingAt<C extends Standing>(check: C, all: readonly Standing[], until: Date | null): C {
  const isCorrected = all.some(({ replaces, openedAt }) => replaces === check.id && isBy(openedAt, until));
  if (isCorrected) return { ...check, state: "corrected" };
  return isBy(check.filedAt, until) ? { ...check, state: "filed" } : { ...check, ...NOT_FILED, state: "open" };
}
