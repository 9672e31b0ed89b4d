/**
 * Which rows of the commitments table may apply to a buyer, and why. Pure. It selects and says what it went by; whether a duty is
 * met, or binds at all, is for a person to judge: thresholds in money, for example, are never asked here and stay open.
 */
import type { Iso2, IsoDate } from "../../risk-models/types";

/** What of a row the selection looks at. */
export interface Selectable {
  readonly id: string;
  /** `EU`, `OSCE`, `UN`, `ILO`, `CoE`, `OECD` or `national:<ISO2>`. */
  readonly jurisdiction: string;
  /** `company`, `government`, `contracting authority` or `all`. */
  readonly binds: string;
  /** Null: the table does not say. */
  readonly appliesFrom: IsoDate | null;
}

/** Where a country stands, as the table of countries has it. */
export interface Standing {
  readonly iso2: Iso2;
  readonly eu: boolean;
  /** A participating State of the OSCE. */
  readonly osce: boolean;
  readonly coe: boolean;
  readonly ilo: boolean;
  readonly un: boolean;
}

export const BODIES = ["company", "public"] as const;
export type Body = (typeof BODIES)[number];

/** Staff of the whole group. */
export const SIZES = ["under-50", "50-249", "250-999", "1000-4999", "5000-up"] as const;
export type Size = (typeof SIZES)[number];
const MOST_STAFF: Readonly<Record<Size, number>> = {
  "under-50": 49,
  "50-249": 249,
  "250-999": 999,
  "1000-4999": 4999,
  "5000-up": Infinity,
};

export const BUYS = ["goods", "services", "both"] as const;
export type Buys = (typeof BUYS)[number];

/** Who buys. What is null or empty is not known and closes nothing. */
export interface Buyer {
  readonly country: Standing;
  readonly body: Body | null;
  readonly size: Size | null;
  readonly buys: Buys | null;
  /** Its own sector: a section of ISIC Rev. 4, `A` to `U`. */
  readonly sector: string | null;
  /** Countries the buyer sells to. */
  readonly sellsTo: readonly Standing[];
}

/** Why the jurisdiction of a row reaches the buyer. */
export const REACHES = [
  "own-country",
  "sells-there",
  "eu-member",
  "sells-into-eu",
  "osce-state",
  "coe-state",
  "ilo-member",
  "un-member",
  "oecd-anywhere",
] as const;
export type Reach = (typeof REACHES)[number];

/** Whom the row binds, seen from the buyer. `state`: the buyer's State committed itself, the buyer can show what it contributes. */
export const BINDINGS = ["buyer", "state", "everyone", "unknown-body"] as const;
export type Binding = (typeof BINDINGS)[number];

