import { Form, Link, useNavigate, useSearchParams } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { BANDS, LEVELS, ROLES, type Band, type Level, type SupplierRole } from "../../risk-models/types";
import { useFormat, type Format } from "../i18n/format";
import { bandKey, divisionKey, levelKey, supplierRoleKey } from "../i18n/keys";
import {
  ALIKE_NAME,
  FILTER_NAMES,
  keptQuery,
  NARROWING,
  UNKNOWN,
  withoutValue,
  type FilterName,
} from "../lib/supplier-query";

/**
 * For each filter, the values that would show something beside the other filters, a line each: "value:suppliers", and for
 * countries ":name" behind it. Bands, levels and roles in any order, the others as they are to be shown. One text,
 * because a page of the table would else send and walk hundreds of little objects.
 */
export type PackedFacets = Readonly<Record<FilterName, string>>;

interface Props {
  readonly q: string;
  readonly chosen: Readonly<Record<FilterName, readonly string[]>>;
  readonly only: number;
  /** Name of the supplier that all shown stand exactly like; null: no such filter. */
  readonly alike: string | null;
  readonly facets: PackedFacets | null;
  /** False while words are searched for: the counts do not know of them. */
  readonly counted: boolean;
}

const label = {
  band: "suppliers.band",
  level: "suppliers.level",
  country: "suppliers.country",
  sector: "table.sector",
  role: "table.role",
} as const;

/** A value of a filter in the reader's language. */
function valueName(t: TFunction, format: Format, filter: FilterName, value: string): string {
  if (filter === "band") return value === "none" ? t("workspace.home.noBand") : t(bandKey[value as Band]);
  if (filter === "level") return t(levelKey[value as Level]);
  if (filter === "role") return t(supplierRoleKey[value as SupplierRole]);
  if (value === UNKNOWN) return t("common.unknown");
  if (filter === "country") return format.country(value);
  const name = divisionKey(value);
  return name === null ? value : t("table.sectorOf", { code: value, name: t(name) });
}

/** Values in the order in which a person looks for them. */
const ORDER: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  band: [...BANDS.toReversed(), "none"],
  level: LEVELS.toReversed(),
  role: ROLES,
};

interface Option {
  readonly value: string;
  readonly name: string;
  readonly count: string;
}

const REMEMBERED = 200;
const remembered = new Map<string, readonly Option[]>();

/**
 * The values of a filter with their names, in order. Without facets: those of the closed lists. Names and order depend on
 * language and facets alone, and most pages of a list have the same: they are made once.
 */
function optionsOf(t: TFunction, format: Format, language: string, filter: FilterName, packed: string | undefined) {
  const key = `${language} ${filter} ${packed}`;
  const found = remembered.get(key) ?? makeOptions(t, format, filter, packed ?? ORDER[filter]?.join("\n") ?? "");
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(key, found);
  return found;
}

function makeOptions(t: TFunction, format: Format, filter: FilterName, packed: string): readonly Option[] {
  const found = packed
    .split("\n")
    .filter(Boolean)
    .map((line): Option => {
      const [value = "", count, ...name] = line.split(":");
      return {
        value,
        name: name.join(":") || valueName(t, format, filter, value),
        count: count === undefined ? "" : ` (${format.count(Number(count))})`,
      };
    });
  const order = ORDER[filter];
  return order ? found.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : found;
}

/**
 * Search and filters: a plain form whose answer is the address. Choosing a value adds it to those in use, which stand
 * below and can be taken away one by one; with script a choice is applied at once.
 */
export function SupplierFilters({ q, chosen, only, alike, facets, counted }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const apply = (form: HTMLFormElement) => {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && value !== "") asked.append(name, value);
    void navigate(`?${asked.toString()}`, { preventScrollReset: true });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };
  const inUse = FILTER_NAMES.reduce((sum, filter) => sum + chosen[filter].length, 0);
  return (
    <search className="block space-y-3">
      <Form method="get" onSubmit={submit} className="filters">
        {keptQuery(search, ["q"]).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label className="words">
          <span className="eyebrow">{t("suppliers.search")}</span>
          {/* A new answer gives the field its new value; the others keep the focus they have. */}
          <input key={q} type="search" name="q" defaultValue={q} className="input" maxLength={200} />
        </label>
        {/* Folded on a phone, where six fields would fill the screen; the style sheet keeps it open elsewhere. */}
        <details>
          <summary className="button">
            {inUse === 0 ? t("table.filters") : t("table.filtersInUse", { formatted: format.count(inUse) })}
          </summary>
          <div className="choices">
            {FILTER_NAMES.map((filter) => {
              const used = chosen[filter];
              return (
                <label key={filter} className="block min-w-0">
                  <span className="eyebrow">{t(label[filter])}</span>
                  <select name={filter} value="" className="input" onChange={(event) => apply(event.target.form!)}>
                    <option value="">{t(used.length === 0 ? "table.any" : "table.more")}</option>
                    {optionsOf(t, format, i18n.language, filter, facets?.[filter])
                      .filter(({ value }) => !used.includes(value))
                      .map(({ value, name, count }) => (
                        <option key={value} value={value}>
                          {counted ? name + count : name}
                        </option>
                      ))}
                  </select>
                </label>
              );
            })}
          </div>
        </details>
        <button className="button" data-kind="primary">
          {t("suppliers.filter")}
        </button>
      </Form>
      <Chips q={q} chosen={chosen} only={only} alike={alike} facets={facets} />
    </search>
  );
}

function Chips({ q, chosen, only, alike, facets }: Omit<Props, "counted">) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const chips: { name: string; value: string | null; filter: string; text: string }[] = FILTER_NAMES.flatMap((filter) =>
    chosen[filter].map((value) => ({
      name: filter,
      value,
      filter: t(label[filter]),
      text:
        optionsOf(t, format, i18n.language, filter, facets?.[filter]).find((option) => option.value === value)?.name ??
        valueName(t, format, filter, value),
    })),
  );
  if (q !== "") chips.unshift({ name: "q", value: null, filter: t("table.words"), text: q });
  if (only > 0)
    chips.unshift({
      name: "only",
      value: null,
      filter: t("table.only"),
      text: t("table.onlyPicked", { count: only, formatted: format.count(only) }),
    });
  if (alike !== null) chips.unshift({ name: ALIKE_NAME, value: null, filter: t("table.alike"), text: alike });
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      <ul aria-label={t("table.active")} className="contents">
        {chips.map(({ name, value, filter, text }) => (
          <li key={`${name}=${value}`} className="max-w-full">
            <Link
              to={`?${value === null ? new URLSearchParams(keptQuery(search, [name])).toString() : withoutValue(search, name, value)}`}
              preventScrollReset
              className="chip"
              aria-label={t("table.remove", { filter, value: text })}
            >
              <span className="truncate">{t("table.chip", { filter, value: text })}</span>
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        ))}
      </ul>
      <Link
        to={`?${new URLSearchParams(keptQuery(search, NARROWING)).toString()}`}
        preventScrollReset
        className="button"
        data-kind="quiet"
        data-size="small"
      >
        {t("table.clear")}
      </Link>
    </div>
  );
}
