import { materialsToAsk, productPaths } from "../../../risk-models";
import type { IsoDate } from "../../../risk-models/types";
import type { CategoryInput } from "../../categories/category";
import { listedOrigins, type ListedGood } from "../../categories/listed-origins";
import { measuresFor, type FittingMeasure } from "../../categories/measures";
import { inOrder, placeKey } from "../../categories/places";
import { factsOf, rowOf, type ResultRow } from "../../categories/result";
import { traitsOf, type ListedMaterial } from "../../categories/traits";
import type { Trait } from "../../categories/words";
import { Problem } from "../../lib/problem";
import { reference } from "../../lib/reference.server";
import { standingOf } from "../commitments/standing.server";
import type { Assessor } from "../scoring/assessor.server";
import { cpvRows, kindsOf } from "./cpv.server";
import { releasedAssessor } from "./released-assessor.server";

/** What came out for a category, and what fits into its tender. */
export interface AssessedCategory {
  readonly rows: readonly ResultRow[];
  readonly materials: readonly ListedMaterial[];
  readonly traits: readonly Trait[];
  readonly measures: readonly FittingMeasure[];
  /** The released model, and the reference data it read. */
  readonly modelId: string;
  readonly dataDate: IsoDate;
  readonly dataHash: string;
}

/** The goods of these codes that are listed with forced labour somewhere, for the page that asks where they come from. */
export function listedFor(
  codes: readonly string[],
  asOf: IsoDate,
): { readonly code: string; readonly goods: readonly ListedGood[] }[] {
  const { resolver } = releasedAssessor(asOf);
  const risk = reference().risk();
  return cpvRows(codes)
    .filter(({ kind }) => kind === "supplies")
    .map(({ code }) => {
      const sector = resolver.sector({ cpv: code });
      return { code, goods: listedOrigins(sector?.goods ?? [], sector?.isic ?? null, risk) };
    });
}

/**
 * Assesses a category with the released model in force on that day.
 * @throws Problem `category.unknown-code` for a code that is not in the vocabulary; `category.unknown-country` for a buyer's country
 * that is not in the table of countries.
 */
export function assessCategory(input: CategoryInput, asOf: IsoDate): AssessedCategory {
  const codes = cpvRows(input.codes);
  const unknown = input.codes.find((code) => !codes.some((row) => row.code === code));
  if (unknown !== undefined)
    throw new Problem(
      "category.unknown-code",
      `${unknown} is not in the procurement vocabulary (CPV 2008). Search for what you buy and choose a code from the list.`,
      { code: unknown },
      422,
    );
  const country = standingOf(input.buyer);
  if (country === null)
    throw new Problem("category.unknown-country", "Choose the buyer’s country from the list.", {}, 422);
  const assessor = releasedAssessor(asOf);
  const rows = codes.flatMap(({ code, kind }) => {
    const isGood = kind === "supplies";
    const stated: (string | null)[] = isGood ? [...input.origins] : [...input.places];
    if (isGood ? input.originUnknown : input.placeUnknown) stated.push(null);
    return stated.map((place) => assessOne(assessor, { code, kind, place }, asOf));
  });
  const materials = materialsOf(assessor, input, asOf);
  const kinds = kindsOf(input.codes);
  const traits = traitsOf(rows, kinds, materials);
  const jurisdictions = new Map(
    reference()
      .table("commitments")
      .map(({ id, jurisdiction }) => [id, jurisdiction]),
  );
  return {
    rows,
    materials,
    traits: [...traits],
    measures: measuresFor(traits, input.regime, { country, sellsTo: [] }, jurisdictions),
    modelId: assessor.engine.model,
    dataDate: assessor.dataDate,
    dataHash: assessor.dataHash,
  };
}

function assessOne(
  { engine, resolver }: Assessor,
  of: { readonly code: string; readonly kind: "supplies" | "services" | "works"; readonly place: string | null },
  asOf: IsoDate,
): ResultRow {
  const sector = resolver.sector({ cpv: of.code });
  const facts = factsOf(of.kind, sector, of.place, asOf);
  return rowOf({ ...of, isic: sector?.isic ?? null }, facts, engine.assess(facts));
}

/** Materials of the goods that are listed somewhere, each once, whatever the origins of the goods themselves. */
function materialsOf({ resolver }: Assessor, { codes }: CategoryInput, asOf: IsoDate): ListedMaterial[] {
  const found = new Map<string, { codes: string[]; places: string[]; stateImposed: string[]; sources: string[] }>();
  for (const { code, kind } of cpvRows(codes)) {
    if (kind !== "supplies") continue;
    const facts = factsOf(kind, resolver.sector({ cpv: code }), null, asOf);
    for (const { goods, listed } of materialsToAsk(productPaths(facts, reference().risk()))) {
      const good = goods[0];
      if (good === undefined) continue;
      const kept = found.get(good) ?? { codes: [], places: [], stateImposed: [], sources: [] };
      found.set(good, {
        codes: [...kept.codes, code],
        places: [...kept.places, ...listed.map(placeKey)],
        stateImposed: [...kept.stateImposed, ...listed.filter(({ isStateImposed }) => isStateImposed).map(placeKey)],
        sources: [...kept.sources, ...listed.flatMap(({ source }) => source.split(";"))],
      });
    }
  }
  return [...found]
    .map(([good, { codes: of, places, stateImposed, sources }]) => ({
      good,
      codes: of,
      places: inOrder(places),
      stateImposed: inOrder(stateImposed),
      source: inOrder(sources).join(";"),
    }))
    .sort((a, b) => (a.good < b.good ? -1 : 1));
}
