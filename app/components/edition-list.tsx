import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { ScreenedView } from "../services/screening/lists-view.server";

type Edition = Pick<ScreenedView, "listId" | "title" | "publisher" | "date" | "readOn" | "entries" | "outOfDate">;

/** Lists that were compared with: publisher, day of the edition, how many entries, and whether it is out of date. */
export function EditionList({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="mt-2 space-y-1.5 text-sm">
      {editions.map((edition) => (
        <li key={edition.listId}>
          <span lang="en" className="font-semibold">
            {edition.title}
          </span>
          <span className="block text-xs text-soft">
            <span lang="en">{edition.publisher}</span> ·{" "}
            {t("lists.edition", { day: format.day(edition.date), read: format.day(edition.readOn) })} ·{" "}
            {t("lists.entries", { count: edition.entries, formatted: format.count(edition.entries) })}
            {edition.outOfDate && <strong className="text-ink"> · {t("lists.outOfDate")}</strong>}
          </span>
        </li>
      ))}
    </ul>
  );
}
