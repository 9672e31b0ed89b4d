import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";

/** How much of the published list is open, with the way to settle it; nothing when next to nothing is. */
export function UnderstandHint({
  workspace,
  open,
}: {
  workspace: string;
  open: { readonly share: number; readonly ofSpend: boolean } | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!open || open.share < 0.005) return null;
  return (
    <p>
      {t(open.ofSpend ? "understand.hint" : "understand.hintRows", { share: format.percent(open.share) })}{" "}
      <Link to={paths.understand(workspace)}>{t("understand.hintLink")}</Link>
    </p>
  );
}
