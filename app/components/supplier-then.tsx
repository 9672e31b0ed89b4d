import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CountryNames } from "../i18n/format";
import { onDay, paths } from "../lib/paths";
import type { SupplierThenView } from "../lib/supplier-then.server";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { AsOfForm, AsOfResult } from "./recruitment-as-of";
import { SupplierDayPages } from "./supplier-day";

/** A supplier as it was known on a past day, and nothing of today. */
export function SupplierThen({ workspace, id, name, today, asOf, became, isShown, countryNames }: SupplierThenView) {
  const { t } = useTranslation();
  return (
    <CountryNames.Provider value={countryNames}>
      <PageHead
        above={<Link to={onDay(paths.suppliers(workspace), asOf.day)}>{t("supplier.backToList")}</Link>}
        title={<bdi className="break-words">{name}</bdi>}
      />
      {!isShown && (
        <div className="mb-4">
          <Notice kind="note">
            {became === null ? (
              t("recruitment.asOf.notToday")
            ) : (
              <>
                {t("recruitment.asOf.merged")}{" "}
                <Link to={paths.supplier(workspace, became)}>{t("recruitment.asOf.became")}</Link>
              </>
            )}
          </Notice>
        </div>
      )}
      <AsOfResult asOf={asOf} back={isShown ? paths.supplier(workspace, id) : null} />
      <SupplierDayPages workspace={workspace} id={id} day={asOf.day} />
      <AsOfForm today={today} day={asOf.day} />
    </CountryNames.Provider>
  );
}
