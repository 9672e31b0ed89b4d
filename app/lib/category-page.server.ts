/** The pages of a category's assessment as plain values: the same for one that is being made and one that was filed. */
import type { CategoryInput } from "../categories/category";
import type { CpvKind, CpvRow } from "../categories/cpv-search";
import { LAWS, type FittingMeasure, type LawId, type MeasureId, type Stage, MEASURES } from "../categories/measures";
import type { StoredChoice } from "../categories/record";
import type { ResultRow, Spread } from "../categories/result";
import { spreadOf } from "../categories/result";
import type { ListedMaterial } from "../categories/traits";
import type { Trait } from "../categories/words";
import type { ReasonLine } from "../components/supplier-reasons";
import type { SourceName } from "../components/method-parts";
import { countryNames } from "../i18n/countries.server";
import type { Language } from "../i18n/languages";
import { cpvRows } from "../services/categories/cpv.server";
import { originOf, sourceNotes } from "./line-origin.server";
import { reference } from "./reference.server";

export interface CodeView {
  readonly code: string;
  readonly kind: CpvKind;
  readonly label: string;
  /** Language of the label: English where the table has none in the reader's. */
  readonly lang: Language;
}

export const codeView = ({ code, kind, labelEn, labelRu }: CpvRow, language: Language): CodeView =>
  language === "ru" && labelRu !== null
    ? { code, kind, label: labelRu, lang: "ru" }
    : { code, kind, label: labelEn, lang: "en" };

export const codeViews = (codes: readonly string[], language: Language): CodeView[] =>
  cpvRows(codes).map((row) => codeView(row, language));

export interface RowView extends Pick<
  ResultRow,
  "on" | "place" | "level" | "score" | "band" | "between" | "plausible" | "floors" | "concerns"
> {
  readonly lines: readonly ReasonLine[];
}

export interface ResultView {
  readonly codes: readonly (CodeView & { readonly rows: readonly RowView[] })[];
  readonly spread: Spread;
  readonly possible: readonly [number, number];
  readonly materials: readonly (ListedMaterial & { readonly sources: readonly SourceName[] })[];
  readonly kinds: readonly CpvKind[];
  /** Kinds of labour-heavy work among the codes. */
  readonly labour: readonly NonNullable<ResultRow["labour"]>[];
  readonly regime: CategoryInput["regime"];
  readonly modelId: string;
  readonly dataDate: string;
}

const linesOf = ({ reasons }: ResultRow): ReasonLine[] =>
  reasons.map(({ key, kind, points, indicator, value, year, normalised, source, basis, dimension }) => ({
    key,
    kind,
    points,
    indicator,
    value,
    year,
    normalised,
    estimated: basis === "reference-class",
    origin: originOf({ source, basis, dimension, kind }),
  }));

/** Countries by the alphabet of the reader's language; what is not known stands last. */
function byName(rows: readonly ResultRow[], language: Language): ResultRow[] {
  const names = countryNames(
    language,
    rows.map(({ place }) => place?.slice(0, 2)),
  );
  const nameOf = ({ place }: ResultRow) => (place === null ? "" : `${names[place.slice(0, 2)]} ${place}`);
  const { compare } = new Intl.Collator(language);
  return [...rows].sort((a, b) => Number(a.place === null) - Number(b.place === null) || compare(nameOf(a), nameOf(b)));
}

interface Shown {
  readonly rows: readonly ResultRow[];
  readonly materials: readonly ListedMaterial[];
  readonly modelId: string;
  readonly dataDate: string;
}

export function resultView(input: CategoryInput, { rows, materials, ...of }: Shown, language: Language): ResultView {
  const codes = codeViews(input.codes, language);
  return {
    codes: codes.map((code) => ({
      ...code,
      rows: byName(
        rows.filter((row) => row.code === code.code),
        language,
      ).map((row) => ({
        on: row.on,
        place: row.place,
        level: row.level,
        score: row.score,
        band: row.band,
        between: row.between,
        plausible: row.plausible,
        floors: row.floors,
        concerns: row.concerns,
        lines: linesOf(row),
      })),
    })),
    spread: spreadOf(rows),
    possible: [Math.min(...rows.map((row) => row.possible[0])), Math.max(...rows.map((row) => row.possible[1]))],
    materials: materials.map((one) => ({ ...one, sources: sourceNotes(one) })),
    kinds: [...new Set(codes.map(({ kind }) => kind))],
    labour: [...new Set(rows.flatMap(({ labour }) => labour ?? []))],
    regime: input.regime,
    modelId: of.modelId,
    dataDate: of.dataDate,
  };
}

/** A text that backs a measure, as a page prints it. */
export interface BackingView {
  readonly id: string;
  readonly short: string;
  readonly instrument: string;
  readonly article: string;
  /** What it asks, in English as the table has it; null for an article that no row has yet. */
  readonly requirement: string | null;
  readonly binds: string | null;
  readonly appliesFrom: string | null;
  readonly confidence: string;
  readonly url: string | null;
}

export interface MeasureView {
  readonly id: MeasureId;
  readonly stage: Stage;
  readonly because: readonly Trait[];
  readonly backing: readonly BackingView[];
}

const lawView = (id: LawId): BackingView => ({
  id,
  short: LAWS[id].instrument,
  instrument: LAWS[id].instrument,
  article: LAWS[id].article,
  requirement: null,
  binds: null,
  appliesFrom: null,
  confidence: "from memory",
  url: null,
});

/** Rows of the commitments table by their ids, in the order asked for; one that this version does not have is left out. */
export function backingViews(ids: readonly string[], laws: readonly LawId[] = []): BackingView[] {
  const rows = new Map(
    reference()
      .table("commitments")
      .map((row) => [row.id, row]),
  );
  const found = ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { instrumentShort: short, instrument, article, requirement, binds, appliesFrom, confidence, sourceUrl } = row;
    return [{ id, short, instrument, article, requirement, binds, appliesFrom, confidence, url: sourceUrl }];
  });
  return [...found, ...laws.map(lawView)];
}

type Backed = Pick<FittingMeasure, "id" | "because" | "commitments" | "laws">;

const measureView = ({ id, because, commitments, laws }: Backed): MeasureView => ({
  id,
  stage: MEASURES[id].stage,
  because,
  backing: backingViews(commitments, laws),
});

export const measureViews = (measures: readonly Backed[]): MeasureView[] => measures.map(measureView);
export const chosenViews = ({ measures }: StoredChoice): MeasureView[] => measures.map(measureView);

/** Every country a page of this category names. */
export const countriesNamed = (
  input: Pick<CategoryInput, "origins" | "places"> & { readonly buyer: string | null },
  materials: readonly ListedMaterial[],
  more: readonly string[] = [],
): string[] =>
  [...input.origins, ...input.places, ...materials.flatMap(({ places }) => places), ...more, input.buyer ?? ""]
    .map((key) => key.slice(0, 2))
    .filter(Boolean);
