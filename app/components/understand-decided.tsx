import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { labourKindOf } from "../groups/labour-heavy";
import { useFormat } from "../i18n/format";
import { decisionScopeKey, notSellerKey, supplierRoleKey } from "../i18n/keys";
import type { DecisionView } from "../services/understanding/choices.server";
import { SectorName } from "./sector-name";
import { LabourTag } from "./understand-form";

/** What a decision says, in one line. */
export function Said({ of: { said, sector: named } }: { of: Pick<DecisionView, "said" | "sector"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sector, role, notSeller, seller, placeOfWork, origin, country, currency } = said;
  const parts = [
    sector && <span key="sector">{named ? <SectorName sector={named} /> : sector.isic}</span>,
    seller && t("understand.decided.seller"),
    notSeller && t("understand.decided.notSeller", { kind: t(notSellerKey[notSeller]) }),
    role && t(supplierRoleKey[role]),
    placeOfWork && t("understand.decided.placeOfWork", { country: format.country(placeOfWork) }),
    origin && t("understand.decided.origin", { countries: origin.map(format.country).join(t("common.separator")) }),
    country && format.country(country),
    currency,
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && " · "}
          {part}
        </span>
      ))}
    </>
  );
}

export function UndoButton({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <button
        className="button"
        data-size="small"
        name="intent"
        value="undo"
        aria-label={t("understand.undoOf", { label })}
      >
        {t("understand.undo")}
      </button>
    </Form>
  );
}

/** Everything decided and in force, the latest first. */
export function DecidedList({ decisions, canDecide }: { decisions: readonly DecisionView[]; canDecide: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="card divide-y divide-line">
      {decisions.map((decision) => {
        const { id, scope, label, who, at, spendShare, rowShare, rows } = decision;
        const name = label || t("understand.noDescription");
        return (
          <li
            key={id}
            id={`d-${id}`}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4 target:bg-accent-wash sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="eyebrow">{t(decisionScopeKey[scope])}</p>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold break-words">
                {name}
                <LabourTag kind={labourKindOf(decision.said.sector?.isic ?? null)} />
              </p>
              <p className="break-words">
                <Said of={decision} />
              </p>
              <p className="figures text-sm text-soft">
                {[
                  rows > 0 &&
                    t(spendShare === null ? "understand.ofRows" : "understand.decided.settles", {
                      share: format.share(spendShare ?? rowShare),
                      rows: format.count(rows),
                    }),
                  t("understand.decided.by", {
                    who: who ?? t("understand.decided.someone"),
                    when: format.minute(at),
                  }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {canDecide && <UndoButton id={id} label={name} />}
          </li>
        );
      })}
    </ul>
  );
}
