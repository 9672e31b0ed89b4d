/** Points about the list: held against the overview, the table of suppliers, the answers of each supplier's page, and the queue of pairs. */
import { findImport } from "../../app/services/imports/import-record.server";
import { listHistory } from "../../app/services/screening/lists-view.server";
import { QUEUE_TABS } from "../../app/services/screening/queue-tabs";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../db/schema/codes";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { BANDS, FLOORS, GAPS, LEVELS, ROLES } from "../../risk-models";
import { ILO_INDICATORS } from "../../risk-models/ilo-indicators";
import type { FiguresPlace } from "./figures-place";
import { page, rowsOf } from "./figures-pages";
import { asBars, asValues, euros, tally, type Compared, type Plain, type Row, type Told } from "./figures-told";

const levelBars = async (at: FiguresPlace) =>
  Object.fromEntries((await page(at, "overview")).numbers.levels.map(({ level, suppliers }) => [level, suppliers]));
const bandBars = async (at: FiguresPlace) =>
  Object.fromEntries(
    (await page(at, "overview")).numbers.bands.map(({ band, suppliers }) => [band ?? "none", suppliers]),
  );

async function shareOfSpend(at: FiguresPlace): Promise<Record<string, number>> {
  const { bands, spend } = (await page(at, "overview")).numbers;
  const part = (amount: string | null) => Math.max(0, Math.round((Number(amount ?? 0) / Number(spend!.total)) * 100));
  return Object.fromEntries([...BANDS, null].map((band) => [band ?? "none", part(bands.find((one) => one.band === band)?.spend ?? null)])); // prettier-ignore
}

const places = async (at: FiguresPlace, withSpend: boolean): Promise<Row[]> => {
  const { numbers } = await page(at, "overview");
  return numbers.countries.map(({ code, suppliers, high, spend }) => ({ country: code, suppliers, high, ...(withSpend && { spend: euros(spend) }) })); // prettier-ignore
};
const sectors = async (at: FiguresPlace, withSpend: boolean): Promise<Row[]> => {
  const { numbers } = await page(at, "overview");
  return numbers.sectors.map(({ code, suppliers, spend }) => ({ sector: code, suppliers, ...(withSpend && { spend: euros(spend) }) })); // prettier-ignore
};

/** The whole list, as the table of suppliers is read. */
export const lines = (at: FiguresPlace) => topSuppliers(at.db, at.owner, at.generation, 100);

/** Suppliers of the high band by country and sector, counted line by line. */
async function pairs(at: FiguresPlace): Promise<{ values: Plain[]; of: Record<string, number> }> {
  const high = (await lines(at)).filter(({ band }) => wordOf(BAND_CODES, band) === "high");
  return { values: [high.length], of: tally(high, ({ seat, isic }) => `${seat ?? "–"}/${isic?.slice(0, 2) ?? "–"}`) };
}

/** Pairs by where they stand, as the tabs of the queue say. */
export const listed = async (at: FiguresPlace): Promise<Plain[]> => {
  const { counts } = await page(at, "matches");
  return asValues(["match", "not-match", "cannot-tell", "open", "proposed"] satisfies (typeof QUEUE_TABS)[number][], counts); // prettier-ignore
};

/** What counts of the answers about one supplier, as its page shows them to who may not know what was told in confidence. */
export async function answersNow(at: FiguresPlace): Promise<Map<string, Record<string, unknown>>> {
  const byName = await page(at, "answers");
  return new Map(
    [...byName].flatMap(([name, { readings }]) => {
      const now: Record<string, unknown> = {};
      for (const { what, value, undoneAt } of readings) if (undoneAt === null) now[what] = value;
      const told = Object.entries(now).filter(([, value]) => value !== null);
      return told.length === 0 ? [] : [[name, Object.fromEntries(told)] as const];
    }),
  );
}

/** The same from the rows: what was told in confidence only where it was released. */
export async function suppliersAnswered(at: FiguresPlace): Promise<number> {
  const rows = (await rowsOf(at, "readings")).filter(({ undoneAt, protectedSource, releasedAt }) => undoneAt === null && (protectedSource === null || releasedAt !== null)); // prettier-ignore
  const last = new Map(rows.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()).map((row) => [`${row.supplierNo} ${row.what}`, row])); // prettier-ignore
  return new Set([...last.values()].filter(({ value }) => value !== null).map(({ supplierNo }) => supplierNo)).size;
}