/** Why a row is left out. */
export const LEFT_OUT = ["elsewhere", "other-body", "too-small", "goods-only", "other-sector"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export type Selected =
  | {
      readonly applies: true;
      readonly reach: readonly Reach[];
      readonly binding: Binding;
      /** The day on which it begins to apply has not come. */
      readonly coming: boolean;
      /** The instrument has a threshold in money, or in staff that is not known: the row that states it. */
      readonly threshold: string | null;
    }
  | { readonly applies: false; readonly because: LeftOut };

/** Instruments that concern goods alone, by the beginning of their ids. */
const GOODS_ONLY = ["EU-FLR-", "EU-FLRG-", "EU-BATT-", "EU-EUDR-", "EU-CMR-", "US-TA307-", "US-UFLPA-"] as const;

/**
 * Instruments for some trades alone, with the sections of ISIC Rev. 4 in which those are: whom the text names (a health service and its
 * offices; importers of minerals and metals, banks that import gold among them; who places batteries, or the listed commodities, on a
 * market), put into sections by our judgement and widely. A buyer of another section is told so, and can judge otherwise.
 */
const SECTORS_OF: readonly { readonly of: string; readonly sections: string }[] = [
  { of: "GB-NHS-", sections: "OQ" },
  { of: "EU-CMR-", sections: "BCGK" },
  { of: "EU-BATT-", sections: "ABCDEFGHIJMN" },
  { of: "EU-EUDR-", sections: "ABCDEFGHIJMN" },
];

/** Least staff below which an instrument does not reach a company, and the row of the table that states it. */
const STAFF_FROM: readonly { readonly of: string; readonly staff: number; readonly statedBy: string }[] = [
  { of: "EU-CSDDD-", staff: 5000, statedBy: "EU-CSDDD-01" },
  { of: "EU-CSRD-", staff: 1000, statedBy: "EU-CSRD-01" },
  { of: "EU-ESRS2-", staff: 1000, statedBy: "EU-CSRD-01" },
  { of: "DE-LKSG-", staff: 1000, statedBy: "DE-LKSG-01" },
  { of: "FR-VIG-", staff: 5000, statedBy: "FR-VIG-01" },
];

/** Instruments with a threshold in turnover, revenue or volume, and the row that states it. */
const MONEY_FROM: readonly { readonly of: string; readonly statedBy: string }[] = [
  { of: "EU-CSDDD-", statedBy: "EU-CSDDD-01" },
  { of: "EU-CSRD-", statedBy: "EU-CSRD-01" },
  { of: "EU-ESRS2-", statedBy: "EU-CSRD-01" },
  { of: "EU-BATT-", statedBy: "EU-BATT-01" },
  { of: "EU-CMR-", statedBy: "EU-CMR-05" },
  { of: "GB-MSA-", statedBy: "GB-MSA-01" },
  { of: "AU-MSA-", statedBy: "AU-MSA-01" },
  { of: "CA-S211-", statedBy: "CA-S211-03" },
];

const isOf = (id: string) => (beginning: string) => id.startsWith(beginning);
export const concernsGoodsOnly = (id: string): boolean => GOODS_ONLY.some(isOf(id));

/** Every row of the tables above whose id is said to state a threshold; a test holds that each exists. */
export const THRESHOLD_ROWS: readonly string[] = [...STAFF_FROM, ...MONEY_FROM].map(({ statedBy }) => statedBy);

const INTERNATIONAL: Readonly<Record<string, (standing: Standing) => Reach | null>> = {
  EU: ({ eu }) => (eu ? "eu-member" : null),
  OSCE: ({ osce }) => (osce ? "osce-state" : null),
  CoE: ({ coe }) => (coe ? "coe-state" : null),
  ILO: ({ ilo }) => (ilo ? "ilo-member" : null),
  UN: ({ un }) => (un ? "un-member" : null),
  // The table of countries does not say who adheres; the texts address business anywhere.
  OECD: () => "oecd-anywhere",
};

/** Why the jurisdiction of a row reaches a buyer; empty where it does not. */
export function reachOf(
  { jurisdiction }: Pick<Selectable, "jurisdiction">,
  { country, sellsTo }: Pick<Buyer, "country" | "sellsTo">,
): Reach[] {
  const national = /^national:([A-Z]{2})$/u.exec(jurisdiction)?.[1];
  if (national !== undefined)
    return [
      ...(country.iso2 === national ? (["own-country"] as const) : []),
      ...(sellsTo.some(({ iso2 }) => iso2 === national) ? (["sells-there"] as const) : []),
    ];
  const own = INTERNATIONAL[jurisdiction]?.(country) ?? null;
  const market = jurisdiction === "EU" && own === null && sellsTo.some(({ eu }) => eu);
  return [...(own === null ? [] : [own]), ...(market ? (["sells-into-eu"] as const) : [])];
}

function bindingOf({ binds }: Selectable, body: Body | null): Binding | null {
  if (binds === "all") return "everyone";
  if (binds === "government") return "state";
  if (body === null) return "unknown-body";
  return (binds === "company") === (body === "company") ? "buyer" : null;
}

/** Whether a row may apply to a buyer on a day, by what the buyer stated. */
export function selectFor(row: Selectable, buyer: Buyer, today: IsoDate): Selected {
  const binding = bindingOf(row, buyer.body);
  if (binding === null) return { applies: false, because: "other-body" };
  // A market reaches those who sell there, not a State or a public buyer elsewhere.
  const isFirm = row.binds === "company" || row.binds === "all";
  const reach = reachOf(row, buyer).filter((one) => isFirm || (one !== "sells-there" && one !== "sells-into-eu"));
  if (reach.length === 0) return { applies: false, because: "elsewhere" };
  if (buyer.buys === "services" && concernsGoodsOnly(row.id)) return { applies: false, because: "goods-only" };
  const trade = SECTORS_OF.find(({ of }) => row.id.startsWith(of));
  if (trade && buyer.sector !== null && !trade.sections.includes(buyer.sector))
    return { applies: false, because: "other-sector" };
  const bound = row.binds === "company";
  const staff = bound ? STAFF_FROM.find(({ of }) => row.id.startsWith(of)) : undefined;
  if (staff && buyer.size !== null && MOST_STAFF[buyer.size] < staff.staff)
    return { applies: false, because: "too-small" };
  const money = bound ? MONEY_FROM.find(({ of }) => row.id.startsWith(of)) : undefined;
  return {
    applies: true,
    reach,
    binding,
    coming: isComing(row, today),
    threshold: money?.statedBy ?? staff?.statedBy ?? null,
  };
}

export const isComing = ({ appliesFrom }: Pick<Selectable, "appliesFrom">, today: IsoDate): boolean =>
  appliesFrom !== null && appliesFrom > today;
