import { explain, MISSING_KEYS, sourcesOf, type Reason } from "../../risk-models";
import type { Assessment, Contribution, Floor } from "../../risk-models/types";
import type { ReasonLine, SourceNote } from "../components/supplier-reasons";
import { reference } from "./reference.server";

type SourceTable = Parameters<typeof sourcesOf>[1];

let table: SourceTable | undefined;

/** Title, year, address and licence of every source id of the reference data; read once a process. */
function sourceTable(): SourceTable {
  const data = reference();
  table ??= Object.fromEntries(
    [...data.table("sources-countries"), ...data.table("sources-sectors")].map(
      ({ sourceId: id, title, year, url, licence }) => [
        id,
        { title: title ?? "", year: String(year ?? ""), url: url ?? "", licence: licence ?? "" },
      ],
    ),
  );
  return table;
}

/** The sources of a line, each named once. */
export function sourceNotes(line: Pick<Contribution, "source">): SourceNote[] {
  const found = new Map(sourcesOf(line, sourceTable()).map((source) => [source.id, source]));
  return [...found.values()].map(({ id, title, year, url, licence }) => ({
    id,
    title,
    year,
    url: /^https?:\/\//u.test(url) ? url : null,
    licence,
  }));
}

function lineOf({ key, kind, points, lines }: Reason): ReasonLine {
  const [first] = lines;
  const silent = first?.basis === "reference-class";
  return {
    key,
    kind,
    points,
    indicator: first?.indicator ?? "",
    value: first?.value ?? null,
    year: first?.year ?? null,
    origin:
      first?.basis === "stated" ? "stated" : silent && first.dimension === "recruitment" ? "setting" : "published",
    estimated: silent,
    normalised: first?.normalised ?? 0,
    sources: first ? sourceNotes(first) : [],
  };
}

/** The reasons of a result as the page shows them, strongest first; their points sum to the score. */
export const reasonLines = (assessment: Assessment): ReasonLine[] => explain(assessment).map(lineOf);

export const floorLines = (floors: readonly Floor[]) =>
  floors.map((floor) => ({ ...floor, sources: sourceNotes(floor) }));

/** What is missing beside what is asked first, as keys of the catalogue. */
export const furtherMissing = (assessment: Assessment, asked: readonly string[]): string[] =>
  assessment.missing
    .filter((id) => !asked.includes(id))
    .map((id) => `missing.${id}`)
    .filter((key) => MISSING_KEYS.includes(key));

/** English names of an ISIC code, from section to the code itself as far as they are known. */
export function isicLabel(isic: string): string | null {
  const codes = reference().table("isic");
  return codes.find(({ code }) => code === isic)?.labelEn ?? null;
}