async function answersByField(at: FiguresPlace): Promise<Told> {
  const told = [...(await answersNow(at)).values()].flatMap((answers) => Object.entries(answers));
  const fields = [...new Set(told.map(([what]) => what))].sort();
  const rows = fields.map((field) => {
    const of = told.filter(([what]) => what === field);
    const [yes, no] = ["yes", "no"].map((answer) => of.filter(([, value]) => value === answer).length) as [number, number]; // prettier-ignore
    return { field, suppliers: of.length, yes, no, other: of.length - yes - no };
  });
  return { values: [fields.length], tables: { registerAnswers: rows } };
}

const tenth = (score: number | null): number | null => (score === null ? null : Math.round(score * 10) / 10);

async function registerLines(at: FiguresPlace): Promise<Told> {
  const found = await lines(at);
  const matched = tally((await rowsOf(at, "matchCandidates")).filter(({ state }) => state === "match"), ({ supplierNo }) => String(supplierNo)); // prettier-ignore
  const rows = found.map((line): Row => ({
    name: line.name,
    country: line.seat,
    level: wordOf(LEVEL_CODES, line.level),
    score: tenth(line.score),
    priority: line.priority === 0 ? null : 5 - line.priority,
    inherent: tenth(line.inherent),
    inherentCountry: tenth(line.dimCountry),
    inherentSector: tenth(line.dimSector),
    inherentRecruitment: tenth(line.dimRecruitment),
    stateImposed: line.floors & (1 << FLOORS.indexOf("stateImposed")) ? "yes" : "no",
    matches: matched[String(line.supplierNo)] ?? 0,
  }));
  return { values: [found.length], tables: { registerLines: rows } };
}

/** What the file states, as a person adds it up. */
const SUMS = {
  EUR: { counted: "27445000", creditNotes: "-50000" },
  USD: { counted: "100000", creditNotes: "0" },
};

async function registerRows(at: FiguresPlace): Promise<Told> {
  const { list } = await page(at, "overview");
  const { rows } = (await findImport(at.db, at.owner, list!.importId)).summary!;
  const totals = Object.entries(SUMS).map(([currency, { counted, creditNotes }]) => ({ currency, file: euros(counted, currency), counted: euros(counted, currency), creditNotes: euros(creditNotes, currency), setAside: euros("0", currency), rejected: euros("0", currency) })); // prettier-ignore
  const told = (["read", "imported", "repaired", "setAside", "leftOut"] as const).map((what) => ({ what, told: rows[what] })); // prettier-ignore
  return { tables: { registerRows: told, registerTotals: totals } };
}

/** Points that the register and the statement tell of the list in the same way. */
const areas: Compared = {
  page: "table of suppliers, the high band line by line",
  told: async (at) => {
    const { values, of } = await pairs(at);
    return { values, heat: { pairs: of } };
  },
};

