/** The rule of the four levels, in one place; and what would move a supplier up by it. */
import { trades } from "./places";
import type { Engine, Level, SupplierFacts, SupplierRole } from "./types";

/** What the rule looks at. `toldOfRecruitment`: at least one answer with proof of at least a statement. */
export interface LevelGrounds {
  readonly role: SupplierRole;
  readonly countryKnown: boolean;
  /** A sector, a good, or the role of labour provider. */
  readonly sectorKnown: boolean;
  readonly toldOfRecruitment: boolean;
}

/** Level without own facts. */
export function contextLevel({
  role,
  countryKnown,
  sectorKnown,
}: Omit<LevelGrounds, "toldOfRecruitment">): Exclude<Level, "assessed"> {
  if (!countryKnown || role === "not-a-seller") return "listed";
  return sectorKnown ? "indicative" : "placed";
}

/** The level of a supplier. */
export function levelOf(grounds: LevelGrounds): Level {
  const level = contextLevel(grounds);
  return level === "indicative" && grounds.toldOfRecruitment ? "assessed" : level;
}

/** A supplier of whom all is known but what it answers: its level says whether the answers count. */
const KNOWN: SupplierFacts = {
  seat: { country: "DE", region: null, basis: "stated" },
  placeOfWork: { country: null, region: null, basis: "unknown" },
  origin: { country: null, region: null, basis: "unknown" },
  role: "maker",
  sector: { isic: "C", basis: "stated", confidence: 1 },
  goods: [],
  recruitment: {},
  workforce: {},
  asOf: "2026-01-01",
};

/** Whether these answers count as told: asked of the engine, so that there is one rule for what does. */
export const toldOfRecruitment = (
  engine: Engine,
  { recruitment, workforce }: Pick<SupplierFacts, "recruitment" | "workforce">,
): boolean => engine.score({ ...KNOWN, recruitment, workforce }).level === "assessed";

/** What a list may not say of a supplier, and a person can find out. */
export const GAPS = ["country", "sector", "origin", "placeOfWork", "role", "recruitment"] as const;
export type Gap = (typeof GAPS)[number];

export interface GapReading {
  readonly gap: Gap;
  /** The level the supplier would have if this were given and nothing else, whatever the answer is, is a higher one. */
  readonly raisesLevel: boolean;
  /**
   * An answer raises the coverage of the context or of the supplier. The one answer that does not: that the supplier trades
   * what others make, for then its seat says nothing any more and the origin of the goods is the next question.
   */
  readonly raisesCoverage: boolean;
}

const SERVICES: ReadonlySet<SupplierRole> = new Set([
  "service-on-our-premises",
  "service-elsewhere",
  "labour-provider",
]);

/**
 * What is not known of a supplier, as far as the method uses it for one of its role: goods have an origin, those who trade
 * have no place of work of their own (see `countryUsed`), and nothing is asked of who is not a seller. Pure.
 * `told`: something on recruitment was told that counts.
 */
export function gapsOf(engine: Engine, facts: SupplierFacts, told: boolean): GapReading[] {
  const { role, seat, origin, placeOfWork } = facts;
  if (role === "not-a-seller") return [];
  const open = new Set(engine.spans(facts).missing);
  const grounds: LevelGrounds = {
    role,
    countryKnown: !open.has("seat"),
    sectorKnown: !open.has("sector"),
    toldOfRecruitment: told,
  };
  const level = levelOf(grounds);
  const reading = (gap: Gap, given: Partial<LevelGrounds>, raisesCoverage: boolean): GapReading => ({
    gap,
    raisesLevel: levelOf({ ...grounds, ...given }) !== level,
    raisesCoverage,
  });
  const gaps: GapReading[] = [];
  const place = { countryKnown: true };
  if (seat.country === null) gaps.push(reading("country", place, open.has("seat") && !trades(facts)));
  if (facts.sector.isic === null && facts.goods.length === 0)
    gaps.push(reading("sector", { sectorKnown: true }, open.has("sector")));
  if (origin.country === null && !SERVICES.has(role))
    gaps.push(reading("origin", place, open.has("seat") || trades(facts)));
  if (placeOfWork.country === null && !trades(facts)) gaps.push(reading("placeOfWork", place, open.has("seat")));
  if (role === "unknown") gaps.push(reading("role", {}, false));
  if (!told) gaps.push(reading("recruitment", { toldOfRecruitment: true }, true));
  return gaps;
}
