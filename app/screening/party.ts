import type { Party } from "../matching/types";
import { asFirm } from "./number-kind";
import type { ListEntry } from "./types";

/** Is the entry one that names of firms are compared with? Goods, regions and vessels are not, nor what was taken off its list. */
export const isCompared = ({ kind, delistedOn }: Pick<ListEntry, "kind" | "delistedOn">): boolean =>
  kind === "entity" && delistedOn === null;

/** An entry as the matching engine takes it. Of several countries none speaks for or against. */
export const partyOfEntry = (entry: ListEntry): Party =>
  asFirm({
    name: entry.name,
    aliases: entry.aliases,
    country: entry.countries.length === 1 ? entry.countries[0]! : null,
    city: entry.city,
    address: entry.address,
    ids: entry.ids,
  });
