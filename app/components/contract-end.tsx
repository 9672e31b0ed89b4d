import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { ContractPage } from "../lib/contract-page.server";
import { AreaInput, FormName, TextInput } from "./check-fields";
import { Section } from "./page";

const PARTS = ["reason", "workers", "wagesDue", "tried", "notice", "informed", "measures"] as const;
const partKey = {
  reason: "contracts.end.reason",
  workers: "contracts.end.workers",
  wagesDue: "contracts.end.wagesDue",
  tried: "contracts.end.tried",
  notice: "contracts.end.notice",
  informed: "contracts.end.informed",
  measures: "contracts.end.measures",
} as const;

/** Ending the contract, with what it does to those who work for it: nothing is saved without that. */
export function EndContract({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { termination } = page.status;
  if (termination)
    return (
      <Section id="end" title={t("contracts.end.ended", { day: format.day(termination.on) })}>
        {PARTS.map((part) => (
          <p key={part} className="mb-1 break-words whitespace-pre-wrap">
            <span className="text-soft">{t(partKey[part])}:</span> {termination[part]}
          </p>
        ))}
        <p className="text-sm text-soft">
          {t("checks.signed", {
            who: page.names[termination.by] ?? t("checks.nobody"),
            when: format.minute(termination.at),
          })}
        </p>
      </Section>
    );
  if (!page.canWrite) return null;
  return (
    <details className="card p-4 sm:p-5" open={page.sent === "termination"}>
      <summary className="font-semibold text-accent">{t("contracts.end.title")}</summary>
      <FormName.Provider value="termination">
        <Form method="post" className="mt-3 space-y-3">
          <p className="prose-width text-sm text-soft">{t("contracts.end.note")}</p>
          <TextInput name="on" label={t("contracts.end.on")} type="date" required />
          {PARTS.map((part) => (
            <AreaInput key={part} name={part} label={t(partKey[part])} rows={2} required />
          ))}
          <button name="intent" value="termination" className="button">
            {t("contracts.end.save")}
          </button>
        </Form>
      </FormName.Provider>
    </details>
  );
}
