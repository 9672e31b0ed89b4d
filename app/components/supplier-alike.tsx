import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { gapKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import { ALIKE_NAME } from "../lib/supplier-query";
import type { Alike } from "../services/plan/alike-suppliers.server";
import { Section } from "./page";

/** Ties said as ties: how many others stand exactly like this supplier, and which columns would separate them. */
export function AlikeSuppliers({
  workspace,
  id,
  alike,
  scored,
}: {
  workspace: string;
  id: string;
  /** Null: not known. */
  alike: Alike | null;
  scored: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (alike === null || alike.others === 0) return null;
  const { others, read, columns } = alike;
  const of = { count: others, formatted: format.count(others) };
  return (
    <Section id="alike" title={t("supplier.alike.title")}>
      <p>
        {scored ? t("supplier.alike.scored", of) : t("supplier.alike.unscored", of)}{" "}
        {t(columns.length > 0 ? "plan.tie.columns" : "plan.tie.noColumns")}
      </p>
      {columns.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {columns.map(({ gap, blank }) => (
            <li key={gap}>
              {t(gapKey[gap])}{" "}
              <span className="text-soft">
                ({t("plan.tie.blank", { blank: format.count(blank), read: format.count(read) })})
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2">
        <Link
          to={paths.suppliers(workspace, `${ALIKE_NAME}=${id}`)}
          className="text-accent underline underline-offset-4"
        >
          {t("supplier.alike.show", { formatted: format.count(others + 1) })}
        </Link>
      </p>
    </Section>
  );
}
