import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FACT_ORIGINS } from "../checks/words";
import type { Fact } from "../checks/state";
import { originKey } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { CheckPage } from "../lib/check-page.server";
import { AreaInput, Choices, FormName, SelectInput, TextInput } from "./check-fields";
import { Section } from "./page";

/** What is known from elsewhere: used only after it was put to the bidder and the bidder could answer. */
export function Facts({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const { facts } = page.status;
  const writes = page.canWrite && page.isOpen;
  return (
    <Section id="facts" title={t("checks.facts.title")} note={t("checks.facts.note")}>
      {facts.length === 0 && <p className="text-soft">{t("checks.facts.none")}</p>}
      <ul className="divide-y divide-line">
        {facts.map((one) => (
          <FactLine key={one.fact.factId} one={one} page={page} writes={writes} />
        ))}
      </ul>
      {writes && (
        <details className="mt-2">
          <summary className="py-1 text-accent">{t("checks.facts.add")}</summary>
          <FormName.Provider value="fact">
            <Form method="post" className="mt-2 space-y-3">
              <AreaInput name="text" label={t("checks.facts.text")} hint={t("checks.facts.textHint")} required />
              <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]">
                <SelectInput
                  name="origin"
                  label={t("checks.facts.origin")}
                  required
                  blank={t("checks.choose")}
                  options={FACT_ORIGINS.map((origin) => [origin, t(originKey[origin])])}
                />
                <TextInput name="source" label={t("checks.facts.source")} required />
                <TextInput name="sourceOn" label={t("checks.facts.sourceOn")} type="date" max={page.today} />
              </div>
              <Choices
                name="status"
                legend={t("checks.facts.status")}
                options={[
                  {
                    value: "established",
                    label: t("checks.facts.established"),
                    hint: t("checks.facts.establishedHint"),
                  },
                  {
                    value: "under-review",
                    label: t("checks.facts.underReview"),
                    hint: t("checks.facts.underReviewHint"),
                  },
                ]}
              />
              <button name="intent" value="fact" className="button">
                {t("checks.facts.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </Section>
  );
}

function FactLine({ one, page, writes }: { one: Fact; page: CheckPage; writes: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fact, put, answer } = one;
  const source = [t(originKey[fact.origin]), fact.source, fact.sourceOn && format.day(fact.sourceOn)].filter(Boolean);
  return (
    <li className="space-y-1 py-3">
      <p className="break-words whitespace-pre-wrap">{fact.text}</p>
      <p className="text-sm break-words text-soft">{source.join(t("common.separator"))}</p>
      {fact.status === "under-review" && <p className="font-semibold">{t("checks.facts.underReview")}</p>}
      {put && <p>{t("checks.facts.putOn", { day: format.day(put.putOn), how: put.how })}</p>}
      {answer && (
        <p className="break-words whitespace-pre-wrap">
          {answer.answered
            ? t("checks.facts.answered", { day: format.day(answer.on), answer: answer.answer })
            : t("checks.facts.silent", { day: format.day(answer.on) })}
        </p>
      )}
      {!put && fact.status === "established" && <p className="text-sm font-semibold">{t("checks.facts.notPut")}</p>}
      {writes && !put && fact.status === "established" && (
        <FormName.Provider value={`fact-put ${fact.factId}`}>
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="fact" value={fact.factId} />
            <TextInput name="putOn" label={t("checks.facts.put")} type="date" max={page.today} required />
            <TextInput name="how" label={t("checks.facts.how")} required className="grow" />
            <button name="intent" value="fact-put" className="button">
              {t("checks.facts.savePut")}
            </button>
          </Form>
        </FormName.Provider>
      )}
      {writes && put && !answer && (
        <FormName.Provider value={`fact-answer ${fact.factId}`}>
          <Form method="post" className="space-y-3">
            <input type="hidden" name="fact" value={fact.factId} />
            <Choices
              name="answered"
              legend={t("checks.facts.answer")}
              options={[
                { value: "yes", label: t("checks.facts.didAnswer") },
                { value: "no", label: t("checks.facts.didNot") },
              ]}
            />
            <AreaInput name="answer" label={t("checks.facts.words")} rows={2} />
            <TextInput name="on" label={t("checks.facts.answerOn")} type="date" max={page.today} required />
            <button name="intent" value="fact-answer" className="button">
              {t("checks.facts.saveAnswer")}
            </button>
          </Form>
        </FormName.Provider>
      )}
    </li>
  );
}
