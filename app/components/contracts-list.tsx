import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ContractRecord } from "../services/contracts/contract-record.server";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { useDayAsked, useSameDay } from "./trail-day";

export type ContractRow = Pick<
  ContractRecord["contract"],
  "id" | "reference" | "title" | "contractor" | "startsOn" | "endsOn"
>;

/** The contracts of a workspace, the newest first. */
export function ContractsList({
  workspace,
  contracts,
  canWrite,
}: {
  workspace: string;
  contracts: readonly ContractRow[];
  canWrite: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const day = useDayAsked();
  return (
    <Section
      id="contracts"
      title={t("contracts.title")}
      note={t("contracts.note")}
      aside={canWrite ? <Link to={paths.newContract(workspace)}>{t("contracts.new")}</Link> : undefined}
    >
      {contracts.length === 0 ? (
        <p className="text-soft">{t(day === null ? "contracts.none" : "trail.on.none")}</p>
      ) : (
        <PlainTable
          label={t("contracts.title")}
          columns={[{ head: t("contracts.name") }, { head: t("contracts.contractor") }, { head: t("contracts.runs") }]}
          rows={contracts.map(({ id, reference, title, contractor, startsOn, endsOn }) => ({
            key: id,
            cells: [
              <Link key="contract" to={sameDay(paths.contract(workspace, id))}>
                {reference} – {title}
              </Link>,
              <bdi key="firm">{contractor}</bdi>,
              endsOn === null
                ? t("contracts.from", { day: format.day(startsOn) })
                : t("contracts.fromTo", { from: format.day(startsOn), to: format.day(endsOn) }),
            ],
          }))}
        />
      )}
    </Section>
  );
}
