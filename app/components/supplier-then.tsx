import { Link, useRouteLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CountryNames } from "../i18n/format";
import { followUpQuery } from "../lib/follow-up-query";
import { onDay, paths } from "../lib/paths";
import { can } from "../lib/permissions";
import type { SupplierThenView } from "../lib/supplier-then.server";
import { Notice } from "./notice";
import { PageHead } from "./page";
import { AsOfForm, AsOfResult } from "./recruitment-as-of";

/** A supplier as it was known on a past day, and nothing of today; from here to its other pages of the same day. */
export function SupplierThen({ workspace, id, name, today, asOf, became, isListed, countryNames }: SupplierThenView) {
  const { t } = useTranslation();
  const then = (to: string) => onDay(to, asOf.day);
  const here = useRouteLoaderData("routes/w.$workspace") as { readonly role?: Parameters<typeof can>[0] } | undefined;
  const role = here?.role;
  const all = [
    ["supplier:read", paths.recruitment(workspace, id), t("recruitment.title")],
    ["finding:read", paths.followUp(workspace, followUpQuery({ tab: "findings" })), t("findings.title")],
    ["action:read", paths.followUp(workspace, followUpQuery({ supplier: name })), t("remedy.nav")],
    ["supplier:read", paths.notes(workspace, "supplier", id), t("trail.notes.link")],
  ] as const;
  const pages = all.filter(([permission]) => role !== undefined && can(role, permission));
  return (
    <CountryNames.Provider value={countryNames}>
      <PageHead
        above={<Link to={then(paths.suppliers(workspace))}>{t("supplier.backToList")}</Link>}
        title={<bdi className="break-words">{name}</bdi>}
      />
      {!isListed && (
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
      <AsOfResult asOf={asOf} back={isListed ? paths.supplier(workspace, id) : null} />
      <nav aria-label={t("trail.on.pages")} className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1">
        <span className="text-soft">{t("trail.on.pages")}:</span>
        {pages.map(([, address, title]) => (
          <Link key={address} to={then(address)}>
            {title}
          </Link>
        ))}
      </nav>
      <AsOfForm today={today} day={asOf.day} />
    </CountryNames.Provider>
  );
}
