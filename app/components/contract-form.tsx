import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { FormName, TextInput } from "./check-fields";
import { Section } from "./page";

export interface ContractStart {
  readonly checkId: string;
  readonly contractor: string;
  readonly reference: string;
  readonly title: string;
}

/** A contract, from the filed check of the firm it is with, or from none. */
export function ContractForm({ start }: { start: ContractStart }) {
  const { t } = useTranslation();
  return (
    <Section id="new-contract" title={t("contracts.what")}>
      <FormName.Provider value="record">
        <Form method="post" className="space-y-4">
          <input type="hidden" name="checkId" value={start.checkId} />
          <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2">
            <TextInput name="contractor" label={t("contracts.contractor")} value={start.contractor} required />
            <TextInput
              name="reference"
              label={t("contracts.reference")}
              value={start.reference}
              required
              maxLength={100}
            />
            <TextInput name="title" label={t("contracts.name")} value={start.title} required maxLength={200} />
          </div>
          <div className="flex flex-wrap gap-3">
            <TextInput name="startsOn" label={t("contracts.startsOn")} type="date" required />
            <TextInput name="endsOn" label={t("contracts.endsOn")} type="date" />
          </div>
          <button className="button" data-kind="primary">
            {t("contracts.record")}
          </button>
        </Form>
      </FormName.Provider>
    </Section>
  );
}
