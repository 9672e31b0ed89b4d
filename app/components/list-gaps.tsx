import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "./notice";
import { CountrySelect, ProductInput } from "./whole-list";

/** More rows than this share without a country (or sector) are worth a sentence. */
const MOST = 0.5;

export interface GapsView {
  readonly rows: { readonly read: number };
  readonly countryUnresolved: number;
  readonly sectorUnresolved: number;
}

export interface WholeListView {
  readonly country: string | null;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** How the product of the whole list is read. */
  readonly sector: { readonly text: string; readonly isic: string | null; readonly name: string | null };
}

/** What would make the list worth more, said here and now for the whole of it. */
export function ListGaps({
  view: { rows, countryUnresolved, sectorUnresolved },
  whole: { country, countries, sector },
  workspace,
}: {
  view: GapsView;
  whole: WholeListView;
  workspace: string;
}) {
  const { t } = useTranslation();
  const noCountry = countryUnresolved > rows.read * MOST;
  const noSector = sectorUnresolved > rows.read * MOST;
  if (!noCountry && !noSector) return null;
  return (
    <Notice kind="note" title={t("imports.preview.gaps")}>
      {noCountry && <p>{t("imports.preview.gapCountry")}</p>}
      {noSector && <p>{t("imports.preview.gapSector")}</p>}
      <Form method="post" className="mt-3 flex flex-wrap items-start gap-3">
        {noCountry && (
          <label className="block min-w-56 flex-1 space-y-1">
            <span className="text-sm font-semibold">{t("importing.whole.country")}</span>
            <CountrySelect countries={countries} value={country} none={t("importing.whole.keep")} />
          </label>
        )}
        {noSector && (
          <ProductInput
            workspace={workspace}
            sector={sector}
            label={t("importing.whole.product")}
            className="min-w-56 flex-1"
          />
        )}
        <button className="button mt-6" name="intent" value="whole">
          {t("importing.whole.apply")}
        </button>
      </Form>
    </Notice>
  );
}
