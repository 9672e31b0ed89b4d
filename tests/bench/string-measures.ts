/** Three well-known measures of strings, to be beaten: on names in small letters, as they come. */
import { jaroWinkler } from "@skyra/jaro-winkler";
import { distance } from "fastest-levenshtein";
import { token_set_ratio } from "fuzzball";
import type { Measure } from "../matching/cases";

const byName =
  (measure: (left: string, right: string) => number): Measure =>
  (left, right) =>
    measure(left.name.toLowerCase(), right.name.toLowerCase());

export const STRING_MEASURES: readonly { readonly name: string; readonly measure: Measure }[] = [
  {
    name: "Jaro-Winkler (@skyra/jaro-winkler)",
    measure: byName((a, b) => (a === "" || b === "" ? 0 : jaroWinkler(a, b))),
  },
  {
    name: "Levenshtein (fastest-levenshtein)",
    measure: byName((a, b) => 1 - distance(a, b) / Math.max(a.length, b.length, 1)),
  },
  { name: "token set ratio (fuzzball)", measure: byName((a, b) => token_set_ratio(a, b) / 100) },
];
