import { reportFileKey, reportStepKey, signRoleKey } from "../i18n/report-keys";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import type { ReportPage } from "../lib/report-page.server";
import { paths } from "../lib/paths";
import { AreaInput, FormName, SelectInput, TextInput, Tick } from "./check-fields";
import { Section } from "./page";
import { ClaimsOfPoints } from "./report-claims";
import { SendToReview } from "./report-send";
import { useSameDay } from "./trail-day";

interface Props {
  readonly workspace: string;
  readonly page: ReportPage;
}

/** What can be done with the report now, one primary step; the rest folds. */
export function ReportNext({ workspace, page }: Props) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  const { state, may, correction } = page;
  const names = page.approvers.join(", ");
  return (
    <div id="step" className="scroll-mt-4 lg:scroll-mt-96">
      <Section id="next" title={t("reports.next")}>
        <div className="space-y-4">
          {state === "draft" && may.write && <SendToReview workspace={workspace} page={page} />}
          {state === "review" && may.approve === "other" && <p>{t("reports.approveOther", { names })}</p>}
          {state === "review" && (may.approve === "may" || may.approve === "alone") && <Approve page={page} />}
          {state === "review" && may.approve === null && (
            <p className="text-soft">{t("reports.waitsForApproval", { names })}</p>
          )}
          {state === "approved" && may.publish && <Publish page={page} />}
          {state === "approved" && !may.publish && (
            <p className="text-soft">{t("reports.waitsForPublishing", { names: page.publishers.join(", ") })}</p>
          )}
          {state === "published" && correction === null && (
            <p>
              {t("reports.isPublished")}
              {page.maySeePacks && (
                <>
                  {" "}
                  <Link to={sameDay(paths.packs(workspace))}>{t("reports.toPacks")}</Link>
                </>
              )}
            </p>
          )}
          {state === "draft" && !may.write && <p className="text-soft">{t("reports.waitsForAuthor")}</p>}
          {(state === "review" || state === "approved") && may.approve !== null && <Return page={page} />}
          {state === "published" && correction !== null && (
            <p>
              {t("reports.correctedBy")}{" "}
              <Link to={sameDay(paths.report(workspace, correction))}>{t("reports.toCorrection")}</Link>
            </p>
          )}
          {state !== "draft" && may.sign.length > 0 && <Sign page={page} />}
          {state === "published" && correction === null && may.write && <Correct />}
        </div>
      </Section>
    </div>
  );
}

