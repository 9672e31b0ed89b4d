import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";

/** What a government purchaser came for: the first thing on the overview. */
export function TendersHome({ workspace }: { workspace: string }) {
  const { t } = useTranslation();
  return (
    <section
      aria-labelledby="tenders-home"
      className="card flex flex-wrap items-center justify-between gap-x-8 gap-y-4 p-5 sm:p-6"
    >
      <div className="prose-width min-w-0">
        <h2 id="tenders-home">{t("tenders.home.title")}</h2>
        <p className="mt-1 text-soft">{t("tenders.home.lead")}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link to={paths.newCategory(workspace)} className="button" data-kind="primary">
          {t("tenders.start")}
        </Link>
        <Link to={paths.tenders(workspace)} className="button">
          {t("tenders.home.open")}
        </Link>
      </div>
    </section>
  );
}
