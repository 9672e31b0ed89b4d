import { z } from "zod";
import { isoDate, list, optional, optionalIso2, text, wholeNumber } from "./reference-cells";

/** What the rows of the screening lists look like; part of `referenceSchemas`. */
export const screeningSchemas = {
  "screening-lists": z.strictObject({
    list_id: text,
    entry_id: text,
    name: text,
    aliases: list,
    country_iso2: optionalIso2,
    address: optional,
    sector: optional,
    reason: text,
    ground: text,
    legal_effect: text,
    listed_on: optional,
    delisted_on: optional,
    source_id: text,
  }),
  /** One row a list of `screening-lists`: head of the list, its days, and rows of the publisher's file that were not kept. */
  "screening-editions": z.strictObject({
    list_id: text,
    title: text,
    publisher: text,
    url: text,
    licence: text,
    published_on: isoDate,
    read_on: isoDate,
    /** Natural persons; never kept. */
    person_rows: wholeNumber,
    /** May be natural persons; not kept either. */
    unclear_rows: wholeNumber,
    /** Entries whose listing covers subsidiaries where the row of `screening-lists` does not say so. */
    with_subsidiaries: list,
    source_id: text,
    note: text,
  }),
} as const;
