import type { RiskModel } from "../../../risk-models";
import { reference } from "../../lib/reference.server";
import type { ReportSource } from "../../reports/register-report";

/** The published sources of a model's inputs and floors, each once, in the order of their titles. */
export function sourcesOfModel(model: RiskModel): ReportSource[] {
  const data = reference();
  const known = new Map(
    [...data.table("sources-countries"), ...data.table("sources-sectors")].map((source) => [source.sourceId, source]),
  );
  const ids = new Set([
    ...model.indicators.flatMap(({ sources }) => sources),
    ...model.typicalFeeMonths.sources,
    ...Object.values(model.destinationNorms).flatMap(({ sources }) => sources),
    ...data.table("state-imposed-forced-labour").map(({ sourceId }) => sourceId),
    ...data.table("tvpra-goods").flatMap(({ sourceId }) => sourceId),
  ]);
  return [...ids]
    .map((id): ReportSource => {
      const source = known.get(id);
      return {
        title: source?.title ?? id,
        publisher: source?.publisher ?? "",
        year: String(source?.year ?? ""),
        licence: source?.licence ?? "",
      };
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The English name of an ISIC code, as far as it is known. */
export function sectorNames(): (isic: string | null) => string | null {
  const names = new Map(
    reference()
      .table("isic")
      .map(({ code, labelEn }) => [code, labelEn]),
  );
  return (isic) => (isic === null ? null : (names.get(isic) ?? null));
}
