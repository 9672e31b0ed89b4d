import { useTranslation } from "react-i18next";
import { GROUNDS, type GroundId } from "../checks/grounds";
import { STEP_IDS, STEPS, type Step } from "../checks/steps";
import type { CheckPage } from "../lib/check-page.server";
import { AreaInput, Choices, SelectInput, TextInput } from "./check-fields";

/** What the bidder showed of its own putting right, in its three parts, and what the buyer makes of it. */
export function CleaningFields() {
  const { t } = useTranslation();
  return (
    <fieldset className="space-y-3 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-semibold">{t("checks.cleaning.title")}</legend>
      <Choices
        name="offered"
        legend={t("checks.cleaning.offered")}
        required={false}
        options={[
          { value: "yes", label: t("checks.cleaning.yes") },
          { value: "no", label: t("checks.cleaning.no") },
        ]}
      />
      <AreaInput name="compensation" label={t("checks.cleaning.compensation")} rows={2} />
      <AreaInput name="clarification" label={t("checks.cleaning.clarification")} rows={2} />
      <AreaInput name="measures" label={t("checks.cleaning.measures")} rows={2} />
      <AreaInput
        name="assessment"
        label={t("checks.cleaning.assessment")}
        hint={t("checks.cleaning.assessmentHint")}
        rows={2}
      />
    </fieldset>
  );
}

/** Everything an exclusion needs. It stands here only where something was found, and a second member has to agree. */
export function ExclusionFields({ page }: { page: CheckPage }) {
  const { t } = useTranslation();
  const name = (id: GroundId): string => {
    const step = STEP_IDS.find((one) => (STEPS[one] as Step).grounds.includes(id));
    const { article } = GROUNDS[id];
    return [article, step && t(`checkStep.${step}.name`)].filter(Boolean).join(" – ");
  };
  return (
    <details className="rounded-md border border-line p-3">
      <summary className="py-1 font-semibold">{t("checks.exclusion.title")}</summary>
      <div className="mt-2 space-y-3">
        <p className="prose-width text-sm text-soft">{t("checks.exclusion.note")}</p>
        <SelectInput
          name="ground"
          label={t("checks.exclusion.ground")}
          blank={t("checks.choose")}
          options={page.grounds.map((id) => [id, name(id)])}
        />
        <AreaInput name="exclusionProof" label={t("checks.exclusion.proof")} rows={2} />
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <TextInput name="court" label={t("checks.exclusion.court")} hint={t("checks.exclusion.courtHint")} />
          <TextInput name="convictionOn" label={t("checks.exclusion.convictionOn")} type="date" max={page.today} />
          <TextInput
            name="eventOn"
            label={t("checks.exclusion.eventOn")}
            hint={t("checks.exclusion.eventHint")}
            type="date"
            max={page.today}
          />
          <TextInput name="setByJudgment" label={t("checks.exclusion.setByJudgment")} type="date" />
        </div>
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
          <TextInput name="hearingOn" label={t("checks.exclusion.hearingOn")} type="date" max={page.today} />
          <TextInput
            name="answeredOn"
            label={t("checks.exclusion.answeredOn")}
            hint={t("checks.exclusion.answeredHint")}
            type="date"
            max={page.today}
          />{" "}
          {/* prettier-ignore */}
        </div>
        <AreaInput name="hearingAnswer" label={t("checks.exclusion.hearingAnswer")} rows={2} />
        <AreaInput name="proportionality" label={t("checks.exclusion.proportionality")} rows={2} />
        <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
          <TextInput
            name="endsOn"
            label={t("checks.exclusion.endsOn")}
            hint={t("checks.exclusion.endsHint")}
            type="date"
          />
          <TextInput
            name="provision"
            label={t("checks.exclusion.provision")}
            hint={t("checks.exclusion.provisionHint")}
          />
        </div>
        <p className="prose-width text-sm">{t("checks.exclusion.cleaning")}</p>
      </div>
    </details>
  );
}
