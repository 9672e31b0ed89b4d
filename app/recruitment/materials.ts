/**
 * Where a material comes from, as it is recorded: each material is a fact of its own, with its own proof, day and source, under
 * the name of its good in the reference tables. Pure.
 */
import { z } from "zod";
import type { StatedInput } from "../../risk-models/types";

const MaterialPlace = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/u),
  /** ISO 3166-2, where the region matters to the method; else null. */
  region: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/u)
    .nullable(),
});
export type MaterialPlace = z.infer<typeof MaterialPlace>;

/** The value of an answer about a material: every place it comes from. */
export const MaterialPlaces = z.array(MaterialPlace).min(1).max(60);
/** @throws ZodError when the value is none. */
export const materialPlaces = (value: unknown): MaterialPlace[] => MaterialPlaces.parse(value);

/** As the engine takes it, in one order. */
export const statedInputs = (good: string, value: unknown): StatedInput[] =>
  materialPlaces(value)
    .map(({ country, region }) => ({ good, country, region }))
    .sort((a, b) => (`${a.country} ${a.region ?? ""}` < `${b.country} ${b.region ?? ""}` ? -1 : 1));
