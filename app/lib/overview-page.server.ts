/** The numbers of the overview in the order and with the names a reader asks for. */
import { formatFor } from "../i18n/format";
import type { Language } from "../i18n/languages";
import type { OverviewNumbers } from "../services/overview/overview.server";
import type { RegisterFilters } from "../../db/queries/register-page";
import type { Gap } from "../../risk-models";
import type { GapLinks } from "../services/overview/gap-links.server";
import { UNKNOWN } from "./supplier-query";
import { MEASURES, type Measure } from "./overview-query";
import { reference } from "./reference.server";
import { shadeOf, stepOf, stepsOf } from "./map-steps";
import { sectorName } from "./sector-names.server";
import { worldShapes } from "./world.server";

/** Ten-thousandths as a number of whole units: for lengths and shades only. */
const units = (spend: string | null) => (spend === null ? 0 : Number(spend) / 10_000);

/** What can be shown by country: spend only where the list has amounts. */
export const measuresOf = ({ spend }: OverviewNumbers): Measure[] =>
  MEASURES.filter((measure) => measure !== "spend" || spend !== null);

/**
 * Where the suppliers are: the map and its table, by `measure`, the most first and unknown last. Names come from here, for
 * some differ between the server's and the browser's tables.
 */
export function placesView(numbers: OverviewNumbers, measure: Measure, language: Language) {
  const valueOf = (country: OverviewNumbers["countries"][number]) =>
    measure === "spend" ? units(country.spend) : country[measure];
  const known = numbers.countries.filter(({ code }) => code !== null);
  const bounds = stepsOf(known.map(valueOf));
  const most = Math.max(0, ...known.map(valueOf));
  const shade = (value: number) => {
    const step = stepOf(value, bounds);
    return step === null ? null : shadeOf(step, bounds.length);
  };
  const rows = [...known]
    .sort((a, b) => valueOf(b) - valueOf(a) || b.suppliers - a.suppliers)
    .map((country) => ({
      ...country,
      code: country.code!,
      name: formatFor(language).country(country.code!),
      fraction: most > 0 ? Math.max(0, valueOf(country) / most) : 0,
      shade: shade(valueOf(country)),
    }));
  const { width, height, shapes } = worldShapes();
  const here = new Map(rows.map((row) => [row.code, row]));
  const drawn = shapes.flatMap(({ code, path }) => {
    const row = code === null ? undefined : here.get(code);
    return row ? [{ code: row.code, path, shade: row.shade }] : [];
  });
  const onMap = new Set(drawn.map(({ code }) => code));
  return {
    rows,
    unknown: numbers.countries.find(({ code }) => code === null) ?? null,
    map: {
      width,
      height,
      classes: bounds.map((from, step) => ({
        from,
        to: bounds[step + 1] ?? null,
        shade: shadeOf(step, bounds.length),
      })),
      /** Everything where there are no suppliers, as one path. */
      land: shapes.map(({ code, path }) => (code !== null && onMap.has(code) ? "" : path)).join(""),
      // The most first: the order in which the keyboard goes through them.
      shapes: drawn.sort((a, b) => rows.indexOf(here.get(a.code)!) - rows.indexOf(here.get(b.code)!)),
      notDrawn: rows.filter(({ code }) => !onMap.has(code)).map(({ code }) => code),
    },
  };
}
export type PlacesView = ReturnType<typeof placesView>;

/** What is bought: ISIC divisions by suppliers or by spend, the most first. */
export function sectorsView(numbers: OverviewNumbers, measure: Measure, language: Language) {
  const valueOf = (sector: OverviewNumbers["sectors"][number]) =>
    measure === "spend" ? units(sector.spend) : sector.suppliers;
  const known = numbers.sectors.filter(({ code }) => code !== null);
  const most = Math.max(0, ...known.map(valueOf));
  return {
    rows: [...known]
      .sort((a, b) => valueOf(b) - valueOf(a))
      .map((sector) => ({
        ...sector,
        code: sector.code!,
        ...(sectorName(sector.code!, language) ?? { name: sector.code!, lang: language }),
        fraction: most > 0 ? Math.max(0, valueOf(sector) / most) : 0,
      })),
    unknown: numbers.sectors.find(({ code }) => code === null) ?? null,
  };
}
export type SectorsView = ReturnType<typeof sectorsView>;

/** The addresses' queries of filters, as the table reads them. */
export function gapQueries(links: GapLinks): Partial<Record<Gap, string>> {
  const queryOf = ({ country, division, role }: RegisterFilters): string => {
    const query = new URLSearchParams();
    for (const [name, values] of [
      ["country", country],
      ["sector", division],
      ["role", role],
    ] as const)
      for (const value of [values ?? []].flat()) query.append(name, value || UNKNOWN);
    return query.toString();
  };
  return Object.fromEntries(Object.entries(links).map(([gap, filters]) => [gap, queryOf(filters)]));
}

/** The editions of the reference data, the oldest first. */
export function editionsView() {
  return reference()
    .datasets.map(({ name, title, publisher, retrievedOn, carriedOverOn }) => ({
      name,
      title,
      publisher,
      day: retrievedOn ?? carriedOverOn,
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.title < b.title ? -1 : 1));
}
export type Edition = ReturnType<typeof editionsView>[number];
