import { and, eq, inArray } from "drizzle-orm";
import type { Cell } from "../../../db/bulk/bulk";
import type { Database } from "../../../db/database";
import { bulkRange } from "../../../db/keys";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES, wordOf, type SummaryKind } from "../../../db/schema/codes";
import { amountParts } from "../../../db/summary/amount-parts";
import { GAPS } from "../../../risk-models";
import type { Engine } from "../../../risk-models/types";
import { isTold, rememberGaps } from "./line-gaps";

/** What this counts; the rest is counted for the preview. */
const COUNTED: SummaryKind[] = ["currency", "spend", "spend-high", "gap"];

const COLUMNS = [
  "level",
  "band",
  "role",
  "seat",
  "placeOfWork",
  "origin",
  "isic",
  "goods",
  "readings",
  "amounts",
  "spendMain",
] as const;
/** What is counted of a gap: suppliers that have it, that would move up a level, whose coverage would rise. */
const EFFECTS = ["lacking", "level", "coverage"] as const;

/** What suppliers are alike in. */
type Facts = readonly [
  level: number,
  band: number | null,
  role: number,
  seat: string | null,
  placeOfWork: string | null,
  origin: string | null,
  isic: string | null,
  goods: string | null,
];
type Line = readonly [...Facts, readings: string | null, amounts: string | null, spendMain: number | null];
const [LEVEL, READINGS, AMOUNTS, SPEND_MAIN] = [0, 8, 9, 10] as const;

/** Suppliers that are alike in all that is counted. */
interface Alike {
  readonly facts: Facts;
  readonly told: boolean;
  suppliers: number;
  /** Ten-thousandths by currency; a supplier with amounts in two has a part in both. */
  readonly sums: Map<string, bigint>;
}

/**
 * Counts of a published generation what the overview shows beside the counts of the preview: spend in the main currency by
 * level, band, country and sector, and what is missing with what it would give. Replaces what was counted before, so it may
 * run again. One pass over the lines; memory grows with the suppliers that differ in what is counted, not with all.
 * Run by the job process; `engine` is the one that scored the generation.
 */
export async function countOverview(db: Database, generation: number, engine: Engine): Promise<void> {
  const groups = new Map<string, Alike>();
  const inMain = new Map<string, number>();
  for await (const chunk of db.bulk.scan("registerRows", COLUMNS, bulkRange(generation))) {
    for (const cells of chunk) addLine(engine, groups, inMain, cells);
    // A long list leaves heartbeats and cancels their turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const [main] = [...inMain].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const counts = new Map<string, number>(GAPS.flatMap((gap) => EFFECTS.map((effect) => [`${effect}:${gap}`, 0])));
  const spend = new Map<string, bigint>();
  const gapsOfAlike = rememberGaps(engine);
  for (const { facts, told, suppliers, sums } of groups.values()) {
    const amount = main ? sums.get(main[0]) : undefined;
    const addSpend = (key: string) => amount !== undefined && spend.set(key, (spend.get(key) ?? 0n) + amount);
    for (const key of keysOf(facts)) addSpend(key);
    const [, , role, seat, placeOfWork, origin, isic, goods] = facts;
    for (const { gap, raisesLevel, raisesCoverage } of gapsOfAlike(
      { role, seat, placeOfWork, origin, isic, goods },
      told,
    )) {
      addSpend(`lacking:${gap}`);
      const add = (effect: (typeof EFFECTS)[number]) =>
        counts.set(`${effect}:${gap}`, counts.get(`${effect}:${gap}`)! + suppliers);
      add("lacking");
      if (raisesLevel) add("level");
      if (raisesCoverage) add("coverage");
    }
  }

  const { summaryCounts } = db.t;
  const writer = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
  for (const [key, count] of counts) writer.add([generation, "gap", key, count]);
  if (main) writer.add([generation, "currency", main[0], main[1]]);
  for (const [key, amount] of spend) {
    const { low, high } = amountParts(amount);
    writer.add([generation, "spend", key, low]);
    if (high !== 0) writer.add([generation, "spend-high", key, high]);
  }
  await db.bulk.flush([writer], {
    before: (q) => [
      q
        .delete(summaryCounts)
        .where(and(eq(summaryCounts.generation, generation), inArray(summaryCounts.kind, COUNTED))),
    ],
  });
}

/** The sums a line's amount belongs to. "" stands for unknown, as in the counts. */
const keysOf = ([level, band, role, seat, , , isic]: Facts): string[] => [
  "all:",
  `cell:${wordOf(LEVEL_CODES, level)}|${wordOf(BAND_CODES, band) ?? ""}`,
  `level:${wordOf(LEVEL_CODES, level)}`,
  `band:${wordOf(BAND_CODES, band) ?? ""}`,
  `role:${wordOf(ROLE_CODES, role)}`,
  `seat:${seat ?? ""}`,
  `isic:${isic?.slice(0, 2) ?? ""}`,
];

function addLine(engine: Engine, groups: Map<string, Alike>, inMain: Map<string, number>, cells: Cell[]): void {
  const line = cells as unknown as Line;
  const told = isTold(engine, { level: line[LEVEL], readings: line[READINGS] });
  const facts = line.slice(0, READINGS) as unknown as Facts;
  const key = `${facts.join("\t")}\t${told}`;
  let alike = groups.get(key);
  if (!alike) groups.set(key, (alike = { facts, told, suppliers: 0, sums: new Map() }));
  alike.suppliers++;
  if (line[AMOUNTS] === null) return;
  const amounts = Object.entries(
    JSON.parse(line[AMOUNTS]) as Record<string, readonly [sum: string | number, creditNotes: string | number]>,
  );
  for (const [currency, [sum]] of amounts) alike.sums.set(currency, (alike.sums.get(currency) ?? 0n) + BigInt(sum));
  if (line[SPEND_MAIN] === null) return;
  // The order by spend is in the main currency only: an amount that has its place there names it.
  const inOrder =
    amounts.length === 1 ? amounts : amounts.filter(([, [sum]]) => Number(sum) / 10_000 === line[SPEND_MAIN]);
  for (const [currency] of inOrder.slice(0, 1)) inMain.set(currency, (inMain.get(currency) ?? 0) + 1);
}
