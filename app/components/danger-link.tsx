import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { Notice } from "./notice";

/** The way to help, on every page about a finding or a document. */
export function DangerLink({ workspace, supplierId }: { workspace: string; supplierId: string }) {
  const { t } = useTranslation();
  return (
    <aside className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-high p-3 sm:p-4">
      <p className="min-w-0 text-sm text-soft">{t("danger.note")}</p>
      <Link to={paths.danger(workspace, supplierId)} className="button">
        {t("danger.link")}
      </Link>
    </aside>
  );
}

/** Nobody writes to this supplier now. `since`: an instant. */
export function HoldNotice({ workspace, supplierId, since }: { workspace: string; supplierId: string; since: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice kind="problem" title={t("danger.stands")}>
      <p>
        {t("danger.standsNote")} {t("danger.standsSince", { day: format.minute(since) })}{" "}
        <Link to={paths.danger(workspace, supplierId)}>{t("danger.standsTo")}</Link>
      </p>
    </Notice>
  );
}
