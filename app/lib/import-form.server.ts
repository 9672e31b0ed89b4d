import { z } from "zod";
import { ENCODINGS } from "../files/types";
import { isFieldName, type FieldName } from "../imports/fields";
import type { ImportSettings } from "../services/imports/settings";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => (given === "" || given === null ? null : given), schema.nullable());

const Choices = z.object({
  sheet: optional(z.string().max(200)),
  encoding: optional(z.enum(ENCODINGS)),
  delimiter: optional(z.string().length(1)),
  header: z.union([z.literal("auto"), z.literal("none"), z.coerce.number().int().min(0).max(1000)]),
  decimal: optional(z.enum([".", ","])),
  dateOrder: optional(z.enum(["dmy", "mdy", "ymd"])),
  country: optional(z.string().regex(/^[A-Z]{2}$/u)),
  product: optional(z.string().trim().max(500)),
});

export interface MappingChoice {
  readonly settings: ImportSettings;
  /** Fields chosen for more than one column: the form goes back. */
  readonly twice: readonly FieldName[];
}

/** Reads the mapping form. Fields that a browser left out are as if left alone. @throws ZodError for what no page of ours sends. */
export function readMappingForm(form: FormData, before: ImportSettings): MappingChoice {
  const given = (name: keyof z.infer<typeof Choices>) => (form.has(name) ? form.get(name) : before[name]);
  const choices = Choices.parse({
    sheet: given("sheet"),
    encoding: given("encoding"),
    delimiter: given("delimiter"),
    header: given("header"),
    decimal: given("decimal"),
    dateOrder: given("dateOrder"),
    country: given("country"),
    product: given("product"),
  });
  const mapping: Partial<Record<FieldName, number>> = {};
  const twice = new Set<FieldName>();
  for (const [name, value] of form) {
    const column = /^column\.(\d{1,4})$/u.exec(name)?.[1];
    if (column === undefined || typeof value !== "string" || !isFieldName(value)) continue;
    if (mapping[value] !== undefined) twice.add(value);
    mapping[value] = Number(column);
  }
  return {
    settings: { ...before, ...choices, mapping, countryFromAddress: form.get("countryFromAddress") === "yes" },
    twice: [...twice],
  };
}

/** Do the two ask for another reading of the file (sheet, encoding, delimiter, header)? */
export const readsAnew = (before: ImportSettings, after: ImportSettings): boolean =>
  before.sheet !== after.sheet ||
  before.encoding !== after.encoding ||
  before.delimiter !== after.delimiter ||
  before.header !== after.header;

/** What holds for the whole list, said on the preview: the rest of how it is read stays. */
export function readWholeList(form: FormData, before: ImportSettings): ImportSettings {
  const { country, product } = Choices.pick({ country: true, product: true }).parse({
    country: form.has("country") ? form.get("country") : before.country,
    product: form.has("product") ? form.get("product") : before.product,
  });
  return { ...before, country, product };
}

/** Totals of the general ledger as they were typed, by currency. */
export function readLedgerForm(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    const currency = /^ledger\.([A-Z]{3}|)$/u.exec(name)?.[1];
    if (currency !== undefined && typeof value === "string") typed[currency] = value.slice(0, 100);
  }
  return typed;
}
