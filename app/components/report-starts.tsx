import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { startFromKey } from "../i18n/report-keys";
import { paths } from "../lib/paths";
import type { StartedFrom } from "../services/reports/startable.server";

/** On the page of a record: the reports that can be started about it, each with its button. */
export function ReportStarts(props: { workspace: string; types: readonly StartedFrom[]; subject: string }) {
  const { t } = useTranslation();
  return props.types.map((type) => (
    <Form key={type} method="post" action={paths.reports(props.workspace, "index")}>
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="subject" value={props.subject} />
      <button className="button" data-size="small">
        {t(startFromKey[type])}
      </button>
    </Form>
  ));
}
