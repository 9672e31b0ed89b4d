import { useTranslation } from "react-i18next";
import { severityKey } from "../i18n/keys";
import { bearerKey, involvementKey, practiceKey } from "../i18n/remedy-keys";
import { Choice, Choices, NumberInput, TextArea, TextInput, useOptions } from "./remedy-fields";

/** Everything a person says of a corrective action. */
export function ActionFields({ members }: { members: readonly { userId: string; name: string }[] }) {
  const { t } = useTranslation();
  const options = useOptions();
  const owners = members.map(({ userId, name }) => [userId, name] as const);
  return (
    <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
      <TextInput
        name="title"
        label={t("remedy.action.title")}
        hint={t("remedy.action.titleHint")}
        maxLength={200}
        wide
      />
      <Choice name="ownerId" label={t("remedy.action.owner")} options={owners} />
      <TextInput
        name="supplierOwner"
        label={t("remedy.action.supplierOwner")}
        hint={t("remedy.action.supplierOwnerHint")}
        maxLength={200}
      />
      <TextInput name="startOn" type="date" label={t("remedy.action.start")} />
      <TextInput name="dueOn" type="date" label={t("remedy.action.due")} />
      <Choice name="severity" label={t("remedy.action.severity")} options={options(severityKey)} />
      <Choice
        name="involvement"
        label={t("remedy.action.involvement")}
        hint={t("remedy.action.involvementHint")}
        options={options(involvementKey)}
      />
      <TextArea name="rootCause" label={t("remedy.action.cause")} hint={t("remedy.action.causeHint")} wide />
      <Choices
        name="practices"
        label={t("remedy.action.practices")}
        hint={t("remedy.action.practicesHint")}
        options={options(practiceKey)}
      />
      <TextArea name="practicesNote" label={t("remedy.action.practicesNote")} rows={2} maxLength={1000} wide />
      <TextInput name="indicator" label={t("remedy.action.indicator")} hint={t("remedy.action.indicatorHint")} wide />
      <TextInput name="baseline" label={t("remedy.action.baseline")} maxLength={100} />
      <TextInput name="target" label={t("remedy.action.target")} maxLength={100} />
      <div className="flex gap-2">
        <div className="grow">
          <NumberInput name="cost" label={t("remedy.action.cost")} />
        </div>
        <div className="w-24 shrink-0">
          <TextInput name="costCurrency" label={t("remedy.action.costCurrency")} maxLength={3} />
        </div>
      </div>
      <Choice name="costBorneBy" label={t("remedy.action.bearer")} options={options(bearerKey)} />
      <TextArea
        name="consultation"
        label={t("remedy.action.consultation")}
        hint={t("remedy.action.consultationHint")}
        rows={2}
        maxLength={1000}
        wide
      />
      <TextArea
        name="evidence"
        label={t("remedy.action.evidence")}
        hint={t("remedy.action.evidenceHint")}
        rows={2}
        maxLength={1000}
        wide
      />
    </div>
  );
}
