/**
 * What the reports of a pack say of the list against the list in the pack: a report names the list it rests on, and where that is this
 * one, its lines and its counts by level and band have to be those of the suppliers. What was recorded since a report was frozen
 * rewrites the line of its supplier; the lines of such suppliers are counted and not called a fault.
 */
import { z } from "zod";
import type { Faults } from "./faults";
import { LISTS, type Manifest } from "./format";
import type { CountedBy, ListCounts } from "./list-counts";
import type { SupplierRow } from "./rows";

const FILE = LISTS.reports;

const text = z.string();
const Coded = z.looseObject({ is: z.literal("code"), of: text, code: text });
const Numbered = z.looseObject({ is: z.literal("number"), number: z.number() });
const Worded = z.looseObject({ is: z.literal("text"), text });

/** Of frozen contents what is compared with the list; everything else is only hashed. */
const Contents = z.looseObject({
  list: z.looseObject({ sha256: text, suppliers: z.int(), generation: z.int().optional() }).nullable(),
  method: z.looseObject({ model: text, dataHash: text }).nullable(),
  sections: z.array(
    z.looseObject({
      points: z.array(
        z.looseObject({
          tables: z.array(z.looseObject({ id: text, columns: z.array(z.looseObject({ id: text })), rows: z.array(z.array(z.unknown())) })).optional(), // prettier-ignore
          bars: z.array(z.looseObject({ id: text, bars: z.array(z.looseObject({ label: Coded, count: z.int() })) })).optional().catch(undefined), // prettier-ignore
        }),
      ),
    }),
  ),
});
type Contents = z.infer<typeof Contents>;
type Table = NonNullable<Contents["sections"][number]["points"][number]["tables"]>[number];

/** The table of suppliers in a report, and charts that count all of them. */
const LINES = "registerLines";
const CHARTS: ReadonlyMap<string, CountedBy> = new Map([
  ["registerLevels", "level"],
  ["levels", "level"],
  ["registerBands", "band"],
  ["bands", "band"],
]);

/** A supplier as a line of a report or of the list has it. */
interface Stand {
  readonly level: string;
  /** "": none is printed. */
  readonly band: string;
  readonly score: string;
}
const PARTS = ["level", "band", "score"] as const;

/** A line of a report, and what the list says of suppliers of its name and number. */
interface Claim extends Stand {
  readonly row: number;
  readonly line: number;
  found: Stand | null;
  isSame: boolean;
  isTold: boolean;
}

interface CountClaim {
  readonly row: number;
  readonly by: CountedBy;
  readonly said: ReadonlyMap<string, number>;
}

const keyOf = (name: string, number: string | null): string => JSON.stringify([name, number]);
const scoreText = (score: number | null): string => (score === null ? "–" : String(score));

export class ReportLists {
  /** Reports that rest on another list than the one in the pack, or do not say on which. */
  onOthers = 0;
  /** Lines that say something else of a supplier of whom something was recorded, and so may be of before it. */
  moved = 0;
  readonly #claims = new Map<string, Claim[]>();
  readonly #counts: CountClaim[] = [];

  constructor(
    private readonly manifest: Pick<Manifest, "list" | "model" | "data">,
    private readonly faults: Faults,
  ) {}

  /** Frozen contents, in the row of the list of reports. Before the suppliers. */
  report(row: number, content: unknown): void {
    const { data } = Contents.safeParse(content);
    // What has no such parts says nothing of a list.
    if (!data?.list || !data.method) return;
    if (!this.#isOfList(data.list, data.method)) {
      this.onOthers += 1;
      return;
    }
    for (const { tables = [], bars = [] } of data.sections.flatMap(({ points }) => points)) {
      for (const table of tables) if (table.id === LINES) this.#lines(row, table);
      for (const chart of bars) {
        const by = CHARTS.get(chart.id);
        const said = new Map(chart.bars.map(({ label, count }) => [label.code === "none" ? "" : label.code, count]));
        const all = [...said.values()].reduce((sum, one) => sum + one, 0);
        // A report for everybody may keep small counts to itself.
        if (by && all === data.list.suppliers) this.#counts.push({ row, by, said });
      }
    }
  }

  #isOfList(list: NonNullable<Contents["list"]>, method: NonNullable<Contents["method"]>): boolean {
    const { list: own, model, data } = this.manifest;
    return (
      list.sha256 === own.sha256 &&
      list.generation === own.generation &&
      method.model === model.id &&
      method.dataHash === data.sha256
    );
  }

  #lines(row: number, { columns, rows }: Table): void {
    const at = (id: string) => columns.findIndex((column) => column.id === id);
    const [name, number, level, band, score] = [at("name"), at("number"), at("level"), at("band"), at("score")];
    if ([name, number, level, band, score].includes(-1)) return;
    for (const [line, cells] of rows.entries()) {
      const named = Worded.safeParse(cells[name]).data?.text ?? "";
      const numbered = Worded.safeParse(cells[number]).data?.text ?? null;
      const banded = Coded.safeParse(cells[band]).data;
      const claim: Claim = {
        row,
        line: line + 1,
        level: Coded.safeParse(cells[level]).data?.code ?? "",
        band: banded?.of === "band" ? banded.code : "",
        score: scoreText(Numbered.safeParse(cells[score]).data?.number ?? null),
        found: null,
        isSame: false,
        isTold: false,
      };
      const key = keyOf(named, numbered);
      const known = this.#claims.get(key);
      if (known) known.push(claim);
      else this.#claims.set(key, [claim]);
    }
  }

  /** A supplier of the list. After all reports. */
  supplier({ name, supplierNumber, told, result }: SupplierRow): void {
    if (this.#claims.size === 0) return;
    const stand: Stand = { level: result.level, band: result.band ?? "", score: scoreText(result.score) };
    for (const claim of this.#claims.get(keyOf(name, supplierNumber === "" ? null : supplierNumber)) ?? []) {
      claim.found = stand;
      claim.isTold ||= told !== undefined;
      claim.isSame ||= PARTS.every((part) => claim[part] === stand[part]);
    }
  }

  /** After the last supplier. */
  finish(counts: ListCounts): void {
    for (const claims of this.#claims.values())
      for (const { row, line, found, isSame, isTold, ...said } of claims) {
        if (isSame) continue;
        if (isTold) {
          this.moved += 1;
          continue;
        }
        const part = PARTS.find((one) => found !== null && found[one] !== said[one]) ?? "name";
        const [pack, says] = found === null || part === "name" ? ["–", ""] : [found[part] || "–", said[part] || "–"];
        this.faults.add("report.line", FILE, row, { line, part, pack, said: says });
      }
    for (const { row, by, said } of this.#counts)
      for (const { key, pack, said: says, moved } of counts.others(by, said))
        this.faults.add("report.counts", FILE, row, { part: `${by}: ${key || "–"}`, pack, said: says, moved });
  }
}
