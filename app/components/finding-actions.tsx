import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { actionStateKey } from "../i18n/remedy-keys";
import type { FindingActions as Actions } from "../lib/finding-actions.server";
import { paths } from "../lib/paths";
import { Section } from "./page";

interface Props {
  readonly workspace: string;
  readonly supplierId: string;
  readonly findingId: string;
  readonly view: Actions;
  /** A finding that was taken back is acted on no more. */
  readonly isOpen: boolean;
}

/** What is done about it, and the next step: an action, a repayment, a decision about the supplier. */
export function FindingActions({ workspace, supplierId, findingId, view, isOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { actions, canWrite, canRepay } = view;
  const steps = [
    ...(canWrite ? [[paths.newAction(workspace, supplierId, findingId), t("remedy.action.add")] as const] : []),
    ...(canRepay ? [[paths.newRepayment(workspace, supplierId), t("remedy.repayment.add")] as const] : []),
    ...(canWrite ? [[paths.supplierDecision(workspace, supplierId), t("remedy.supplier.decide")] as const] : []),
  ];
  return (
    <Section id="done" title={t("findings.done.title")}>
      {actions.length === 0 && <p className="text-soft">{t("findings.done.none")}</p>}
      <ul className="space-y-1">
        {actions.map(({ id, title, state, dueOn }) => (
          <li key={id} className="break-words">
            <Link to={paths.action(workspace, id)}>{title}</Link>{" "}
            <span className="text-sm text-soft">
              {t(actionStateKey[state])}
              {dueOn !== null && ` · ${format.day(dueOn)}`}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && steps.length > 0 && (
        <p className="no-print mt-3 flex flex-wrap gap-2">
          {steps.map(([to, label]) => (
            <Link key={to} to={to} className="button" data-size="small">
              {label}
            </Link>
          ))}
        </p>
      )}
    </Section>
  );
}
