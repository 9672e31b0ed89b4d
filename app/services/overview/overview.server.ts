import type { Database, Scope } from "../../../db/database";
import type { LinesThen } from "../../../db/orders";
import { importHeads, listOfGeneration } from "../../../db/queries/overview";
import { controlTotals, findGeneration, linesOf, summaryCounts, type Generation } from "../../../db/queries/register";
import { BAND_CODES, wordOf, type SummaryKind } from "../../../db/schema/codes";
import { amountOfParts } from "../../../db/summary/amount-parts";
import { BANDS, GAPS, LEVELS, ROLES, type Band, type Gap, type Level, type SupplierRole } from "../../../risk-models";
import type { StoredBandMoves } from "../imports/band-moves";
import type { StoredSummary } from "../imports/import-record.server";

/** Suppliers that share something, with their spend in the main currency: exact ten-thousandths as text, null when none is known. */
export interface Counted {
  readonly suppliers: number;
  readonly spend: string | null;
}

export interface OverviewNumbers {
  readonly suppliers: number;
  readonly levels: readonly (Counted & { readonly level: Level })[];
  /** `null` stands for no band. */
  readonly bands: readonly (Counted & { readonly band: Band | null })[];
  readonly cells: readonly (Counted & { readonly level: Level; readonly band: Band | null })[];
  /** By seat, ISO 3166-1 alpha-2, most suppliers first; `code` null for unknown. `high`: suppliers in the high band. */
  readonly countries: readonly (Counted & { readonly code: string | null; readonly high: number })[];
  /** By ISIC division (or section letter where no more is known), most suppliers first; null for unknown. */
  readonly sectors: readonly (Counted & { readonly code: string | null })[];
  readonly roles: readonly (Counted & { readonly role: SupplierRole })[];
  /** Null until they are counted after publish. What lifts most suppliers to a higher level first. */
  readonly gaps: readonly GapNumbers[] | null;
  /** Null when the list has no amounts, or they are not summed yet. */
  readonly spend: {
    /** ISO 4217; "" when the list does not say. */
    readonly currency: string;
    readonly total: string;
    /** Suppliers with an amount in it. */
    readonly suppliers: number;
    /** Sums in other currencies, never added and never converted. */
    readonly others: readonly { readonly currency: string; readonly amount: string }[];
  } | null;
}

export interface GapNumbers {
  readonly gap: Gap;
  readonly lacking: number;
  readonly spend: string | null;
  readonly raisesLevel: number;
  readonly raisesCoverage: number;
}

/** How the published list differs from the one before; null when there was none. */
export interface OverviewChange {
  readonly new: number;
  readonly gone: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly renamed: number;
  /** Suppliers of both lists by how their band moved, higher first. */
  readonly moves: readonly { readonly from: Band | null; readonly to: Band | null; readonly suppliers: number }[];
  readonly newHigh: number;
  /** Suppliers that came up, then new ones in the high band; a few of them, the highest scores first. */
  readonly named: readonly NamedMove[];
  /** The list before was scored with another model: a band may have moved without the supplier. */
  readonly otherModel: string | null;
  /** Day of the reference data of the list before, when they were others. */
  readonly otherData: string | null;
}

export interface NamedMove {
  readonly id: string;
  readonly name: string;
  readonly from: Band | null;
  readonly to: Band;
  readonly isNew: boolean;
}

export interface OverviewView {
  readonly generation: Generation;
  readonly list: { readonly importId: string; readonly fileName: string; readonly publishedAt: Date | null } | null;
  readonly numbers: OverviewNumbers;
  readonly change: OverviewChange | null;
}

/**
 * What the overview says of the list that everyone sees, or of that of a past day: reads counted rows only, never the suppliers one by one.
 * @param linesThen the lines of a past day's list that were written again since.
 */
export async function overviewOf(
  db: Database,
  scope: Scope,
  generationNo: number,
  linesThen?: LinesThen,
): Promise<OverviewView | null> {
  const generation = await findGeneration(db, scope, generationNo);
  if (!generation) return null;
  const [numbers, list] = await Promise.all([
    overviewNumbers(db, scope, generation),
    listOfGeneration(db, scope, generation.no),
  ]);
  const summary = list?.summary as StoredSummary | null | undefined;
  return {
    generation,
    list,
    numbers,
    change: summary ? await changeOf(db, scope, generation, summary, linesThen) : null,
  };
}

export interface WaitingList {
  readonly id: string;
  readonly file: string;
  readonly state: "mapping" | "preview";
}

/** Lists that wait for someone to decide: what their columns mean, or whether they are published. The newest first. */
export async function waitingLists(db: Database, scope: Scope): Promise<WaitingList[]> {
  const found = await importHeads(db, scope, { limit: 5, states: ["mapping", "preview"] });
  return found.map(({ id, fileName, state }) => ({
    id,
    file: fileName,
    state: state === "mapping" ? state : "preview",
  }));
}

const KINDS: readonly SummaryKind[] = [
  "suppliers",
  "level",
  "band",
  "role",
  "isic",
  "combination",
  "currency",
  "spend",
  "spend-high",
  "gap",
];

async function overviewNumbers(db: Database, scope: Scope, generation: Generation): Promise<OverviewNumbers> {
  const [counts, totals] = await Promise.all([
    summaryCounts(db, scope, generation.no, KINDS),
    controlTotals(db, scope, generation.no),
  ]);
  return assemble(counts, totals, generation.suppliers);
}

type Count = Awaited<ReturnType<typeof summaryCounts>>[number];

