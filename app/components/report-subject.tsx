import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { correctedSubjectKey } from "../i18n/report-keys";
import { paths } from "../lib/paths";
import type { SubjectStanding } from "../services/reports/subject-standing.server";
import { Notice } from "./notice";

/** What whoever writes a draft has to know of the record it is about: that it was changed on disk, or is being corrected. */
export function SubjectNotice({ subject, workspace }: { subject: SubjectStanding | null; workspace: string }) {
  const { t } = useTranslation();
  if (subject === null) return null;
  const { kind, isIntact, correctedBy } = subject;
  const to = kind === "check" ? paths.check : paths.category;
  return (
    <>
      {!isIntact && <Notice kind="problem">{t("reports.subjectNotIntact")}</Notice>}
      {correctedBy !== null && (
        <Notice kind="note">
          {t(correctedSubjectKey[kind])} <Link to={to(workspace, correctedBy)}>{t("reports.toCorrection")}</Link>
        </Notice>
      )}
    </>
  );
}
