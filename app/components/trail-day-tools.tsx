import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { onDay, paths } from "../lib/paths";
import type { ToolsThen } from "../services/trail/tools-then.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** What was worked with on a day, each with its count and the page that shows it as of the same day. */
export function ToolsOfDay({
  workspace,
  day,
  today,
  tools,
}: {
  workspace: string;
  day: string;
  today: string;
  tools: ToolsThen;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const then = (to: string) => (day < today ? onDay(to, day) : to);
  const row = (key: string, to: string, label: string, stood: ReactNode | null) =>
    stood === null
      ? null
      : {
          key,
          cells: [
            <Link key="to" to={then(to)}>
              {label}
            </Link>,
            stood,
          ],
        };
  const counted = (count: number | null, say: (count: { count: number; formatted: string }) => string) =>
    count === null ? null : count === 0 ? (
      <span className="text-soft">{t("trail.on.nothing")}</span>
    ) : (
      say({ count, formatted: format.count(count) })
    );
  const { editions, ownRows, weights, buyer, records, packs, buying, judgements } = tools;
  const buyers = { none: <span className="text-soft">{t("trail.on.nothing")}</span>, stated: t("pastPages.tools.buyer"), erased: t("pastPages.tools.erased") }; // prettier-ignore
  const rows = [
    row("lists", paths.lists(workspace), t("lists.title"), counted(editions, (of) => t("pastPages.tools.editions", of))), // prettier-ignore
    row("corridors", paths.corridors(workspace), t("corridors.title"), counted(ownRows, (of) => t("pastPages.tools.ownRows", of))), // prettier-ignore
    row("model", paths.model(workspace), t("model.title"), weights === 0 ? t("pastPages.tools.noWeights") : counted(weights, (of) => t("pastPages.tools.weights", of))), // prettier-ignore
    row("commitments", paths.commitments(workspace), t("commitments.title"), buyer && buyers[buyer]),
    row("evidence", paths.commitmentsEvidence(workspace), t("dutyEvidence.title"), counted(judgements, (of) => t("pastDuties.tools.judgements", of))), // prettier-ignore
    row("demand", paths.demand(workspace), t("demand.title"), counted(buying, (of) => t("pastDuties.tools.buying", of))), // prettier-ignore
    row("disclosure", paths.disclosure(workspace), t("disclosure.title"), counted(records, (of) => t("pastPages.tools.records", of))), // prettier-ignore
    row("packs", paths.packs(workspace), t("pack.page.title"), counted(packs, (of) => t("pastPages.tools.packs", of))), // prettier-ignore
  ].filter((one) => one !== null);
  if (rows.length === 0) return null;
  return (
    <Section id="tools" title={t("pastPages.tools.title")}>
      <PlainTable
        label={t("pastPages.tools.title")}
        columns={[{ head: t("trail.on.kind") }, { head: t("trail.on.stood") }]}
        rows={rows}
      />
    </Section>
  );
}
