/** What speaks for or against two parties beside their names. Blank on either side is no evidence. */
import type { PreparedParty } from "./prepared";
import { compareNames } from "./compare-names";
import type { EvidenceCode } from "./types";

/** Places that firms of other countries are registered at: a different one says nothing. ISO 3166-1 alpha-2. */
const OFFSHORE = new Set("VG KY BM PA SC MH LR BS JE GG IM BZ AI TC VU WS CW MU".split(" "));
/** Chinese firms are listed under any of these. */
const ONE_MARKET = new Set(["CN", "HK", "MO"]);
const NUMBERS_OF_COUNTRIES = new Set(["registration", "vat"]);

export interface Evidence {
  readonly code: EvidenceCode;
  /** How strong, 0 to 1. */
  readonly value: number;
  readonly left: string;
  readonly right: string;
}

export function evidenceOf(left: PreparedParty, right: PreparedParty): Evidence[] {
  const found: Evidence[] = [];
  country(left, right, found);
  address(left, right, found);
  ids(left, right, found);
  parent(left, right, found);
  sector(left, right, found);
  return found;
}

const codeOf = (country: string | null | undefined): string => (country ?? "").trim().toUpperCase();

function country({ party: a }: PreparedParty, { party: b }: PreparedParty, found: Evidence[]): void {
  const [left, right] = [codeOf(a.country), codeOf(b.country)];
  if (left === "" || right === "") return;
  if (left === right) found.push({ code: "country-same", value: 1, left, right });
  else if (!OFFSHORE.has(left) && !OFFSHORE.has(right) && !(ONE_MARKET.has(left) && ONE_MARKET.has(right)))
    found.push({ code: "country-differs", value: 1, left, right });
}

/** Half of the shorter address found in the other is as good as the same; a city alone counts less. */
function address(a: PreparedParty, b: PreparedParty, found: Evidence[]): void {
  const [left, right] = [a.party.address || a.party.city || "", b.party.address || b.party.city || ""];
  if (a.address.length > 1 && b.address.length > 1) {
    const common = a.address.filter((word) => b.address.includes(word)).length;
    const share = common / Math.min(a.address.length, b.address.length);
    if (share >= 0.3) found.push({ code: "address-same", value: Math.min(1, share / 0.7), left, right });
    else if (common === 0 && a.address.length > 2 && b.address.length > 2)
      found.push({ code: "address-differs", value: 1, left, right });
    else if (common <= 1 && a.address.length > 3 && b.address.length > 3)
      found.push({ code: "address-differs", value: 0.5, left, right });
    return;
  }
  if (a.city === "" && b.city === "") return;
  const [cityA, cityB] = [a.city, b.city];
  if (cityA !== "" && cityB !== "") {
    if (cityA === cityB) found.push({ code: "address-same", value: 0.4, left, right });
    else found.push({ code: "address-differs", value: 0.5, left, right });
  } else if (cityA !== "" && b.address.includes(cityA)) found.push({ code: "address-same", value: 0.4, left, right });
  else if (cityB !== "" && a.address.includes(cityB)) found.push({ code: "address-same", value: 0.4, left, right });
}

/** One equal number decides. A different one of the same kind speaks against, national numbers only within one country. */
function ids(a: PreparedParty, b: PreparedParty, found: Evidence[]): void {
  let differs: Evidence | null = null;
  for (const [kind, left] of a.ids) {
    const right = b.ids.get(kind);
    if (right === undefined) continue;
    if (left === right || sameVat(kind, left, right)) {
      found.push({ code: "id-same", value: 1, left: `${kind} ${left}`, right: `${kind} ${right}` });
      return;
    }
    const [here, there] = [codeOf(a.party.country), codeOf(b.party.country)];
    if (NUMBERS_OF_COUNTRIES.has(kind) && here !== there && here !== "" && there !== "") continue;
    differs = { code: "id-differs", value: 1, left: `${kind} ${left}`, right: `${kind} ${right}` };
  }
  if (differs) found.push(differs);
}

/** With and without the two letters of the country. */
const sameVat = (kind: string, a: string, b: string): boolean =>
  kind === "vat" &&
  a.replace(/^[A-Z]{2}(?=\d)/, "").replace(/^0+/, "") === b.replace(/^[A-Z]{2}(?=\d)/, "").replace(/^0+/, "");

function parent({ parent: a }: PreparedParty, { parent: b }: PreparedParty, found: Evidence[]): void {
  if (!a || !b) return;
  const { words } = compareNames(a, b).features;
  const [left, right] = [a.name.original, b.name.original];
  if (words >= 0.8) found.push({ code: "parent-same", value: words, left, right });
  else if (words < 0.4) found.push({ code: "parent-differs", value: 1, left, right });
}

/** The first two digits of ISIC, as far as both have them. */
function sector({ party: a }: PreparedParty, { party: b }: PreparedParty, found: Evidence[]): void {
  const [left, right] = [(a.sector ?? "").slice(0, 2), (b.sector ?? "").slice(0, 2)];
  if (left.length < 2 || right.length < 2) return;
  found.push({ code: left === right ? "sector-same" : "sector-differs", value: 1, left: a.sector!, right: b.sector! });
}
