import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MEASURE_IDS, MEASURES } from "../contracts/words";
import { measureKey } from "../i18n/contract-keys";
import { useFormat } from "../i18n/format";
import type { ContractPage } from "../lib/contract-page.server";
import { AreaInput, FormName, Tick } from "./check-fields";
import { Section } from "./page";

const PARTS = ["clauses", "labourCostLine", "employerPays", "subcontractors", "agencies", "auditAccess"] as const;
const partKey = {
  clauses: "contracts.terms.clauses",
  labourCostLine: "contracts.terms.labourCostLine",
  employerPays: "contracts.terms.employerPays",
  subcontractors: "contracts.terms.subcontractors",
  agencies: "contracts.terms.agencies",
  auditAccess: "contracts.terms.auditAccess",
} as const;
const partHint = {
  clauses: "contracts.terms.clausesHint",
  labourCostLine: "contracts.terms.labourCostLineHint",
  employerPays: "contracts.terms.employerPaysHint",
  subcontractors: "contracts.terms.subcontractorsHint",
  agencies: "contracts.terms.agenciesHint",
  auditAccess: "contracts.terms.auditAccessHint",
} as const;

/** What was agreed for the workers, with the commitments it serves. */
export function Terms({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { terms } = page.status;
  return (
    <Section id="terms" title={t("contracts.terms.title")} note={t("contracts.terms.note")}>
      {terms === null ? (
        <p className="text-soft">{t("contracts.terms.none")}</p>
      ) : (
        <div className="space-y-2">
          <ul className="list-disc ps-5">
            {terms.measures.map((id) => (
              <li key={id}>
                {t(measureKey[id])} <Rows ids={MEASURES[id]} />
              </li>
            ))}
          </ul>
          {PARTS.map(
            (part) =>
              terms[part] && (
                <p key={part} className="break-words whitespace-pre-wrap">
                  <span className="text-soft">{t(partKey[part])}:</span> {terms[part]}
                </p>
              ),
          )}
          <p className="text-sm text-soft">
            {t("checks.signed", { who: page.names[terms.by] ?? t("checks.nobody"), when: format.minute(terms.at) })}
          </p>
        </div>
      )}
      {page.canWrite && page.status.termination === null && (
        <details open={terms === null} className="mt-3">
          <summary className="py-1 text-accent">
            {t(terms === null ? "contracts.terms.add" : "contracts.terms.again")}
          </summary>
          <FormName.Provider value="terms">
            <Form method="post" className="mt-2 space-y-3">
              <fieldset className="space-y-1">
                <legend className="mb-1 text-sm font-semibold">{t("contracts.terms.measures")}</legend>
                {MEASURE_IDS.map((id) => (
                  <Tick
                    key={id}
                    name="measures"
                    value={id}
                    checked={terms?.measures.includes(id) ?? false}
                    label={
                      <>
                        {t(measureKey[id])} <Rows ids={MEASURES[id]} />
                      </>
                    }
                  />
                ))}
              </fieldset>
              <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
                {PARTS.map(
                  (part) =>
                  <AreaInput key={part} name={part} label={t(partKey[part])} hint={t(partHint[part])} value={terms?.[part] ?? ""} rows={2} />, // prettier-ignore
                )}
              </div>
              <button name="intent" value="terms" className="button">
                {t("contracts.terms.save")}
              </button>
            </Form>
          </FormName.Provider>
        </details>
      )}
    </Section>
  );
}

/** Rows of the commitment catalogue by their numbers, which are never broken in two. */
function Rows({ ids }: { ids: readonly string[] }) {
  return (
    <span className="text-sm text-soft">
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <span className="whitespace-nowrap">{id}</span>
        </span>
      ))}
    </span>
  );
}
