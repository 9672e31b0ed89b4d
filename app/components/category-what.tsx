import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MOST_CODES, MOST_PLACES, REGIMES, type CategoryDraft, type Missing } from "../categories/words";
import type { CpvKind } from "../categories/cpv-search";
import type { ListedGood } from "../categories/listed-origins";
import { cpvKindKey, missingKey, regimeKey } from "../i18n/category-keys";
import { useFormat } from "../i18n/format";
import type { CodeView } from "../lib/category-page.server";
import { GoodName, PlaceName, usePlaceName } from "./category-place";
import { SourceLinks, type SourceName } from "./method-parts";
import { Notice } from "./notice";
import { Section } from "./page";

type Listed = readonly {
  readonly code: string;
  readonly goods: readonly (ListedGood & { sources: readonly SourceName[] })[];
}[];

export interface WhatProps {
  readonly draft: CategoryDraft;
  readonly codes: readonly CodeView[];
  readonly kinds: readonly CpvKind[];
  readonly words: string;
  readonly found: readonly CodeView[];
  readonly alike: readonly CodeView[];
  readonly listed: Listed;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly notCountries: readonly string[];
  /** What is missing, once the result was asked for. */
  readonly missing: readonly Missing[];
  readonly corrects: string | null;
}

const COUNTRIES = "category-countries";

/** What is stated about a category: every step is an address, so that nothing is lost without script. */
export function CategoryWhat(props: WhatProps) {
  const { t } = useTranslation();
  const { draft, kinds, missing, notCountries, corrects, countries } = props;
  const isWork = kinds.includes("services") || kinds.includes("works");
  return (
    <Form method="get" className="space-y-5" id="category">
      {(missing.length > 0 || notCountries.length > 0) && <Faults missing={missing} notCountries={notCountries} />}
      {corrects !== null && <input type="hidden" name="corrects" value={corrects} />}
      <What {...props} />
      {kinds.includes("supplies") && <Origins {...props} />}
      {isWork && (
        <Section id="at" title={t("category.at.title")} note={t("category.at.note")}>
          <Places
            name="place"
            keys={draft.places}
            moreLabel={t("category.at.places")}
            unknown={draft.placeUnknown}
            unknownLabel={t("category.at.unknown")}
          />
        </Section>
      )}
      {kinds.length > 0 && <Buyer {...props} />}
      {kinds.length > 0 && (
        <button className="button" data-kind="primary" name="step" value="result">
          {t("category.assess")}
        </button>
      )}
      <datalist id={COUNTRIES}>
        {countries.map(({ code, name }) => (
          <option key={code}>{name}</option>
        ))}
      </datalist>
    </Form>
  );
}

