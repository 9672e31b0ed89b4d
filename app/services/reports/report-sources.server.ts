import type { RiskModel } from "../../../risk-models";
import { reference } from "../../lib/reference.server";
import type { Report } from "../../reports/model";
import type { ReportSource } from "../../reports/register-report";

/** The published sources of a model's inputs and floors, each once, in the order of their titles. */
export function sourcesOfModel(model: RiskModel): ReportSource[] {
  const data = reference();
  return sourcesByTitle([
    ...model.indicators.flatMap(({ sources }) => sources),
    ...model.typicalFeeMonths.sources,
    ...Object.values(model.destinationNorms).flatMap(({ sources }) => sources),
    ...data.table("state-imposed-forced-labour").map(({ sourceId }) => sourceId),
    ...data.table("tvpra-goods").flatMap(({ sourceId }) => sourceId),
  ]);
}

/** A list of sources with those besides that a report names by their ids, so that each of its references is found. */
export const withNamed = (sources: Report["sources"], named: readonly string[]): Report["sources"] =>
  named.every((id) => sources.some(({ key }) => key === id))
    ? sources
    : sourcesByTitle([...sources.flatMap(({ key }) => key ?? []), ...named]);

/** Sources of the tables by their ids, each once, in the order of their titles. */
function sourcesByTitle(ids: readonly string[]): ReportSource[] {
  const data = reference();
  const known = new Map(
    [...data.table("sources-countries"), ...data.table("sources-sectors")].map((source) => [source.sourceId, source]),
  );
  return [...new Set(ids)]
    .map((id): ReportSource => {
      const source = known.get(id);
      return {
        key: id,
        title: source?.title ?? id,
        publisher: source?.publisher ?? "",
        year: String(source?.year ?? ""),
        licence: licenceOf(source?.licence ?? "", known),
      };
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The note itself where it says "as" the id of another source. */
function licenceOf(note: string, known: ReadonlyMap<string, { readonly licence: string | null }>): string {
  const other = /^as (\S+)$/u.exec(note)?.[1];
  return (other === undefined ? null : known.get(other)?.licence) ?? note;
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
