import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RESULTS } from "../checks/words";
import { isStepId, STEPS, type Step } from "../checks/steps";
import { confidenceKey, resultHintKey, resultKey, stepName } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import type { CheckPage } from "../lib/check-page.server";
import { AreaInput, Choices, FormName, TextInput, Tick } from "./check-fields";
import { Section } from "./page";

const MANY = "answer-many";

/** What the law asks, step by step, and what was found; several at once where one source says nothing of them. */
export function Steps({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, status, canWrite, isOpen } = page;
  const open = asked.filter((id) => status.answers[id] === undefined);
  const writes = canWrite && isOpen;
  return (
    <Section
      id="steps"
      title={t("checks.steps.title")}
      note={t("checks.steps.note")}
      aside={
        <p className="text-sm text-soft">
          {t("checks.steps.count", {
            answered: format.count(asked.length - open.length),
            asked: format.count(asked.length),
          })}
        </p>
      }
    >
      {writes && open.length > 0 && <Many page={page} open={open.length} />}
      <ol className="divide-y divide-line">
        {asked.map((id) => (
          <StepLine key={id} id={id} page={page} mayTick={writes && open.length > 1} />
        ))}
      </ol>
    </Section>
  );
}

function Many({ page, open }: { page: CheckPage; open: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <FormName.Provider value={MANY}>
      <Form method="post" id={MANY} className="mb-4 space-y-3 rounded-md border border-line bg-sunken p-3 sm:p-4">
        <h3>{t("checks.steps.many")}</h3>
        <p className="prose-width text-sm text-soft">{t("checks.steps.manyNote")}</p>
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
          <TextInput name="proof" label={t("checks.steps.sources")} required maxLength={1000} />
          <TextInput name="reference" label={t("checks.steps.reference")} />
          <TextInput
            name="sourceOn"
            label={t("checks.steps.lookedOn")}
            type="date"
            value={page.today}
            max={page.today}
            required
          />{" "}
          {/* prettier-ignore */}
        </div>
        <Tick name="all" value="1" label={t("checks.steps.all", { count: open, formatted: format.count(open) })} />
        <button name="intent" value={MANY} className="button">
          {t("checks.steps.saveMany")}
        </button>
      </Form>
    </FormName.Provider>
  );
}

function StepLine({ id, page, mayTick }: { id: string; page: CheckPage; mayTick: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answer = page.status.answers[id];
  const question = page.questions.find((one) => `question:${one.id}` === id);
  const name = stepName(t, id, question?.text);
  const law: Step | null = isStepId(id) ? STEPS[id] : null;
  const isOwn = page.canWrite && page.isOpen;
  return (
    <li id={`step-${id}`} className="py-3 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          {mayTick && answer === undefined ? (
            <Tick name="step" value={id} form={MANY} label={<span className="font-semibold">{name}</span>} />
          ) : (
            <h3 className="break-words">{name}</h3>
          )}
        </div>
        <p className="text-sm text-soft">{law ? law.article : t("checks.steps.own")}</p>
      </div>
      {answer ? (
        <div className="mt-1 text-[0.9375rem]">
          <strong>{t(resultKey[answer.result])}</strong>
          {answer.sourceOn && (
            <>
              {t("common.separator")}
              {t("checks.steps.onDay", { day: format.day(answer.sourceOn) })}
            </>
          )}
          {answer.proof && <p className="break-words whitespace-pre-wrap">{answer.proof}</p>}
          {answer.reference && (
            <p className="break-words">{t("checks.steps.referenceIs", { reference: answer.reference })}</p>
          )}
          <p className="text-sm text-soft">
            {t("checks.signed", { who: page.names[answer.by] ?? t("checks.nobody"), when: format.minute(answer.at) })}
          </p>
        </div>
      ) : (
        <p className="mt-0.5 text-sm text-soft">{t("checks.steps.open")}</p>
      )}
      <details className="mt-1">
        <summary className="py-1 text-sm text-accent">
          {t(isOwn ? (answer ? "checks.steps.lawAgain" : "checks.steps.lawAndAnswer") : "checks.steps.law")}
          <span className="sr-only">: {name}</span>
        </summary>
        <div className="mt-2 space-y-3">
          {law ? (
            <Law id={id} law={law} />
          ) : (
            question && <p className="prose-width text-sm">{t("checks.steps.linked", { link: question.link })}</p>
          )}
          {isOwn && <AnswerForm id={id} page={page} />}
        </div>
      </details>
    </li>
  );
}

/** What is asked in our words, where it stands, how it was verified, and which proof counts. */
function Law({ id, law }: { id: string; law: Step }) {
  const { t } = useTranslation();
  if (!isStepId(id)) return null;
  return (
    <dl className="prose-width space-y-1 text-sm">
      <dt className="text-soft">{t("checks.steps.asks")}</dt>
      <dd>{t(`checkStep.${id}.asks`)}</dd>
      <dt className="text-soft">{t("checks.steps.proofThat")}</dt>
      <dd>{t(`checkStep.${id}.proof`)}</dd>
      {law.commitments.length > 0 && (
        <>
          <dt className="text-soft">{t("checks.steps.verified")}</dt>
          <dd>
            {t(confidenceKey[law.confidence])}
            {t("common.separator")}
            {law.commitments.join(", ")}
          </dd>
        </>
      )}
    </dl>
  );
}

function AnswerForm({ id, page }: { id: string; page: CheckPage }) {
  const { t } = useTranslation();
  return (
    <FormName.Provider value={`answer ${id}`}>
      <Form method="post" className="space-y-3 rounded-md border border-line bg-sunken p-3 sm:p-4">
        <input type="hidden" name="step" value={id} />
        <Choices
          name="result"
          legend={t("checks.steps.result")}
          options={RESULTS.map((value) => ({ value, label: t(resultKey[value]), hint: t(resultHintKey[value]) }))}
        />
        <AreaInput name="proof" label={t("checks.steps.proof")} hint={t("checks.steps.proofHint")} />
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <TextInput name="reference" label={t("checks.steps.reference")} />
          <TextInput
            name="sourceOn"
            label={t("checks.steps.lookedOn")}
            type="date"
            value={page.today}
            max={page.today}
          />
        </div>
        <button name="intent" value="answer" className="button">
          {t("checks.steps.save")}
        </button>
      </Form>
    </FormName.Provider>
  );
}
