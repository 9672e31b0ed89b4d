import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { labourKindOf } from "../groups/labour-heavy";
import type { TFunction } from "i18next";
import { useFormat, type Format } from "../i18n/format";
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

/** Decisions made at once, as they are shown: together. */
type Together = readonly DecisionView[];

/** What decisions made at once are about, in a few words. */
export function decidedName(decisions: Together, t: TFunction, format: Format): string {
  const [first, ...further] = decisions;
  return further.length === 0
    ? first!.label || t("understand.noDescription")
    : t("understand.decided.payees", { count: decisions.length, formatted: format.count(decisions.length) });
}

/** Takes a decision back, or all that were made at once. */
export function UndoButton({ decisions, label }: { decisions: Together; label: string }) {
  const { t } = useTranslation();
  const { id, batch } = decisions[0]!;
  const several = decisions.length > 1 && batch !== null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={several ? batch : id} />
      <button
        className="button"
        data-size="small"
        name="intent"
        value={several ? "undo-batch" : "undo"}
        aria-label={t("understand.undoOf", { label })}
      >
        {t("understand.undo")}
      </button>
    </Form>
  );
}

const sumOf = (decisions: Together) => {
  const add = (of: (one: DecisionView) => number) => decisions.reduce((sum, one) => sum + of(one), 0);
  return {
    rows: add(({ rows }) => rows),
    rowShare: add(({ rowShare }) => rowShare),
    spendShare: decisions[0]!.spendShare === null ? null : add(({ spendShare }) => spendShare ?? 0),
  };
};

/** Of a past day: that the decision, or some of those made at once, stands no more, since when and by whom. */
function UndoneSince({ decisions }: { decisions: Together }) {
  const { t } = useTranslation();
  const format = useFormat();
  const undone = decisions.flatMap(({ undone: one }) => one ?? []);
  if (undone.length === 0) return null;
  const last = undone.reduce((a, b) => (b.at > a.at ? b : a));
  const values = {
    who: last.who ?? t("understand.decided.someone"),
    when: format.minute(last.at),
    count: undone.length,
    formatted: format.count(undone.length),
  };
  return (
    <p className="text-sm font-semibold">
      {undone.length === decisions.length
        ? t("understand.past.undone", values)
        : t("understand.past.undoneSome", values)}
    </p>
  );
}

/** Everything decided and in force, the latest first; what was decided at once is one entry with one way back. */
export function DecidedList({ decisions, canDecide }: { decisions: readonly Together[]; canDecide: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="card divide-y divide-line">
      {decisions.map((together) => {
        const [first] = together;
        const { id, scope, who, at, said } = first!;
        const { rows, rowShare, spendShare } = sumOf(together);
        const name = decidedName(together, t, format);
        const isOne = together.every((one) => JSON.stringify(one.said) === JSON.stringify(said));
        return (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4 has-[:target]:bg-accent-wash sm:px-5"
          >
            <div className="min-w-0 flex-1 basis-72">
              {together.map((one) => (
                <span key={one.id} id={`d-${one.id}`} className="scroll-mt-24" />
              ))}
              <p className="eyebrow">{t(decisionScopeKey[scope])}</p>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold break-words">
                {name}
                <LabourTag kind={labourKindOf(said.sector?.isic ?? null)} />
              </p>
              {isOne && (
                <p className="break-words">
                  <Said of={first!} />
                </p>
              )}
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
              <UndoneSince decisions={together} />
              {together.length > 1 && (
                <details className="mt-1 text-sm">
                  <summary className="font-semibold text-accent">{t("understand.decided.who")}</summary>
                  <ul className="mt-1 space-y-0.5">
                    {together.map((one) => (
                      <li key={one.id} className="break-words">
                        {one.label}
                        {!isOne && (
                          <span className="text-soft">
                            {": "}
                            <Said of={one} />
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
            {canDecide && <UndoButton decisions={together} label={name} />}
          </li>
        );
      })}
    </ul>
  );
}
