import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Key } from "../i18n/keys";
import { paths } from "../lib/paths";

const texts = {
  400: ["common.error.requestTitle", "common.error.requestText"],
  403: ["common.error.forbiddenTitle", "common.error.forbiddenText"],
  404: ["common.error.notFoundTitle", "common.error.notFoundText"],
  409: ["common.error.conflictTitle", "common.error.conflictText"],
  500: ["common.error.title", "common.error.text"],
} as const satisfies Record<number, readonly [Key, Key]>;

/** What a person reads when a page cannot be shown: what happened and what to do, never a stack or a code alone. */
export function ErrorMessage({ status }: { status: number }) {
  const { t } = useTranslation();
  const known = status in texts ? (status as keyof typeof texts) : status >= 400 && status < 500 ? 400 : 500;
  const [title, text] = texts[known];
  return (
    <div className="prose-width py-8">
      <h1>{t(title)}</h1>
      <p className="mt-3 text-soft">{t(text)}</p>
      <p className="mt-6 flex flex-wrap gap-2">
        <Link to={paths.home()} reloadDocument className="button" data-kind="primary">
          {t("common.error.home")}
        </Link>
        {status !== 404 && (
          <Link to="" reloadDocument className="button">
            {t("common.error.again")}
          </Link>
        )}
      </p>
    </div>
  );
}
