import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Contribution } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { engineKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import { FoundIn, type Origin } from "./line-origin";
import { PlainTable } from "./plain-table";
import { valueText } from "./line-value";

/** One line of the sum with everything behind it. */
export interface FigureLine {
  readonly kind: Contribution["kind"];
  readonly indicator: string;
  /** Raw value; null: not known. */
  readonly value: number | string | null;
  readonly year: number | null;
  readonly estimated: boolean;
  readonly normalised: number;
  readonly weight: number;
  readonly points: number;
  readonly origin: Origin;
}

const PART = { indicator: "input", control: "practice", floor: "floor" } as const;

function nameKey({ kind, indicator, value }: FigureLine): string {
  if (kind !== "indicator") return `reason.${kind}.${indicator}`;
  return indicator === "boughtSign" ? `reason.sign.${value ?? "unknown"}` : `reason.${indicator}`;
}

/** Behind one click: every line with its raw value, year, source, normalised value, weight and points, and the way to each. */
export function Figures({ lines, model }: { lines: readonly FigureLine[]; model: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className="more mt-3">
      <summary className="text-sm text-soft">{t("supplier.figures.open")}</summary>
      <p className="my-2 prose-width text-sm text-soft">
        {t("supplier.figures.note")} <Link to={paths.methodWorked(model)}>{t("supplier.figures.worked")}</Link>
      </p>
      <PlainTable
        label={t("supplier.figures.open")}
        columns={[
          { head: t("supplier.reason") },
          { head: t("supplier.value") },
          { head: t("supplier.year"), end: true },
          { head: t("supplier.source") },
          { head: t("supplier.figures.normalised"), end: true },
          { head: t("supplier.figures.weight"), end: true },
          { head: t("supplier.points"), end: true },
        ]}
        rows={lines.map((line) => ({
          key: `${line.kind} ${line.indicator}`,
          cells: [
            <Link key="name" to={paths.method(model, `${PART[line.kind]}-${line.indicator}`)}>
              {t(engineKey(nameKey(line)))}
            </Link>,
            valueText(t, format, line) || (line.value === null ? t("common.unknown") : ""),
            line.year === null ? "" : String(line.year),
            <FoundIn key="source" origin={line.origin} indicator={line.indicator} model={model} />,
            format.fixed(line.normalised, 4),
            format.number(line.weight, 4),
            format.fixed(line.points, 2),
          ],
        }))}
        className="worked"
      />
    </details>
  );
}
