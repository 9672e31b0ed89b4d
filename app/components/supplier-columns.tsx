import type { TFunction } from "i18next";
import { BANDS, LEVELS, type Band, type Level, type SupplierRole } from "../../risk-models/types";
import type { Format } from "../i18n/format";
import { bandKey, divisionKey, levelKey, supplierRoleKey } from "../i18n/keys";
import { onDay, paths } from "../lib/paths";
import type { SupplierColumn, SupplierOrder } from "../lib/supplier-query";
import { amountLines } from "./amounts";
import type { TableColumn } from "./data-table";
import { bandTag, levelTag } from "./marks";

/** What the table shows of a supplier. Null is unknown. */
export interface SupplierLine {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  /** 1 = look first; null where nothing is scored. */
  readonly priority: number | null;
  readonly level: Level;
  readonly band: Band | null;
  readonly score: number | null;
  /** Beside the score of a derived model that of the released one. */
  readonly released: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number | null;
  /** Its name in the reader's language. */
  readonly country: string | null;
  readonly isic: string | null;
  readonly role: SupplierRole;
  readonly product: string | null;
  readonly amounts: string | null;
  readonly rowCount: number;
}

/** The fields of a line in the order in which a packed line holds them. */
const FIELDS = [
  "id",
  "name",
  "number",
  "priority",
  "level",
  "band",
  "score",
  "released",
  "low",
  "high",
  "coverage",
  "country",
  "isic",
  "role",
  "product",
  "amounts",
  "rowCount",
] as const satisfies readonly (keyof SupplierLine)[];

/**
 * Lines as one JSON text of arrays: Remix sends objects in a form of its own that costs ten times as much to write, and
 * the names of the fields would stand in the page fifty times.
 */
export const packLines = (lines: readonly SupplierLine[]): string =>
  JSON.stringify(lines.map((line) => FIELDS.map((field) => line[field])));

/** What `packLines` has packed. */
export const unpackLines = (packed: string): SupplierLine[] =>
  (JSON.parse(packed) as unknown[][]).map(
    (values) => Object.fromEntries(FIELDS.map((field, i) => [field, values[i]])) as unknown as SupplierLine,
  );

/** How many of these lines stand exactly like another one of them: the order among those says nothing. */
export function tiedLines(lines: readonly SupplierLine[]): number {
  const alike = new Map<string, number>();
  for (const { priority, level, score, low, high } of lines) {
    const standing = [priority, level, score, low, high].join(" ");
    alike.set(standing, (alike.get(standing) ?? 0) + 1);
  }
  return [...alike.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}

interface Context {
  readonly t: TFunction;
  readonly format: Format;
  readonly workspace: string;
  readonly sortHref: (order: SupplierOrder) => string;
  /** The past day that is shown; null: today. */
  readonly day: string | null;
}

type Column = TableColumn<SupplierLine> & { readonly id: SupplierColumn | "name" };

/** The columns of the supplier table, in order. What is unknown shows a dash that is read as "unknown". */
export function supplierColumns({ t, format, workspace, sortHref, day }: Context): readonly Column[] {
  // Words, tags and the dash are made once and stand in every row that needs them.
  const unknown = (
    <>
      <span aria-hidden="true" className="none">
        –
      </span>
      <span className="sr-only">{t("common.unknown")}</span>
    </>
  );
  const at = (address: string) => (day === null ? address : onDay(address, day));
  const bands = byWord(BANDS, (band) => bandTag(band, t(bandKey[band])));
  const levels = byWord(LEVELS, (level) => levelTag(level, t(levelKey[level])));
  const between = <span className="none">{t("suppliers.between")}</span>;
  const noCurrency = t("imports.preview.noCurrency");
  const sectorOf = (isic: string) => {
    const division = divisionKey(isic.slice(0, 2));
    return (
      <>
        {isic} {division && <span className="sector">{t(division)}</span>}
      </>
    );
  };
  return [
    {
      id: "name",
      header: t("suppliers.head.name"),
      names: true,
      sortHref: sortHref("name"),
      cell: ({ id, name }) => <a href={at(paths.supplier(workspace, id))}>{name}</a>,
    },
    {
      id: "priority",
      header: t("suppliers.head.priority"),
      align: "end",
      wide: true,
      sortHref: sortHref("priority"),
      cell: ({ priority }) => (priority === null ? unknown : format.count(priority)),
    },
    {
      id: "band",
      header: t("suppliers.head.band"),
      cell: ({ band, score }) => (band ? bands[band] : score === null ? unknown : between),
    },
    {
      id: "score",
      header: t("suppliers.head.score"),
      align: "end",
      sortHref: sortHref("score"),
      cell: ({ score, released }) =>
        score === null ? (
          unknown
        ) : (
          <>
            <strong>{format.score(score)}</strong>
            {released !== null && (
              <span className="sector block">{t("suppliers.released", { score: format.score(released) })}</span>
            )}
          </>
        ),
    },
    {
      id: "range",
      // In whole points, outwards, so that the score never lies beside its range; the supplier's page has the tenths.
      header: t("suppliers.head.range"),
      align: "end",
      wide: true,
      cell: ({ low, high }) =>
        low === null || high === null ? unknown : `${format.count(Math.floor(low))}–${format.count(Math.ceil(high))}`,
    },
    { id: "level", header: t("suppliers.head.level"), wide: true, cell: ({ level }) => levels[level] },
    {
      id: "coverage",
      header: t("suppliers.head.coverage"),
      align: "end",
      wide: true,
      cell: ({ coverage }) => (coverage === null ? unknown : format.percent(coverage)),
    },
    {
      id: "country",
      header: t("suppliers.head.country"),
      cell: ({ country }) => country ?? unknown,
    },
    {
      id: "sector",
      header: t("suppliers.head.sector"),
      wide: true,
      cell: ({ isic }) => (isic === null ? unknown : sectorOf(isic)),
    },
    {
      id: "role",
      header: t("table.role"),
      wide: true,
      cell: ({ role }) => (role === "unknown" ? unknown : t(supplierRoleKey[role])),
    },
    {
      id: "product",
      header: t("suppliers.head.product"),
      wide: true,
      cell: ({ product }) => (product === null ? unknown : <span className="clamp">{product}</span>),
    },
    {
      id: "amount",
      header: t("suppliers.head.amount"),
      align: "end",
      wide: true,
      sortHref: sortHref("spend"),
      cell: ({ amounts }) => (amounts === null ? unknown : amountLines(amounts, format, noCurrency)),
    },
    {
      id: "rows",
      header: t("suppliers.head.rows"),
      align: "end",
      wide: true,
      cell: ({ rowCount }) => format.count(rowCount),
    },
    { id: "number", header: t("suppliers.head.number"), wide: true, cell: ({ number }) => number ?? unknown },
  ];
}

const byWord = <Word extends string, Value>(words: readonly Word[], make: (word: Word) => Value) =>
  Object.fromEntries(words.map((word) => [word, make(word)])) as Record<Word, Value>;
