import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { useSameDay } from "./trail-day";
import type { DecidedFact } from "../services/suppliers/decided-facts.server";

/** Who decided a fact of a supplier, when, and about what; the way to the decision. */
export function DecidedNote({ fact, workspace }: { fact: DecidedFact | undefined; workspace: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  if (!fact) return null;
  const { id, scope, label, at } = fact;
  const who = fact.who ?? t("understand.decided.someone");
  const when = format.day(at);
  return (
    <Link
      to={sameDay(`${paths.understand(workspace, "tab=decided")}#d-${id}`)}
      className="block text-sm text-soft underline"
    >
      {scope === "payee"
        ? t("understand.supplierNotePayee", { who, when })
        : t("understand.supplierNote", { who, when, label: label || t("understand.noDescription") })}
    </Link>
  );
}