function Faults({ missing, notCountries }: Pick<WhatProps, "missing" | "notCountries">) {
  const { t } = useTranslation();
  return (
    <Notice kind="problem" title={t("category.missing.title")}>
      <ul className="list-disc ps-5">
        {missing.map((what) => (
          <li key={what}>
            {t(missingKey[what], { limit: String(what === "tooManyCodes" ? MOST_CODES : MOST_PLACES) })}
          </li>
        ))}
        {notCountries.map((text) => (
          <li key={text}>{t("category.missing.country", { text })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function What({ draft, codes, words, found, alike }: WhatProps) {
  const { t } = useTranslation();
  const chosen = new Set(draft.codes);
  const fresh = (rows: readonly CodeView[]) => rows.filter(({ code }) => !chosen.has(code));
  return (
    <Section id="what" title={t("category.what.title")}>
      <div className="space-y-4">
        <label className="block max-w-2xl">
          <span className="block font-semibold">{t("category.what.name")}</span>
          <span className="mb-1 block text-sm text-soft">{t("category.what.nameHint")}</span>
          <input name="title" defaultValue={draft.title} maxLength={200} autoComplete="off" className="input" />
        </label>
        <div>
          <label htmlFor="words" className="block font-semibold">
            {t("category.what.search")}
          </label>
          <p id="words-hint" className="mb-1 text-sm text-soft">
            {t("category.what.searchHint")}
          </p>
          <div className="flex max-w-2xl flex-wrap gap-2">
            <input
              key={words}
              id="words"
              name="words"
              type="search"
              defaultValue={words}
              maxLength={200}
              aria-describedby="words-hint"
              autoComplete="off"
              className="input w-auto! min-w-40 flex-1"
            />
            <button className="button" data-kind={codes.length === 0 ? "primary" : undefined} name="step" value="find">
              {t("category.what.find")}
            </button>
          </div>
        </div>
        {codes.length > 0 && (
          <fieldset key={`chosen ${draft.codes.join()}`}>
            <legend className="font-semibold">{t("category.what.chosen")}</legend>
            <Codes codes={codes} checked />
          </fieldset>
        )}
        {words !== "" && fresh(found).length > 0 && (
          <fieldset key={`found ${words} ${draft.codes.join()}`}>
            <legend className="font-semibold">{t("category.what.found", { words })}</legend>
            <Codes codes={fresh(found)} />
          </fieldset>
        )}
        {words !== "" && fresh(alike).length > 0 && (
          <fieldset key={`alike ${words} ${draft.codes.join()}`}>
            <legend className="font-semibold">{t("category.what.alike")}</legend>
            <Codes codes={fresh(alike)} />
          </fieldset>
        )}
        {words !== "" && found.length + alike.length === 0 && <p>{t("category.what.nothing")}</p>}
        {codes.length === 0 && words === "" && <p className="text-soft">{t("category.what.noneYet")}</p>}
        {words !== "" && fresh([...found, ...alike]).length > 0 && (
          <button className="button" data-kind={codes.length === 0 ? "primary" : undefined} name="step" value="next">
            {t("category.what.goOn")}
          </button>
        )}
      </div>
    </Section>
  );
}

function Codes({ codes, checked = false }: { codes: readonly CodeView[]; checked?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="mt-1 divide-y divide-line border-y border-line">
      {codes.map(({ code, label, lang, kind }) => (
        <li key={code}>
          <label className="flex items-baseline gap-3 py-1.5">
            <input
              type="checkbox"
              name="cpv"
              value={code}
              defaultChecked={checked}
              className="size-5 shrink-0 self-center"
            />
            <span className="min-w-0">
              <span className="figures text-soft">{code}</span> <span lang={lang}>{label}</span>{" "}
              <span className="text-sm text-soft">({t(cpvKindKey[kind])})</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Origins({ draft, listed }: WhatProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const offered = new Set(listed.flatMap(({ goods }) => goods.flatMap(({ places }) => places)));
  const stated = draft.origins.filter((key) => !offered.has(key));
  const shown = new Set<string>();
  return (
    <Section id="from" title={t("category.from.title")} note={t("category.from.note")}>
      {offered.size > 0 && (
        <div className="mb-4">
          <h3 className="font-semibold">{t("category.from.offered")}</h3>
          <p className="mb-2 text-sm text-soft">{t("category.from.offeredNote")}</p>
          {listed.flatMap(({ code, goods }) =>
            goods.map((good) => {
              // A country is ticked once, however many goods it stands beside.
              const keys = good.places.filter((key) => !shown.has(key));
              keys.forEach((key) => shown.add(key));
              return keys.length === 0 ? null : (
                <Offered key={`${code} ${good.good}`} code={code} good={good} keys={keys} chosen={draft.origins} />
              );
            }),
          )}
        </div>
      )}
      {listed
        .filter(({ goods }) => goods.length === 0)
        .map(({ code }) => (
          <p key={code} className="mb-3 text-sm text-soft">
            {t("category.from.notListed", { code })}
          </p>
        ))}
      <Places
        name="origin"
        keys={stated.toSorted((a, b) => format.compare(format.country(a.slice(0, 2)), format.country(b.slice(0, 2))))}
        moreLabel={t("category.from.more")}
        unknown={draft.originUnknown}
        unknownLabel={t("category.from.unknown")}
        unknownHint={t("category.from.unknownHint")}
      />
    </Section>
  );
}

function Offered({
  code,
  good,
  keys,
  chosen,
}: {
  code: string;
  good: Listed[number]["goods"][number];
  keys: readonly string[];
  chosen: readonly string[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePlaceName();
  const ordered = keys.toSorted((a, b) => format.compare(nameOf(a), nameOf(b)));
  return (
    <fieldset className="mb-3">
      <legend className="text-sm">
        <span className="figures text-soft">{code}</span> <GoodName of={good.good} />
        {good.by === "division" && <span className="block text-soft">{t("category.from.ofDivision")}</span>}
      </legend>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {ordered.map((key) => (
          <label key={key} className="flex min-h-8 items-center gap-2">
            <input type="checkbox" name="origin" value={key} defaultChecked={chosen.includes(key)} className="size-5" />
            <span>
              <PlaceName of={key} />
              {good.stateImposed.includes(key) && (
                <span className="text-sm text-soft"> ({t("category.from.stateImposed")})</span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div className="text-sm text-soft">
        <SourceLinks sources={good.sources} />
      </div>
    </fieldset>
  );
}

/** Places already stated as ticks, a field for more, and the tick that says it is not known. */
function Places({
  name,
  keys,
  moreLabel,
  unknown,
  unknownLabel,
  unknownHint,
}: {
  name: "origin" | "place";
  keys: readonly string[];
  moreLabel: string;
  unknown: boolean;
  unknownLabel: string;
  unknownHint?: string;
}) {
  const { t } = useTranslation();
  return (
    <div className="space-y-3" key={keys.join()}>
      {keys.length > 0 && (
        <fieldset>
          <legend className="text-sm font-semibold">{t("category.from.chosen")}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {keys.map((key) => (
              <label key={key} className="flex min-h-8 items-center gap-2">
                <input type="checkbox" name={name} value={key} defaultChecked className="size-5" />
                <PlaceName of={key} />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <label className="block max-w-2xl">
        <span className="block text-sm font-semibold">{moreLabel}</span>
        <input name={`${name}More`} list={COUNTRIES} maxLength={1000} autoComplete="off" className="input" />
        <span className="mt-0.5 block text-xs text-soft">{t("category.from.moreHint")}</span>
      </label>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          name={`${name}Unknown`}
          value="1"
          defaultChecked={unknown}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>
          {unknownLabel}
          {unknownHint && <span className="block text-sm text-soft">{unknownHint}</span>}
        </span>
      </label>
    </div>
  );
}

function Buyer({ draft, countries }: WhatProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Section id="buyer" title={t("category.buyer.title")}>
      <div className="space-y-4">
        <label className="block max-w-md">
          <span className="block font-semibold">{t("category.buyer.country")}</span>
          <select key={draft.buyer} name="buyer" defaultValue={draft.buyer ?? ""} className="input">
            <option value="">{t("category.buyer.choose")}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <fieldset key={draft.regime}>
          <legend className="font-semibold">{t("category.buyer.regime")}</legend>
          <p className="mb-1 text-sm text-soft">{t("category.buyer.regimeNote")}</p>
          {REGIMES.map((regime) => (
            <label key={regime} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name="regime"
                value={regime}
                defaultChecked={draft.regime === regime}
                className="size-5 shrink-0"
              />
              <span>{t(regimeKey[regime])}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </Section>
  );
}
