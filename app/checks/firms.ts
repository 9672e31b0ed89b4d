/** Firms of a circle as they are compared. Pure. */
import { canonicalJson } from "../../db/canonical-json";
import type { CheckCandidate } from "./entries";

/** A firm of which nothing but its name is known. */
export const BLANK_PARTY = {
  name: "",
  aliases: [],
  country: null,
  city: null,
  address: null,
  ids: {},
  parent: null,
  sector: null,
} as const;

const factsOf = ({ entry }: Pick<CheckCandidate, "entry">): string =>
  canonicalJson({ ...entry, sector: null, reason: null });

/** The same pair under the id it had, when the entry is as it was: what was decided about it holds. */
export function sameCandidate(found: CheckCandidate, before: readonly CheckCandidate[]): CheckCandidate {
  const known = before.find(({ list, entry }) => list.listId === found.list.listId && entry.id === found.entry.id);
  return known && factsOf(known) === factsOf(found) ? { ...found, candidateId: known.candidateId } : found;
}
