/** A check as it stood at an instant. Pure. */
import type { VendorCheck } from "../../../db/queries/checks";
import { isBy } from "../../lib/as-known-on";

type Standing = Pick<VendorCheck, "id" | "state" | "openedAt" | "replaces" | keyof typeof NOT_FILED>;

const NOT_FILED = { fileNo: null, filedAt: null, filedBy: null, recordSha256: null };

/** What a check was at an instant: one that was filed or corrected later was open or filed then. @param all where those are that correct it. */
export function stateAt(
  { id, filedAt }: Pick<VendorCheck, "id" | "filedAt">,
  all: readonly Pick<VendorCheck, "replaces" | "openedAt">[],
  until: Date | null,
): VendorCheck["state"] {
  const isCorrected = all.some(({ replaces, openedAt }) => replaces === id && isBy(openedAt, until));
  return isCorrected ? "corrected" : isBy(filedAt, until) ? "filed" : "open";
}

/** With what was not filed yet left out. @param all checks of its lot. */
export function standingAt<C extends Standing>(check: C, all: readonly Standing[], until: Date | null): C {
  const state = stateAt(check, all, until);
  return state === "open" ? { ...check, ...NOT_FILED, state } : { ...check, state };
}
