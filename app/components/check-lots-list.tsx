import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stageKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { ReadLot } from "../services/checks/check-record.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { useDayAsked, useSameDay } from "./trail-day";

export type LotRow = Pick<ReadLot, "id" | "reference" | "name" | "buyer" | "stages" | "openedAt">;

/** The lots of a workspace, the newest first. */
export function LotsList({
  workspace,
  lots,
  canWrite,
}: {
  workspace: string;
  lots: readonly LotRow[];
  canWrite: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const day = useDayAsked();
  return (
    <Section
      id="lots"
      title={t("checks.lots.title")}
      note={t("checks.lots.note")}
      aside={canWrite ? <Link to={paths.newLot(workspace)}>{t("checks.lots.new")}</Link> : undefined}
    >
      {lots.length === 0 ? (
        <p className="text-soft">{t(day === null ? "checks.lots.none" : "trail.on.none")}</p>
      ) : (
        <PlainTable
          label={t("checks.lots.title")}
          columns={[
            { head: t("checks.lot.name") },
            { head: t("checks.lot.buyer") },
            { head: t("checks.lots.stages") },
            { head: t("checks.lots.opened") },
          ]}
          rows={lots.map(({ id, reference, name, buyer, stages, openedAt }) => ({
            key: id,
            cells: [
              <Link key="lot" to={sameDay(paths.lot(workspace, id))}>
                {reference} – {name}
              </Link>,
              buyer,
              stages.length === 0 ? t("checks.lots.noStage") : stages.map((one) => t(stageKey[one])).join("; "),
              format.day(openedAt),
            ],
          }))}
        />
      )}
    </Section>
  );
}
