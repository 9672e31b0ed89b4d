import { z } from "zod";

/** Cells of the reference tables as they stand in the CSV files, and what they become. A blank is `null`: unknown. */

export const text = z.string().min(1);
export const optional = z.string().transform((cell) => (cell === "" ? null : cell));
export const fraction = z
  .string()
  .regex(/^(0|1|0?\.\d+|[01]\.\d+)$/)
  .transform(Number)
  .pipe(z.number().min(0).max(1));
export const trueFalse = z.enum(["true", "false"]).transform((cell) => cell === "true");
export const optionalTrueFalse = z
  .enum(["true", "false", ""])
  .transform((cell) => (cell === "" ? null : cell === "true"));
export const zeroOne = z.enum(["0", "1"]).transform((cell) => cell === "1");
export const iso2 = z.string().regex(/^[A-Z]{2}$/);
export const iso3 = z.string().regex(/^[A-Z]{3}$/);
export const optionalIso2 = z
  .string()
  .regex(/^([A-Z]{2})?$/)
  .transform((cell) => (cell === "" ? null : cell));
export const optionalIso3 = z
  .string()
  .regex(/^([A-Z]{3})?$/)
  .transform((cell) => (cell === "" ? null : cell));
export const optionalYear = z
  .string()
  .regex(/^(\d{4}(-\d{4})?)?$/)
  .transform((cell) => (cell === "" ? null : cell));
export const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
export const list = z.string().transform((cell) => (cell === "" ? [] : cell.split(";").map((part) => part.trim())));
export const filledList = z
  .string()
  .min(1)
  .transform((cell) => cell.split(";").map((part) => part.trim()));
export const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Never blank: a count that is not known has no column. */
export const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
