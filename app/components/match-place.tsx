import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { MatchPage } from "../services/screening/matches-view.server";
import { useSameDay } from "./trail-day";

/** The ways to the pairs before and after, with the keys for them. */
export function MatchPlace({
  workspace,
  page,
  isPast = false,
}: {
  workspace: string;
  isPast?: boolean;
  page: Pick<MatchPage, "previous" | "next" | "others">;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <nav aria-label={t("matches.title")} className="no-print -mt-2 mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {page.previous && (
        <Link to={sameDay(paths.match(workspace, page.previous))} data-step="previous">
          {t("matches.previous")} <Key>K</Key>
        </Link>
      )}
      {page.next && (
        <Link to={sameDay(paths.match(workspace, page.next))} data-step="next">
          {t("matches.next")} <Key>J</Key>
        </Link>
      )}
      {page.others > 0 && (
        <span className="text-soft">
          {t(isPast ? "matches.othersThen" : "matches.others", {
            count: page.others,
            formatted: format.count(page.others),
          })}
        </span>
      )}
    </nav>
  );
}

/** Where there is a keyboard. */
const Key = ({ children }: { children: string }) => (
  <kbd aria-hidden="true" className="ms-1 max-md:hidden">
    {children}
  </kbd>
);