export const OF_LIST: Readonly<Record<string, Compared>> = {
  registerRows: { page: "import, and the file added up", told: registerRows },
  registerLines: { page: "table of suppliers", told: registerLines },
  registerFile: { page: "rows: a draft keeps no file", told: () => null },
  registerRoles: {
    page: "overview",
    told: async (at) => {
      const found = tally(await lines(at), ({ role }) => wordOf(ROLE_CODES, role));
      expectSame(found, Object.fromEntries((await page(at, "overview")).numbers.roles.map(({ role, suppliers }) => [role, suppliers]))); // prettier-ignore
      return { bars: { registerRoles: asBars(ROLES, found) } };
    },
  },
  registerPlaces: {
    page: "overview",
    told: async (at) => ({ tables: { registerPlaces: await places(at, true), registerSectors: await sectors(at, true) } }), // prettier-ignore
  },
  registerLevels: { page: "overview", told: async (at) => ({ bars: { registerLevels: await levelBars(at) } }) },
  registerPairs: {
    page: areas.page,
    told: async (at) => {
      const { values, of } = await pairs(at);
      return { values, heat: { registerPairs: of } };
    },
  },
  registerIndicators: {
    page: "rows: findings that stand",
    told: async (at) => {
      const standing = (await rowsOf(at, "findings")).filter(({ undoneAt, status }) => undoneAt === null && status !== "rejected"); // prettier-ignore
      const named = tally(standing.flatMap(({ indicators }) => indicators as string[]), (one) => one); // prettier-ignore
      return { values: [standing.length], bars: { registerIndicators: asBars(ILO_INDICATORS, named) }, tables: { hits: standing.filter(({ accessClass }) => accessClass !== "confidential").toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime()).map(({ source, foundOn, severity, status }) => ({ source, found: foundOn, severity, status })) } }; // prettier-ignore
    },
  },
  registerAnswers: { page: "answers of each supplier", told: answersByField },
  registerBands: {
    page: "overview",
    told: async (at) => {
      const { bands } = (await page(at, "overview")).numbers;
      // What to look at first stands first.
      const order = [...BANDS.toReversed(), null];
      const sorted = bands.toSorted((a, b) => order.indexOf(a.band) - order.indexOf(b.band));
      const rows = sorted.map(({ band, suppliers, spend }) => ({
        band: band ?? "none",
        suppliers,
        spend: euros(spend),
      }));
      return { tables: { registerBands: rows }, bars: { registerBands: await bandBars(at), registerSpend: await shareOfSpend(at) } }; // prettier-ignore
    },
  },
  registerLists: {
    page: "queue of pairs; lists",
    told: async (at) => {
      const newest = (await listHistory(at.db, at.owner)).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]!;
      return { values: await listed(at), tables: { registerLists: [{ list: newest.title, edition: newest.date, compared: newest.readOn }] } }; // prettier-ignore
    },
  },
  registerGaps: {
    page: "overview",
    told: async (at) => {
      const { gaps, suppliers } = (await page(at, "overview")).numbers;
      return { tables: { registerGaps: gaps!.map(({ gap, lacking, raisesLevel }) => ({ gap, lacking: `${lacking}/${suppliers}`, raises: raisesLevel })) } }; // prettier-ignore
    },
  },
  registerChange: {
    page: "overview",
    told: async (at) => {
      const { change } = await page(at, "overview");
      return { tables: { registerChange: (["new", "gone", "changed", "unchanged", "renamed"] as const).map((what) => ({ what, told: change![what] })) } }; // prettier-ignore
    },
  },
  suppliers: {
    page: "overview",
    told: async (at) => ({
      values: [(await page(at, "overview")).numbers.suppliers],
      tables: { places: await places(at, false), sectors: await sectors(at, false) },
    }),
  },
  spend: { page: "overview", told: async (at) => ({ values: await spendValues(at) }) },
  known: {
    page: "overview",
    told: async (at) => ({ bars: { levels: await levelBars(at), bands: await bandBars(at) } }),
  },
  areas,
  listed: { page: "queue of pairs", told: async (at) => ({ values: await listed(at) }) },
  looked: {
    page: "answers of each supplier, and their rows",
    told: async (at) => {
      const answered = (await answersNow(at)).size;
      expectSame(answered, await suppliersAnswered(at));
      return { values: [`${answered}/${(await page(at, "overview")).numbers.suppliers}`] };
    },
  },
};

export const spendValues = async (at: FiguresPlace): Promise<Plain[]> => {
  const { spend } = (await page(at, "overview")).numbers;
  return [
    euros(spend!.total, spend!.currency),
    ...spend!.others.map(({ currency, amount }) => euros(amount, currency)),
  ];
};

/** Of gaps of the overview, by the words of the register. */
export const gapRows = async (at: FiguresPlace): Promise<Row[]> => {
  const { gaps, suppliers } = (await page(at, "overview")).numbers;
  return GAPS.map((gap) => ({ what: gap, of: `${gaps!.find((one) => one.gap === gap)!.lacking}/${suppliers}` }));
};

export const levelsOf = async (at: FiguresPlace): Promise<Record<string, number>> =>
  asBars(
    LEVELS,
    tally(await lines(at), ({ level }) => wordOf(LEVEL_CODES, level)),
  );

/** Two ways to the same number, before the report is held against it. @throws Error where they differ. */
export function expectSame(one: unknown, other: unknown): void {
  const [a, b] = [one, other].map((of) => JSON.stringify(of, (_, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== 0).toSorted(([x], [y]) => (x < y ? -1 : 1))) : value))); // prettier-ignore
  if (a !== b) throw new Error(`${a} is not ${b}`);
}
