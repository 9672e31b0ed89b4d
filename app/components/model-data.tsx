import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Section } from "./page";

export interface OtherData {
  readonly hash: string;
  readonly dataDate: string;
  readonly isInstalled: boolean;
}

/** The first figures of a hash, as they are compared by eye; the whole one when pointed at. */
export const DataMark = ({ hash }: { readonly hash: string }) => <code title={hash}>{hash.slice(0, 8)}</code>;

/** Newer reference data than the list was scored with, or the earlier ones as the way back; nothing when there is no other. */
export function ModelData({ data, canChange }: { readonly data: readonly OtherData[]; readonly canChange: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const isBusy = useNavigation().state === "submitting";
  if (data.length === 0) return null;
  return (
    <Section id="model-data" title={t("model.data.title")} note={t("model.data.lead")}>
      <ul className="divide-y divide-line">
        {data.map(({ hash, dataDate, isInstalled }) => (
          <li key={hash} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              {t(isInstalled ? "model.data.installed" : "model.data.kept", { day: day(dataDate) })}{" "}
              <DataMark hash={hash} />
            </span>
            {canChange && (
              <Form method="post">
                <input type="hidden" name="hash" value={hash} />
                <button className="button" name="intent" value="change-data" disabled={isBusy}>
                  {t(isInstalled ? "model.data.change" : "model.data.back")}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
