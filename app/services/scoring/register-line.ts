import { BAND_CODES, BASIS_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import type { CheckedRow } from "../../imports/types";
import { reasonCode } from "../../../risk-models";
import {
  LIKELIHOODS,
  SEVERITIES,
  type CompactResult,
  type IsoDate,
  type Place,
  type SupplierFacts,
} from "../../../risk-models/types";
import { readingsOfText, readingsText } from "./stored-readings";

/** The columns of a register line in the order they are written. */
export const REGISTER_COLUMNS = [
  "key",
  "workspaceNo",
  "generation",
  "supplierNo",
  "name",
  "nameKey",
  "supplierNumber",
  "registrationId",
  "seat",
  "seatBasis",
  "region",
  "placeOfWork",
  "placeOfWorkBasis",
  "origin",
  "originBasis",
  "role",
  "city",
  "address",
  "isic",
  "sectorBasis",
  "sectorConfidence",
  "goods",
  "product",
  "parent",
  "tier",
  "accountCode",
  "workers",
  "readings",
  "amounts",
  "spendMain",
  "rowCount",
  "level",
  "score",
  "band",
  "inherent",
  "rangeLow",
  "rangeHigh",
  "coverageContext",
  "coverageSupplier",
  "dimCountry",
  "dimSector",
  "dimRecruitment",
  "releasedScore",
  "severity",
  "likelihood",
  "priority",
  "floors",
  "reasons",
  "line",
  "byteOffset",
  "byteLength",
  "repairs",
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];
export type RegisterCell = string | number | null;
export type RegisterLine = Record<RegisterColumn, RegisterCell>;

/** Place of a column in a line. */
export const AT = Object.fromEntries(REGISTER_COLUMNS.map((name, index) => [name, index])) as Record<
  RegisterColumn,
  number
>;

/** Longest product text a register line keeps; the whole cell stays in the kept file. */
const PRODUCT_LENGTH = 300;

const basisCode = { unknown: 0, derived: 1, stated: 2 } as const;
const textOrNull = (text: string) => (text === "" ? null : text);

/** Numbers to a tenth of a point: more would be noise, and stored shorter. */
const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
const hundredth = (value: number) => Math.round(value * 100) / 100;

const REGION_PLACES = ["seat", "placeOfWork", "origin"] as const;
type RegionPlace = (typeof REGION_PLACES)[number];

/** The regions that matter to the method and whose they are: `seat=CN-XJ;origin=CN-XJ`; null when there is none. */
function regionsText(facts: SupplierFacts): string | null {
  if (!facts.seat.region && !facts.placeOfWork.region && !facts.origin.region) return null;
  return REGION_PLACES.filter((place) => facts[place].region)
    .map((place) => `${place}=${facts[place].region}`)
    .join(";");
}

/** The region of one place of a stored line, an ISO 3166-2 code or null. */
export function regionOfLine(region: string | null, place: RegionPlace): string | null {
  const found = region?.split(";").find((part) => part.startsWith(`${place}=`));
  return found ? found.slice(place.length + 1) : null;
}

/** Writes what the row and its resolution say into `line`; the numbers of the supplier and its score come after. */
export function putFacts(line: RegisterCell[], row: CheckedRow, facts: SupplierFacts): void {
  line[AT.name] = row.name;
  line[AT.nameKey] = row.nameKey;
  line[AT.supplierNumber] = textOrNull(row.supplierNumber);
  line[AT.registrationId] = textOrNull(row.registrationId);
  line[AT.city] = textOrNull(row.city);
  line[AT.address] = textOrNull(row.address);
  line[AT.product] = textOrNull(
    row.product.length > PRODUCT_LENGTH ? row.product.slice(0, PRODUCT_LENGTH) : row.product,
  );
  line[AT.parent] = textOrNull(row.parent);
  line[AT.tier] = textOrNull(row.tier);
  line[AT.accountCode] = textOrNull(row.accountCode);
  line[AT.workers] = row.workforce?.workers ?? null;
  line[AT.readings] = readingsText(row.recruitment, row.workforce);
  putResolved(line, facts);
}

/** Writes the resolved places, role, sector and goods. */
export function putResolved(line: RegisterCell[], facts: SupplierFacts): void {
  line[AT.seat] = facts.seat.country;
  line[AT.seatBasis] = basisCode[facts.seat.basis];
  line[AT.region] = regionsText(facts);
  line[AT.placeOfWork] = facts.placeOfWork.country;
  line[AT.placeOfWorkBasis] = basisCode[facts.placeOfWork.basis];
  line[AT.origin] = facts.origin.country;
  line[AT.originBasis] = basisCode[facts.origin.basis];
  line[AT.role] = ROLE_CODES.indexOf(facts.role);
  line[AT.isic] = facts.sector.isic;
  line[AT.sectorBasis] = basisCode[facts.sector.basis];
  line[AT.sectorConfidence] = facts.sector.confidence;
  line[AT.goods] = facts.goods.length ? facts.goods.join("|") : null;
}

/** Writes the result of the engine. */
export function putScore(line: RegisterCell[], result: CompactResult): void {
  line[AT.level] = LEVEL_CODES.indexOf(result.level);
  line[AT.score] = tenth(result.score);
  line[AT.band] = result.band === null ? null : BAND_CODES.indexOf(result.band);
  line[AT.inherent] = tenth(result.inherent);
  line[AT.rangeLow] = tenth(result.plausibleLow);
  line[AT.rangeHigh] = tenth(result.plausibleHigh);
  line[AT.coverageContext] = hundredth(result.contextCoverage);
  line[AT.coverageSupplier] = hundredth(result.supplierCoverage);
  line[AT.dimCountry] = tenth(result.country);
  line[AT.dimSector] = tenth(result.sector);
  line[AT.dimRecruitment] = tenth(result.recruitment);
  line[AT.releasedScore] = tenth(result.released?.score ?? null);
  line[AT.severity] = SEVERITIES.indexOf(result.severity);
  line[AT.likelihood] = LIKELIHOODS.indexOf(result.likelihood);
  // The engine counts 1 = look first; the register orders upwards, so that pages read the end of an index first.
  line[AT.priority] = result.priority === null ? 0 : 5 - result.priority;
  line[AT.floors] = result.floorBits;
  line[AT.reasons] = reasonsText(result.reasons);
}

/** Few combinations occur: each text is made once. */
const reasonTexts = new Map<number, string>();
/** Codes of reasons as the register keeps them: `12|3|40`; null for none. */
function reasonsText(codes: readonly [number, number, number]): string | null {
  const packed = (codes[0] * 1024 + codes[1]) * 1024 + codes[2];
  let text = reasonTexts.get(packed);
  if (text === undefined) reasonTexts.set(packed, (text = codes.filter((code) => code > 0).join("|")));
  return text === "" ? null : text;
}

/** Keys of the reasons that a register line keeps, strongest first. */
export const reasonsOfLine = (stored: string | null): string[] =>
  stored === null ? [] : stored.split("|").flatMap((code) => reasonCode(Number(code)) ?? []);

type StoredFacts = Pick<
  Record<RegisterColumn, unknown>,
  | "seat"
  | "seatBasis"
  | "region"
  | "placeOfWork"
  | "placeOfWorkBasis"
  | "origin"
  | "originBasis"
  | "role"
  | "isic"
  | "sectorBasis"
  | "sectorConfidence"
  | "goods"
  | "readings"
>;

/** What the engine was told about a stored supplier: the inverse of `putFacts`, so that any assessment can be recomputed. */
export function factsOfLine(line: StoredFacts, asOf: IsoDate): SupplierFacts {
  const place = (name: RegionPlace): Place => ({
    country: line[name] as string | null,
    region: regionOfLine(line.region as string | null, name),
    basis: wordOf(BASIS_CODES, line[`${name}Basis`] as number),
  });
  const { r = {}, w = {}, inputs, findings } = readingsOfText(line.readings as string | null);
  return {
    seat: place("seat"),
    placeOfWork: place("placeOfWork"),
    origin: place("origin"),
    role: wordOf(ROLE_CODES, line.role as number),
    sector: {
      isic: line.isic as string | null,
      basis: wordOf(BASIS_CODES, line.sectorBasis as number),
      confidence: line.sectorConfidence as number | null,
    },
    goods: line.goods === null ? [] : (line.goods as string).split("|"),
    ...(inputs && { inputs }),
    ...(findings && { findings }),
    recruitment: r,
    workforce: w,
    asOf,
  };
}

/** A positional line as an object by column. */
export const lineObject = (cells: readonly RegisterCell[]): RegisterLine =>
  Object.fromEntries(REGISTER_COLUMNS.map((name, index) => [name, cells[index] ?? null])) as RegisterLine;
