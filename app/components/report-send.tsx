import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { ReportPage } from "../lib/report-page.server";
import { paths } from "../lib/paths";
import { AreaInput, FormName, TextInput } from "./check-fields";
import { Notice } from "./notice";
import { unsavedPoints } from "./unsaved-texts";

interface Props {
  readonly workspace: string;
  readonly page: ReportPage;
}

/** Sends a draft to review: why it came back, what is still empty, and not before every text that was typed is saved. */
export function SendToReview({ workspace, page }: Props) {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ readonly seen: number; readonly points: readonly string[] }>();
  // What was saved since is not named any more.
  const unsaved = found?.seen === page.seen ? found.points : [];
  const names = new Map(page.writing.flatMap(({ points }) => points.map(({ id, name }) => [id, name] as const)));
  return (
    <FormName.Provider value="submit">
      <Form
        method="post"
        replace
        className="space-y-3"
        onSubmit={(event) => {
          const points = unsavedPoints(document);
          setFound({ seen: page.seen, points });
          if (points.length > 0) event.preventDefault();
        }}
      >
        <input type="hidden" name="seen" value={page.seen} />
        <GivenBack steps={page.steps} />
        <StillEmpty workspace={workspace} page={page} />
        <p className="text-sm text-soft">{t("reports.submitNote")}</p>
        <TextInput name="title" label={t("reports.yourTitle")} value={page.yourTitle} />
        <AreaInput name="note" label={t("reports.note")} rows={2} maxLength={1000} />
        {unsaved.length > 0 && (
          <Notice kind="problem" title={t("reports.unsaved")}>
            {unsaved.map((id) => (
              <a key={id} href={`#point-${id}`} className="link block">
                {names.get(id)}
              </a>
            ))}
          </Notice>
        )}
        <button className="button" data-kind="primary" name="intent" value="submit">
          {t("reports.submit")}
        </button>
      </Form>
    </FormName.Provider>
  );
}

/** Who gave the draft back last, and what has to change; nothing where nobody did since it was sent. */
function GivenBack({ steps }: Pick<ReportPage, "steps">) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = steps.at(-1);
  if (last?.step !== "returned") return null;
  return (
    <Notice kind="note" title={t("reports.givenBackBy", { who: last.who, when: format.minute(last.at) })}>
      <span className="break-words whitespace-pre-wrap">{last.note}</span>
    </Notice>
  );
}

/** What the template needs and nobody has told, by who can tell it. */
function StillEmpty({ workspace, page: { id, open, settings } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { yours, demand, records } = open;
  const said = (count: number) => ({ count, formatted: format.count(count) });
  if (yours.length + demand + records === 0) return null;
  return (
    <div className="border-l-2 border-accent bg-note-wash px-3 py-2 text-sm">
      <p className="font-semibold">{t("reports.open.title")}</p>
      <ul className="space-y-1">
        {yours[0] !== undefined && (
          <li>
            <Link to={paths.report(workspace, id, `write=${yours[0]}`, `point-${yours[0]}`)}>
              {t("reports.open.yours", said(yours.length))}
            </Link>
          </li>
        )}
        {demand > 0 && (
          <li>
            <Link to={paths.demand(workspace, `from=${settings.from}&to=${settings.to}`)}>
              {t("reports.open.demand", said(demand))}
            </Link>
          </li>
        )}
        {records > 0 && <li>{t("reports.open.records", said(records))}</li>}
      </ul>
      <p className="mt-1 text-soft">{t("reports.open.mayGo")}</p>
    </div>
  );
}
