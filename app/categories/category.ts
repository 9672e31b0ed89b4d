/** What is stated about a category before any supplier exists, and what of it is still missing. Pure. */
import { z } from "zod";
import type { CpvKind } from "./cpv-search";
import { inOrder, placeOf } from "./places";
import { MOST_CODES, MOST_PLACES, REGIMES, TITLE_LENGTH, type CategoryDraft, type Missing } from "./words";

const place = z.string().refine((key) => placeOf(key) !== null);
const places = z.array(place).max(MOST_PLACES);

/** As it is kept in a record. Codes and places stand in the order of their codes, each once. */
export const CategoryInput = z.strictObject({
  title: z.string().trim().min(1).max(TITLE_LENGTH),
  codes: z
    .array(z.string().regex(/^\d{8}-\d$/u))
    .min(1)
    .max(MOST_CODES)
    .transform(inOrder),
  origins: places.transform(inOrder),
  /** Said by the buyer: where some or all of the goods come from is not known yet. */
  originUnknown: z.boolean(),
  /** Where services and works are performed. */
  places: places.transform(inOrder),
  placeUnknown: z.boolean(),
  /** Country of the buyer. */
  buyer: z.string().regex(/^[A-Z]{2}$/u),
  regime: z.enum(REGIMES),
});
export type CategoryInput = z.infer<typeof CategoryInput>;

/** Goods need their origin, services and works their place: stated, or said to be unknown. */
export function missingOf(draft: CategoryDraft, kinds: ReadonlySet<CpvKind>): Missing[] {
  const goods = kinds.has("supplies");
  const work = kinds.has("services") || kinds.has("works");
  const missing: readonly (readonly [Missing, boolean])[] = [
    ["title", draft.title.trim() === ""],
    ["codes", draft.codes.length === 0],
    ["origin", goods && draft.origins.length === 0 && !draft.originUnknown],
    ["place", work && draft.places.length === 0 && !draft.placeUnknown],
    ["buyer", draft.buyer === null],
    ["regime", draft.regime === null],
    ["tooManyCodes", draft.codes.length > MOST_CODES],
    ["tooManyPlaces", Math.max(draft.origins.length, draft.places.length) > MOST_PLACES],
  ];
  return missing.flatMap(([what, isMissing]) => (isMissing ? [what] : []));
}

/** The draft as it can be assessed; null while something is missing. What does not go with the kinds is left out. */
export function inputOf(draft: CategoryDraft, kinds: ReadonlySet<CpvKind>): CategoryInput | null {
  if (missingOf(draft, kinds).length > 0) return null;
  const goods = kinds.has("supplies");
  const work = kinds.has("services") || kinds.has("works");
  const parsed = CategoryInput.safeParse({
    ...draft,
    origins: goods ? draft.origins : [],
    originUnknown: goods && draft.originUnknown,
    places: work ? draft.places : [],
    placeUnknown: work && draft.placeUnknown,
  });
  return parsed.success ? parsed.data : null;
}
