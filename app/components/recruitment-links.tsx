import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";

/** From what is to be asked to the page where the answers are entered, and to the sheet that can be sent. */
export function AnswersLinks({ workspace, id, canAnswer }: { workspace: string; id: string; canAnswer: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Link
        to={paths.recruitment(workspace, id)}
        className="button"
        data-kind={canAnswer ? "primary" : undefined}
        data-size="small"
      >
        {t(canAnswer ? "recruitment.enter" : "recruitment.see")}
      </Link>
      <Link to={paths.questionSheet(workspace, id, "en")} className="text-sm text-accent underline underline-offset-4">
        {t("recruitment.sheet")}
      </Link>
    </p>
  );
}
