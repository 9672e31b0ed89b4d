import { z } from "zod";
import { ENCODINGS } from "../../files/types";

/** What the user has decided about how a file is read. Everything left alone is decided by the file itself. */
export const ImportSettings = z.object({
  sheet: z.string().nullable().default(null),
  encoding: z.enum(ENCODINGS).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  /** "auto", "none", or the 0-based record that holds the header. */
  header: z.union([z.literal("auto"), z.literal("none"), z.number().int().min(0)]).default("auto"),
  /** Field → 0-based column. Null: as proposed. */
  mapping: z.record(z.string(), z.number().int().min(0)).nullable().default(null),
  /** The mark before the decimals. Null: as the file itself shows. */
  decimal: z.enum([".", ","]).nullable().default(null),
  /** What stands first in 04/01/2017. Null: as the file itself shows. */
  dateOrder: z.enum(["dmy", "mdy", "ymd"]).nullable().default(null),
  /** ISO 3166-1 alpha-2, for rows that name no country. */
  country: z.string().length(2).nullable().default(null),
  /** Product or service, for rows that name none. */
  product: z.string().max(500).nullable().default(null),
  /** Read the country from the address where the row has none; marked as derived. */
  countryFromAddress: z.boolean().default(true),
  /** What the general ledger says, by currency ("" where the file names none): ten-thousandths as decimal text. */
  ledgerTotals: z.record(z.string().max(3), z.string().regex(/^-?\d{1,30}$/)).default({}),
  /** The import whose reading of the same headers was taken over; null when the file was read by itself. */
  readAs: z.string().nullable().default(null),
  /** Risk model a person chose for the list, instead of that of the day it was uploaded. */
  model: z.string().max(60).nullable().default(null),
  /** SHA-256 of the reference data a person chose for the list, instead of those it was first scored with. */
  data: z.string().max(64).nullable().default(null),
  /** False: the program's own proposal is wanted, not the reading of last time. */
  useMemory: z.boolean().default(true),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

export const defaultSettings = (): ImportSettings => ImportSettings.parse({});
