/** What is not known of the suppliers of a list, line by line: one rule for the overview, the register and a response folder. Pure. */
import type { RegisterLine } from "../../../db/queries/register";
import { LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { gapsOf, toldOfRecruitment, type GapReading } from "../../../risk-models";
import type { Engine, Place, SupplierFacts } from "../../../risk-models/types";
import { readingsOfText } from "../scoring/stored-readings";

/** What of a line the rule of the gaps looks at beside the answers. */
export type GapFacts = Pick<RegisterLine, "role" | "seat" | "placeOfWork" | "origin" | "isic" | "goods">;

/** Did the supplier tell of its recruitment? The level says it of whom country and sector are known; of the others the answers themselves do. */
export function isTold(engine: Engine, line: Pick<RegisterLine, "level" | "readings">): boolean {
  const level = wordOf(LEVEL_CODES, line.level);
  if (level === "assessed" || level === "indicative") return level === "assessed";
  if (line.readings === null) return false;
  const { r = {}, w = {} } = readingsOfText(line.readings);
  return toldOfRecruitment(engine, { recruitment: r, workforce: w });
}

/** Gaps of suppliers that are alike, worked out once for each that differ in what the level rule looks at. */
export function rememberGaps(engine: Engine): (line: GapFacts, told: boolean) => readonly GapReading[] {
  const known = new Map<string, GapReading[]>();
  return ({ role, seat, placeOfWork, origin, isic, goods }, told) => {
    const key = [role, seat, placeOfWork, origin, isic, goods, told].join("\t");
    let found = known.get(key);
    if (!found) {
      const place = (country: string | null): Place => ({
        country,
        region: null,
        basis: country === null ? "unknown" : "stated",
      });
      const facts: SupplierFacts = {
        seat: place(seat),
        placeOfWork: place(placeOfWork),
        origin: place(origin),
        role: wordOf(ROLE_CODES, role),
        sector: { isic, basis: isic === null ? "unknown" : "stated", confidence: isic === null ? null : 1 },
        goods: goods === null ? [] : goods.split("|"),
        recruitment: {},
        workforce: {},
        asOf: engine.dataDate,
      };
      known.set(key, (found = gapsOf(engine, facts, told)));
    }
    return found;
  };
}
