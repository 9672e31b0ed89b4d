import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";

import type { Band, Level } from "../../risk-models/types";
import type { Format } from "../i18n/format";
import { paths } from "../lib/paths";
import type { SupplierColumn, SupplierOrder } from "../lib/supplier-query";
import { Amounts } from "./amounts";
import type { TableColumn } from "./data-table";
import { BandTag, LevelTag } from "./marks";

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
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number | null;
  readonly country: string | null;
  readonly isic: string | null;
  readonly product: string | null;
  readonly amounts: string | null;
  readonly rowCount: number;
}

interface Context {
  readonly t: TFunction;
  readonly format: Format;
  readonly workspace: string;
  readonly sortHref: (order: SupplierOrder) => string;
}

type Column = TableColumn<SupplierLine> & { readonly id: SupplierColumn | "name" };

/** The columns of the supplier table, in order. What is unknown shows a dash that is read as "unknown". */
export function supplierColumns({ t, format, workspace, sortHref }: Context): readonly Column[] {
  const unknown = (
    <span className="text-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("common.unknown")}</span>
    </span>
  );
  return [
    {
      id: "name",
      header: t("suppliers.head.name"),
      names: true,
      sortHref: sortHref("name"),
      cell: ({ id, name }) => (
        <Link
          to={paths.supplier(workspace, id)}
          className="text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
        >
          {name}
        </Link>
      ),
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
      cell: ({ band, score }) =>
        band ? (
          <BandTag band={band} />
        ) : score === null ? (
          unknown
        ) : (
          <span className="text-sm text-soft">{t("suppliers.between")}</span>
        ),
    },
    {
      id: "score",
      header: t("suppliers.head.score"),
      align: "end",
      sortHref: sortHref("score"),
      cell: ({ score }) => (score === null ? unknown : <strong>{format.score(score)}</strong>),
    },
    {
      id: "range",
      header: t("suppliers.head.range"),
      align: "end",
      wide: true,
      cell: ({ low, high }) =>
        low === null || high === null ? unknown : `${format.score(low)} – ${format.score(high)}`,
    },
    { id: "level", header: t("suppliers.head.level"), wide: true, cell: ({ level }) => <LevelTag level={level} /> },
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
      cell: ({ country }) => (country === null ? unknown : format.country(country)),
    },
    { id: "sector", header: t("suppliers.head.sector"), wide: true, cell: ({ isic }) => isic ?? unknown },
    {
      id: "product",
      header: t("suppliers.head.product"),
      wide: true,
      cell: ({ product }) => (product === null ? unknown : <span className="line-clamp-2 max-w-72">{product}</span>),
    },
    {
      id: "amount",
      header: t("suppliers.head.amount"),
      align: "end",
      wide: true,
      sortHref: sortHref("spend"),
      cell: ({ amounts }) => (amounts === null ? unknown : <Amounts stored={amounts} />),
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
