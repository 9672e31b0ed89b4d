import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DECISIONS } from "../checks/words";
import { decisionKindHintKey, decisionKindKey, stepName } from "../i18n/check-keys";
import type { CheckPage } from "../lib/check-page.server";
import { CleaningFields, ExclusionFields } from "./check-exclusion";
import { AreaInput, Choices, FormName, Tick } from "./check-fields";
import { DecisionsMade } from "./check-decisions-made";
import { Section } from "./page";

/** What is decided about the bidder. Nothing is chosen beforehand, and nothing proposes an exclusion. */
export function Decide({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().state !== "idle";
  const { status } = page;
  const found = Object.entries(status.answers).filter(([, { result }]) => result === "found");
  const put = status.facts.filter(({ put: told, answer }) => told && answer);
  const rests = found.length + put.length > 0;
  return (
    <Section id="decision" title={t("checks.decide.title")} note={t("checks.decide.note")}>
      <DecisionsMade page={page} />
      {page.canWrite && page.isOpen && (
        <FormName.Provider value="decision">
          <Form method="post" className="space-y-4">
            <Choices
              name="kind"
              legend={t("checks.decide.question")}
              columns="sm:grid-cols-2 lg:grid-cols-3"
              options={DECISIONS.map((value) => ({
                value,
                label: t(decisionKindKey[value]),
                hint: t(decisionKindHintKey[value]),
              }))}
            />
            {rests && (
              <fieldset className="space-y-1">
                <legend className="mb-1 text-sm font-semibold">{t("checks.decide.because")}</legend>
                {found.map(([id]) => (
                  <Tick
                    key={id}
                    name="because"
                    value={id}
                    label={stepName(t, id, page.questions.find((one) => `question:${one.id}` === id)?.text)}
                  />
                ))}
                {put.map(({ fact }) => (
                  <Tick key={fact.factId} name="because" value={fact.factId} label={fact.text} />
                ))}
              </fieldset>
            )}
            <AreaInput
              name="reasons"
              label={t("checks.decide.reasons")}
              hint={t("checks.decide.reasonsHint")}
              rows={2}
            />
            <details>
              <summary className="py-1 text-accent">{t("checks.decide.further")}</summary>
              <div className="mt-2 space-y-3">
                <AreaInput name="terms" label={t("checks.decide.terms")} hint={t("checks.decide.termsHint")} />
                <CleaningFields />
                {
                  page.lot.regime === "eu" &&
                  <AreaInput name="derogation" label={t("checks.decide.derogation")} hint={t("checks.decide.derogationHint")} rows={2} /> // prettier-ignore
                }
              </div>
            </details>
            {found.length > 0 && <ExclusionFields page={page} />}
            <div className="flex flex-wrap gap-2">
              <button
                name="intent"
                value="decision"
                className="button"
                data-kind="primary"
                disabled={isBusy}
                aria-describedby="decide-and-file"
              >
                {t("checks.decide.andFile")}
              </button>
              <button type="submit" name="only" value="1" className="button" disabled={isBusy}>
                {t("checks.decide.only")}
              </button>
            </div>
            <p id="decide-and-file" className="text-sm text-soft">
              {t("checks.decide.fileNote")}
            </p>
          </Form>
        </FormName.Provider>
      )}
    </Section>
  );
}
