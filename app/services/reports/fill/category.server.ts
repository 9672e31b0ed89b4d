import type { Database, Scope } from "../../../../db/database";
import { cpvRows } from "../../categories/cpv.server";
import { categoryStory, type CategoryRecord } from "../../categories/category-record.server";
import type { CpvRow } from "../../../categories/cpv-search";
import { MEASURES, neversOf } from "../../../categories/measures";
import type { ResultRow } from "../../../categories/result";
import { spreadOf } from "../../../categories/result";
import { code, codes, count, dated, day, known, number, text, type Cell, type Value } from "../../../reports/model";
import type { Fillings } from "../../../reports/template";
import { originOf } from "../../../lib/line-origin.server";
import { dayOf } from "../../scoring/assessor.server";
import type { Fill } from "./fill";

/** What the filed record of the category says. @throws Problem `category.not-found` (404). */
export const fillCategory: Fill = async (db: Database, scope: Scope, { settings }) => {
  const { record, versions } = await categoryStory(db, scope, settings.subject?.id ?? "");
  const replaced = versions.find(({ id }) => id === record.replaces)?.version ?? null;
  return fillingsOfCategory(record, replaced, cpvRows(record.input.codes));
};

/** Pure. @param replaced the version it corrects; null for none. */
export function fillingsOfCategory(record: CategoryRecord, replaced: number | null, cpv: readonly CpvRow[]): Fillings {
  const { result, chosen, input } = record;
  const evidence = [record.id];
  return {
    categoryFacts: { values: [], evidence, tables: { categoryFacts: { rows: factsOf(record, replaced, cpv) } } },
    spread: { values: spreadValues(result.rows) },
    places: {
      values: [count(result.rows.length)],
      tables: {
        places: { rows: result.rows.map(placeRow) },
        reasons: { rows: result.rows.flatMap((row) => reasonRows(row, record.modelId)) },
      },
    },
    categoryFloors: {
      values: [count(result.rows.reduce((sum, { floors }) => sum + floors.length, 0))],
      tables: {
        categoryFloors: {
          rows: result.rows.flatMap((row) =>
            row.floors.map((floor): Cell[] => [
              place(row.place),
              text(row.code),
              code("reason", `reason.floor.${floor.id}`),
              number(floor.height),
              sourcesCell(floor.source),
            ]),
          ),
        },
      },
    },
    listedMaterials: {
      values: [count(result.materials.length)],
      tables: {
        listedMaterials: {
          rows: result.materials.map((one): Cell[] => [
            code("good", one.good),
            codes("place", one.places),
            codes("place", one.stateImposed),
            sourcesCell(one.source),
          ]),
        },
      },
    },
    traits: { values: result.traits.map((trait) => code("trait", trait)) },
    measures: {
      values: [count(chosen.measures.length)],
      commitments: chosen.measures.flatMap(({ commitments }) => commitments),
      tables: {
        measures: {
          rows: chosen.measures.map(({ id }): Cell[] => [
            code("tender-stage", MEASURES[id].stage),
            code("measure", id),
            code("measure-text", id),
            code("measure-check", id),
          ]),
        },
        backing: {
          rows: chosen.measures.map(({ id, because, commitments, laws }): Cell[] => [
            code("measure", id),
            codes("trait", because),
            known(commitments.toSorted().join("; "), text),
            codes("law", laws) ?? code("dash", "none"),
          ]),
        },
      },
    },
    ownText: { values: chosen.ownText === "" ? null : [text(chosen.ownText)] },
    notChosen: { values: chosen.left.length === 0 ? [count(0)] : chosen.left.map((id) => code("measure", id)) },
    nevers: { values: neversOf(input.regime).map((id) => code("never", id)) },
  };
}

/** Ids of published sources, joined by ";"; the report names them by their numbers in its list. */
const sourcesCell = (ids: string): Cell => codes("source", ids.split(";").filter((id) => id !== "")); // prettier-ignore

const place = (key: string | null): Value => code("place", key ?? "unknown");

function factsOf(record: CategoryRecord, replaced: number | null, cpv: readonly CpvRow[]): Cell[][] {
  const { input } = record;
  const places = (keys: readonly string[], unknown: boolean): Cell =>
    codes("place", [...keys, ...(unknown ? ["unknown"] : [])]);
  const rows: readonly (readonly [string, Cell])[] = [
    ["title", text(record.title)],
    ["number", text(`${record.number}.${record.version}`)],
    ["filed", dated(record.filedByName ?? "", dayOf(record.filedAt))],
    ["corrects", replaced === null ? null : text(`${record.number}.${replaced}: ${record.reason ?? ""}`)],
    ...cpv.map((row): readonly [string, Cell] => ["codes", cpvName(row)]),
    ["origins", places(input.origins, input.originUnknown)],
    ["places", places(input.places, input.placeUnknown)],
    ["buyer", code("country", input.buyer)],
    ["regime", code("category-regime", input.regime)],
    ["model", text(record.modelId)],
    ["dataDate", day(record.dataDate)],
    ["dataHash", text(record.dataHash)],
    ["hash", text(record.recordSha256)],
  ];
  return rows.flatMap(([what, told]) => (told === null ? [] : [[code("category-fact", what), told]]));
}

const cpvName = ({ code: cpv, labelEn, labelRu }: CpvRow): Value => ({
  is: "name",
  names: { en: `${cpv} ${labelEn}`, ...(labelRu === null ? {} : { ru: `${cpv} ${labelRu}` }) },
});

/** The bands that are reached, and from where to where the ranges go. */
function spreadValues(rows: readonly ResultRow[]): Value[] {
  const { bands, plausible } = spreadOf(rows);
  return [
    ...(bands === null ? [code("band-between", "none")] : [...new Set(bands)].map((band) => code("band", band))),
    rangeText(plausible),
  ];
}

/** Both ends of a range, 0 to 100, as one value of a list of words. */
const rangeText = ([low, high]: readonly [number, number]): Value => code("range", `${low}/${high}`);

const bandOf = (band: ResultRow["band"]): Value => (band === null ? code("band-between", "none") : code("band", band));

const SHOWN_REASONS = 3;

function placeRow(row: ResultRow): Cell[] {
  const { between, band } = row;
  return [
    text(row.code),
    place(row.place),
    code("level", row.level),
    between === null ? bandOf(band) : code("band-between", between.join("-")),
    // The band says that there is none.
    row.score === null ? code("dash", "none") : number(Math.round(row.score * 10) / 10),
    rangeText(row.plausible),
    codes(
      "reason",
      row.reasons
        .filter(({ points }) => points > 0)
        .slice(0, SHOWN_REASONS)
        .map(({ key }) => key),
    ),
  ];
}

/** Every reason, with its points and where it is from. */
const reasonRows = (row: ResultRow, model: string): Cell[][] =>
  row.reasons.map((reason): Cell[] => [
    place(row.place),
    text(row.code),
    code("reason", reason.key),
    number(Math.round(reason.points * 10) / 10),
    text(reason.year === null ? "–" : String(reason.year)),
    foundIn(reason, model),
  ]);

/** Ids of published sources; or which part of the model stands in for what nobody published, or that nobody did. */
function foundIn(reason: ResultRow["reasons"][number], model: string): Cell {
  const { from } = originOf(reason);
  return from === "setting" || from === "class" || from === "sign" || from === "silence"
    ? code("origin", `${from}/${model}`)
    : sourcesCell(reason.source);
}