function Approve({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  const open = page.comments.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  return (
    <FormName.Provider value="approve">
      <Form method="post" replace className="space-y-3">
        <input type="hidden" name="contentSha256" value={page.sha256 ?? ""} />
        <p className="text-sm text-soft">
          {t("reports.approveNote")} {page.may.approve === "alone" && t("reports.approveAlone")}
        </p>
        <TextInput name="title" label={t("reports.yourTitle")} value={page.yourTitle} />
        <AreaInput name="note" label={t("reports.note")} rows={2} maxLength={1000} />
        {open.length > 0 && (
          <Tick name="seenComments" value={open.join(" ")} label={t("reportComments.seen", { count: open.length })} />
        )}
        <ClaimsOfPoints points={page.claims} />
        <KnownGaps gaps={page.gaps} claims={page.claims.length} />
        <button className="button" data-kind="primary" name="intent" value="approve">
          {t("reports.approve")}
        </button>
      </Form>
    </FormName.Provider>
  );
}

/** What is empty or rests on nothing, with the way to the list, and the word of whoever approves that they looked at it and at the words above. */
function KnownGaps({ gaps: { empty, unsupported, part }, claims }: Pick<ReportPage, "gaps"> & { claims: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (empty + unsupported + claims === 0) return null;
  return (
    <>
      {empty + unsupported > 0 && (
        <p>
          <a href={`#${part ?? "preview"}`}>
            {t("reports.gapsOf", { empty: format.count(empty), unsupported: format.count(unsupported) })}
          </a>
        </p>
      )}
      <Tick name="knowsGaps" value="yes" label={t("reports.knowsGaps")} />
    </>
  );
}

function Publish({ page: { sha256, unsigned } }: { page: Pick<ReportPage, "sha256" | "unsigned"> }) {
  const { t } = useTranslation();
  return (
    <FormName.Provider value="publish">
      <Form method="post" replace className="space-y-3">
        <input type="hidden" name="contentSha256" value={sha256 ?? ""} />
        <p className="text-sm text-soft">{t("reports.publishNote")}</p>
        {unsigned.length > 0 && (
          <>
            <p>
              <a href="#signers">
                {t("reportSigners.unsigned", { roles: unsigned.map((role) => t(signRoleKey[role])).join("; ") })}
              </a>
            </p>
            <Tick name="knowsUnsigned" value="yes" label={t("reportSigners.knows")} />
          </>
        )}
        <button className="button" data-kind="primary" name="intent" value="publish">
          {t("reports.publish")}
        </button>
      </Form>
    </FormName.Provider>
  );
}

/** A form with one sentence, behind its name. */
function Told({
  intent,
  title,
  label,
  sha256,
}: {
  intent: "return" | "correct";
  title: string;
  label: string;
  sha256?: string | null;
}) {
  return (
    <details className="border-t border-line pt-3">
      <summary className="text-accent">{title}</summary>
      <FormName.Provider value={intent}>
        <Form method="post" replace={intent === "return"} className="mt-2 space-y-3">
          {sha256 && <input type="hidden" name="contentSha256" value={sha256} />}
          <AreaInput name="note" label={label} rows={2} maxLength={1000} required />
          <button className="button" name="intent" value={intent}>
            {title}
          </button>
        </Form>
      </FormName.Provider>
    </details>
  );
}

function Return({ page: { sha256 } }: { page: Pick<ReportPage, "sha256"> }) {
  const { t } = useTranslation();
  return <Told intent="return" title={t("reports.return")} label={t("reports.returnNote")} sha256={sha256} />;
}

function Correct() {
  const { t } = useTranslation();
  return <Told intent="correct" title={t("reports.correct")} label={t("reports.correctNote")} />;
}

function Sign({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  return (
    <details className="border-t border-line pt-3">
      <summary className="text-accent">{t("reports.sign")}</summary>
      <FormName.Provider value="sign">
        <Form method="post" replace className="mt-2 space-y-3">
          <input type="hidden" name="contentSha256" value={page.sha256 ?? ""} />
          <p className="text-sm text-soft">{t("reports.approveNote")}</p>
          <SelectInput
            name="role"
            label={t("reports.signAs")}
            required
            blank={t("reports.chooseRole")}
            options={page.may.sign.map((role) => [role, t(signRoleKey[role])])}
          />
          <TextInput name="title" label={t("reports.yourTitle")} value={page.yourTitle} />
          <button className="button" name="intent" value="sign">
            {t("reports.sign")}
          </button>
        </Form>
      </FormName.Provider>
    </details>
  );
}

/** How to take it away: of a past day, as it stood then. */
export function ReportFiles({
  workspace,
  page,
  note,
}: {
  workspace: string;
  page: Pick<ReportPage, "id" | "keepsFile">;
  note?: string;
}) {
  const { t } = useTranslation();
  const sameDay = useSameDay();
  return (
    <Section id="files" title={t("reports.files")} note={note}>
      <p className="flex flex-wrap gap-2">
        {(["pdf", "xlsx", "csv", "json", ...(page.keepsFile ? (["register"] as const) : [])] as const).map((file) => (
          <a
            key={file}
            className="button"
            data-size="small"
            href={sameDay(paths.reportFile(workspace, page.id, file))}
            download
          >
            {/* Beside the whole register, it is named what the other CSV holds. */}
            {t(file === "csv" && page.keepsFile ? "reports.file.tables" : reportFileKey[file])}
          </a>
        ))}
      </p>
      <p className="mt-2 text-sm">
        <a href={paths.reportSchema()}>{t("reports.schema")}</a>
      </p>
    </Section>
  );
}

/** What became of it. */
export function ReportStory({ page }: { page: Pick<ReportPage, "steps"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="story" title={t("reports.story")}>
      <ol className="space-y-2 text-sm">
        {page.steps.map(({ step, at, who, note }) => (
          <li key={`${step} ${at}`}>
            <span className="font-semibold">{t(reportStepKey[step])}</span>
            <span className="text-soft">
              {" "}
              {who}, {format.minute(at)}
            </span>
            {note !== "" && <p className="break-words whitespace-pre-wrap">{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
