import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Decision } from "../checks/state";
import { GROUNDS } from "../checks/grounds";
import { decisionKindKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { CheckPage } from "../lib/check-page.server";
import { AreaInput, Choices, FormName } from "./check-fields";

/** What was decided so far, and the exclusion that waits for a second member. */
export function DecisionsMade({ page }: { page: CheckPage }) {
  const { decisions } = page.status;
  if (decisions.length === 0) return null;
  return (
    <ol className="mb-4 space-y-3">
      {decisions.map((one) => (
        <li key={one.decision.decisionId} className="rounded-md border border-line p-3">
          <Made one={one} page={page} />
          {one.decision.kind === "exclude" && one.second === null && page.isOpen && one === decisions.at(-1) && (
            <Second one={one} page={page} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Made({ one: { decision, second, by, at }, page }: { one: Decision; page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = (of: { by: string; at: Date }) =>
    t("checks.signed", { who: page.names[of.by] ?? t("checks.nobody"), when: format.minute(of.at) });
  const { exclusion } = decision;
  return (
    <>
      <p>
        <strong>{t(decisionKindKey[decision.kind])}</strong>
        {t("common.separator")}
        <span className="text-soft">{who({ by, at })}</span>
      </p>
      {decision.reasons && <p className="break-words whitespace-pre-wrap">{decision.reasons}</p>}
      {decision.terms && <p className="break-words whitespace-pre-wrap">{decision.terms}</p>}
      {exclusion && (
        <p className="text-sm">
          {GROUNDS[exclusion.ground].article}
          {exclusion.endsOn && (
            <>
              {t("common.separator")}
              {t("checks.exclusion.until", { day: format.day(exclusion.endsOn) })}
            </>
          )}
        </p>
      )}
      {decision.kind === "exclude" && (
        <p className="text-sm font-semibold">
          {second === null
            ? t("checks.second.waits")
            : `${t(second.agreed ? "checks.second.agreed" : "checks.second.refused")}${t("common.separator")}${who(second)}`}
          {second?.note && <span className="block font-normal break-words whitespace-pre-wrap">{second.note}</span>}
        </p>
      )}
    </>
  );
}

function Second({ one, page }: { one: Decision; page: CheckPage }) {
  const { t } = useTranslation();
  if (page.isOwnProposal) return <p className="mt-2 text-sm text-soft">{t("checks.second.own")}</p>;
  if (!page.canExclude) return <p className="mt-2 text-sm text-soft">{t("checks.second.other")}</p>;
  return (
    <FormName.Provider value="decision-second">
      <Form method="post" className="mt-3 space-y-3 border-t border-line pt-3">
        <input type="hidden" name="decisionId" value={one.decision.decisionId} />
        <Choices
          name="agreed"
          legend={t("checks.second.question")}
          options={[
            { value: "yes", label: t("checks.second.yes") },
            { value: "no", label: t("checks.second.no") },
          ]}
        />
        <AreaInput name="note" label={t("checks.second.note")} rows={2} />
        <button name="intent" value="decision-second" className="button">
          {t("checks.second.save")}
        </button>
      </Form>
    </FormName.Provider>
  );
}
