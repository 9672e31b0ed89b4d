/** What of a result decides which measures fit. Pure. */
import type { CpvKind } from "./cpv-search";
import type { ResultRow } from "./result";
import { spreadOf } from "./result";
import { TRAITS, type Trait } from "./words";

/** A material of the goods that is listed with forced labour somewhere: to be asked, never assumed. */
export interface ListedMaterial {
  readonly good: string;
  /** The codes whose goods it is in. */
  readonly codes: readonly string[];
  /** Where it is listed, in the order of the codes. */
  readonly places: readonly string[];
  readonly stateImposed: readonly string[];
  readonly source: string;
}

const LISTED_SIGNS = /^reason\.sign\.(?:goodForcedAtOrigin|sectorGoodForcedAtOrigin)$/u;

export function traitsOf(
  rows: readonly ResultRow[],
  kinds: ReadonlySet<CpvKind>,
  materials: readonly ListedMaterial[],
): ReadonlySet<Trait> {
  const some = (holds: (row: ResultRow) => boolean) => rows.some(holds);
  const floor = (id: string) => some(({ floors }) => floors.some((one) => one.id === id));
  const found: Readonly<Record<Trait, boolean>> = {
    always: true,
    "state-imposed": floor("stateImposed"),
    "listed-origin": floor("listedPair") || some(({ reasons }) => reasons.some(({ key }) => LISTED_SIGNS.test(key))),
    "origin-open": some(({ on, place }) => on === "origin" && place === null),
    "listed-material": materials.length > 0,
    "labour-provider": some(({ labour, workKind }) => labour === "labour-provider" || workKind === "labour-provider"),
    "labour-heavy": some(({ labour, workKind }) => labour !== null || workKind === "labour-heavy-service"),
    "labour-intensive": some(({ workKind }) => workKind === "labour-intensive-production"),
    "work-performed": kinds.has("services") || kinds.has("works"),
    goods: kinds.has("supplies"),
    "reaches-high": rows.length > 0 && spreadOf(rows).bands?.[1] === "high",
  };
  return new Set(TRAITS.filter((trait) => found[trait]));
}
