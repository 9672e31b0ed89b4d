import { useTranslation } from "react-i18next";
import { accessClassKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import type { DisclosureCount } from "../services/disclosure/disclosed-records.server";
import { PlainTable } from "./plain-table";
import { PastDay } from "./trail-day";

/** Above the page of disclosure on a past day. @param untold findings whose class of that day nothing tells any more. */
export function DisclosurePast({ day, untold }: { day: string | null; untold: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PastDay day={day} names={t("pastPages.disclosure.names")}>
      {untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}
    </PastDay>
  );
}

/** What a file up to each class would have held on that day. */
export function DisclosureCounts({ counts }: { counts: readonly DisclosureCount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    t("pastPages.disclosure.findings"),
    t("pastPages.disclosure.steps"),
    t("pastPages.disclosure.documents"),
    t("pastPages.disclosure.leftOut"),
  ];
  return (
    <div className="mb-4">
      <p className="mb-1 font-semibold">{t("pastPages.disclosure.given")}</p>
      <PlainTable
        label={t("pastPages.disclosure.given")}
        columns={[{ head: t("disclosure.upTo") }, ...columns.map((head) => ({ head, end: true }))]}
        rows={counts.map(({ upTo, findings, steps, documents, leftOut }) => ({
          key: upTo,
          cells: [
            t(accessClassKey[upTo]),
            format.count(findings),
            format.count(steps),
            format.count(documents),
            format.count(leftOut),
          ],
        }))}
      />
    </div>
  );
}