/** The numbers of a list from its counted rows. Pure. */
export function assemble(
  counts: readonly Count[],
  totals: readonly { readonly currency: string; readonly counted: string }[],
  suppliers: number,
): OverviewNumbers {
  const of = (kind: SummaryKind) => counts.filter((count) => count.kind === kind);
  const countOf = (kind: SummaryKind) => new Map(of(kind).map(({ key, count }) => [key, count]));
  const [levels, bands, roles, gaps] = [countOf("level"), countOf("band"), countOf("role"), countOf("gap")];
  const carried = countOf("spend-high");
  const sums = new Map(of("spend").map(({ key, count }) => [key, amountOfParts(count, carried.get(key) ?? 0)]));
  const spend = (key: string) => sums.get(key)?.toString() ?? null;

  const cells = new Map<string, number>();
  const countries = new Map<string, { suppliers: number; high: number }>();
  for (const { key, count } of of("combination")) {
    const [level = "", band = "", seat = ""] = key.split("|");
    cells.set(`${level}|${band}`, (cells.get(`${level}|${band}`) ?? 0) + count);
    const country = countries.get(seat) ?? { suppliers: 0, high: 0 };
    country.suppliers += count;
    if (band === "high") country.high += count;
    countries.set(seat, country);
  }
  const [main] = of("currency");
  const everyBand = [...BANDS, null];
  return {
    suppliers,
    levels: LEVELS.map((level) => ({ level, suppliers: levels.get(level) ?? 0, spend: spend(`level:${level}`) })),
    bands: everyBand.map((band) => ({
      band,
      suppliers: bands.get(band ?? "") ?? 0,
      spend: spend(`band:${band ?? ""}`),
    })),
    cells: LEVELS.flatMap((level) =>
      everyBand.map((band) => ({
        level,
        band,
        suppliers: cells.get(`${level}|${band ?? ""}`) ?? 0,
        spend: spend(`cell:${level}|${band ?? ""}`),
      })),
    ),
    countries: [...countries]
      .map(([code, country]) => ({ code: code || null, ...country, spend: spend(`seat:${code}`) }))
      .sort((a, b) => b.suppliers - a.suppliers || ((a.code ?? "") < (b.code ?? "") ? -1 : 1)),
    sectors: of("isic").map(({ key, count }) => ({
      code: key || null,
      suppliers: count,
      spend: spend(`isic:${key}`),
    })),
    roles: ROLES.map((role) => ({ role, suppliers: roles.get(role) ?? 0, spend: spend(`role:${role}`) })),
    gaps:
      gaps.size === 0
        ? null
        : GAPS.map((gap) => ({
            gap,
            lacking: gaps.get(`lacking:${gap}`) ?? 0,
            spend: spend(`lacking:${gap}`),
            raisesLevel: gaps.get(`level:${gap}`) ?? 0,
            raisesCoverage: gaps.get(`coverage:${gap}`) ?? 0,
          })).sort(
            (a, b) => b.raisesLevel - a.raisesLevel || b.raisesCoverage - a.raisesCoverage || b.lacking - a.lacking,
          ),
    spend: main
      ? {
          currency: main.key,
          total: spend("all:") ?? "0",
          suppliers: main.count,
          others: totals
            .filter(({ currency, counted }) => currency !== main.key && counted !== "0")
            .map(({ currency, counted }) => ({ currency, amount: counted })),
        }
      : null,
  };
}

async function changeOf(
  db: Database,
  scope: Scope,
  generation: Generation,
  { difference, comparedWith }: StoredSummary,
  linesThen: LinesThen | undefined,
): Promise<OverviewChange | null> {
  if (comparedWith === null || !difference) return null;
  const before = await findGeneration(db, scope, comparedWith);
  const bands = difference.bands ?? { counts: {}, risen: [], newHigh: { count: 0, first: [] } };
  return {
    new: difference.new,
    gone: difference.gone,
    changed: difference.changed,
    unchanged: difference.unchanged,
    renamed: difference.renamed,
    moves: movesOf(bands.counts),
    newHigh: bands.newHigh.count,
    named: await namedMoves(db, scope, generation.no, bands, linesThen),
    otherModel: before && before.modelId !== generation.modelId ? before.modelId : null,
    otherData: before && before.dataHash !== generation.dataHash ? before.dataDate : null,
  };
}

const RANK: readonly (Band | null)[] = ["high", "raised", "low", null];

function movesOf(counts: StoredBandMoves["counts"]): OverviewChange["moves"] {
  return RANK.flatMap((to) =>
    RANK.filter((from) => from !== to).map((from) => ({
      from,
      to,
      suppliers: counts[`${from ?? ""}>${to ?? ""}`] ?? 0,
    })),
  ).filter(({ suppliers }) => suppliers > 0);
}

const NAMED = 6;

async function namedMoves(
  db: Database,
  scope: Scope,
  generation: number,
  { risen, newHigh }: StoredBandMoves,
  linesThen: LinesThen | undefined,
): Promise<NamedMove[]> {
  const moves = [
    ...risen.map(({ supplierNo, from }) => ({ supplierNo, from, isNew: false })),
    ...newHigh.first.map((supplierNo) => ({ supplierNo, from: null, isNew: true })),
  ].slice(0, NAMED);
  const nos = moves.map(({ supplierNo }) => supplierNo);
  const lines = await linesOf(db, scope, generation, nos);
  const then = await linesThen?.(nos);
  return lines.flatMap(({ id, name, supplierNo, band }) => {
    const to = wordOf(BAND_CODES, (then?.get(supplierNo) ?? { band }).band);
    const move = moves.find((one) => one.supplierNo === supplierNo);
    return to && move ? [{ id, name, to, from: move.from, isNew: move.isNew }] : [];
  });
}
