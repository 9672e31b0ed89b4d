import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findingSourceKey, findingStatusKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { severityKey } from "../i18n/keys";
import type { FindingLine } from "../lib/finding-page.server";
import { paths } from "../lib/paths";
import { Empty } from "./empty";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { useSameDay } from "./trail-day";

/** Longest piece of a summary that stands in a list. */
const PIECE = 120;
const pieceOf = (text: string): string => (text.length > PIECE ? `${text.slice(0, PIECE).trimEnd()}…` : text);

function Status({ line }: { line: FindingLine }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={line.status === "substantiated" && !line.isTakenBack ? "font-semibold" : undefined}>
        {t(line.isTakenBack ? "findings.status.takenBack" : findingStatusKey[line.status])}
      </span>
      {line.waits && <span className="block text-sm text-soft">{t("findings.list.waits")}</span>}
    </>
  );
}

function Name({ to, line }: { to: string; line: FindingLine }) {
  const { t } = useTranslation();
  return (
    <span className={line.isTakenBack ? "line-through" : undefined}>
      <Link to={to} className="link break-words">
        {pieceOf(line.summary)}
      </Link>
      {line.isProtected && (
        <span className="tag ms-2 border border-line-strong bg-note-wash">{t("findings.class.protected")}</span>
      )}
    </span>
  );
}

/** Every finding of the workspace this reader may know of: the tab of what is followed up. */
export function FindingsList({ workspace, findings }: { workspace: string; findings: readonly FindingLine[] }) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const format = useFormat();
  if (findings.length === 0) return <Empty title={t("findings.list.empty")}>{t("findings.list.emptyNote")}</Empty>;
  return (
    <div className="card p-4 sm:p-5">
      <PlainTable
        label={t("findings.title")}
        columns={[
          { head: t("findings.list.what") },
          { head: t("findings.list.supplier") },
          { head: t("findings.list.source") },
          { head: t("findings.list.severity") },
          { head: t("findings.list.status") },
          { head: t("findings.list.day") },
        ]}
        rows={findings.map((line) => ({
          key: line.id,
          cells: [
            <Name key="name" to={sameDay(paths.finding(workspace, line.id))} line={line} />,
            line.supplier ? (
              <Link key="supplier" to={sameDay(paths.supplier(workspace, line.supplier.id))}>
                <bdi>{line.supplier.name}</bdi>
              </Link>
            ) : (
              "–"
            ),
            <span key="source" className="inline-block first-letter:uppercase">
              {t(findingSourceKey[line.source])}
            </span>,
            t(severityKey[line.severity]),
            <Status key="status" line={line} />,
            format.day(line.foundOn),
          ],
        }))}
      />
    </div>
  );
}

/** What is recorded about one supplier, on its page. */
export function SupplierFindings({
  workspace,
  supplierId,
  findings,
  canRecord,
}: {
  workspace: string;
  supplierId: string;
  findings: readonly FindingLine[];
  canRecord: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="findings" title={t("findings.title")}>
      {findings.length === 0 ? (
        <p className="text-soft">{t("findings.list.noneHere")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {findings.map((line) => (
            <li key={line.id} className="py-2 first:pt-0">
              <Name to={paths.finding(workspace, line.id)} line={line} />
              <p className="text-sm text-soft">
                <Status line={line} /> · {t(findingSourceKey[line.source])} · {t(severityKey[line.severity])} ·{" "}
                {format.day(line.foundOn)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 flex flex-wrap gap-2">
        {canRecord && (
          <Link to={paths.newFinding(workspace, supplierId)} className="button" data-size="small">
            {t("findings.list.record")}
          </Link>
        )}
      </p>
    </Section>
  );
}
