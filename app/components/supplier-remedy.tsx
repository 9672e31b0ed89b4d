import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { actionStateKey, decisionStateKey, supplierDecisionKey } from "../i18n/remedy-keys";
import { followUpQuery } from "../lib/follow-up-query";
import { paths } from "../lib/paths";
import type { SupplierRemedyView } from "../lib/supplier-remedy.server";
import { Section } from "./page";

/** What is being done here until workers are repaid, and the decision to buy or not. */
export function SupplierRemedyCard({
  workspace,
  id,
  name,
  view,
}: {
  workspace: string;
  id: string;
  name: string;
  view: SupplierRemedyView;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actions, open, overdue, openGroups, totals, inForce, proposed, canWrite, canRepay } = view;
  const said = (count: number) => ({ count, formatted: format.count(count) });
  const isEmpty = open === 0 && openGroups === 0 && totals.length === 0 && !inForce && !proposed;
  const query = (tab: "actions" | "repayments") => followUpQuery({ tab, supplier: name.slice(0, 100) });
  return (
    <Section
      id="follow-up"
      title={t("remedy.supplier.title")}
      aside={
        !isEmpty && (
          <Link
            to={paths.followUp(workspace, query("actions"))}
            className="text-sm text-accent underline underline-offset-4"
          >
            {t("remedy.supplier.open")}
          </Link>
        )
      }
    >
      <div className="space-y-3">
        {isEmpty && <p className="text-soft">{t("remedy.supplier.none")}</p>}
        {(inForce ?? proposed) && (
          <p>
            {t("remedy.supplier.decision")}:{" "}
            {[inForce, proposed].filter(Boolean).map((one) => (
              <span key={one!.decidedOn + one!.decision} className="block">
                <strong className="font-semibold">{t(supplierDecisionKey[one!.decision])}</strong>
                {one === proposed
                  ? ` · ${t(decisionStateKey.proposed)}`
                  : ` · ${t("remedy.decide.on")} ${format.day(one!.decidedOn)} · ${t("remedy.decide.review")} ${format.day(one!.nextReviewOn)}`}
                {one!.selfConfirmed && ` · ${t("remedy.decide.self")}`}
              </span>
            ))}
          </p>
        )}
        {open > 0 && (
          <div>
            <p className="text-sm text-soft">
              {t("remedy.supplier.actions", said(open))}
              {overdue > 0 && (
                <strong className="text-high"> · !&nbsp;{t("remedy.supplier.overdue", said(overdue))}</strong>
              )}
            </p>
            <ul className="space-y-1">
              {actions.map((action) => (
                <li key={action.id} className="break-words">
                  <Link to={paths.action(workspace, action.id)}>{action.title}</Link>{" "}
                  <span className="text-sm text-soft">
                    {t(actionStateKey[action.state])}
                    {action.nextOn !== null && ` · ${format.day(action.nextOn)}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {totals.length > 0 && (
          <div>
            {openGroups > 0 && (
              <p className="text-sm">
                <Link to={paths.followUp(workspace, query("repayments"))}>
                  {t("remedy.supplier.repayments", said(openGroups))}
                </Link>
              </p>
            )}
            {totals.map(({ currency, owed, paid, confirmed }) => (
              <p key={currency} className="figures text-sm">
                {t("remedy.col.owed")} {format.money(BigInt(owed))} · {t("remedy.col.paid").toLocaleLowerCase()}{" "}
                {format.money(BigInt(paid))} · {t("remedy.col.confirmed").toLocaleLowerCase()}{" "}
                {format.money(BigInt(confirmed))} {currency}
              </p>
            ))}
          </div>
        )}
        {(canWrite || canRepay) && (
          <div className="no-print flex flex-wrap gap-2">
            {canWrite && (
              <Link to={paths.newAction(workspace, id)} className="button" data-size="small">
                {t("remedy.action.add")}
              </Link>
            )}
            {canRepay && (
              <Link to={paths.newRepayment(workspace, id)} className="button" data-size="small">
                {t("remedy.repayment.add")}
              </Link>
            )}
            {canWrite && (
              <Link to={paths.supplierDecision(workspace, id)} className="button" data-size="small">
                {t("remedy.supplier.decide")}
              </Link>
            )}
          </div>
        )}
      </div>
    </Section>
  );
}
