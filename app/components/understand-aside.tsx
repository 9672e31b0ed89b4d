import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { issueKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import type { AsidePage } from "../services/understanding/set-aside.server";
import { useSameDay } from "./trail-day";

/** Who was set aside by the check, with the reason and the line, and the way back for those who do sell. */
export function AsideList({
  workspace,
  page: { payees, next },
  after,
  broughtBack,
  canDecide,
}: {
  workspace: string;
  page: AsidePage;
  /** Where this stretch of the list began; "" for the first. */
  after: string;
  /** Keys of payees that a decision in force brought back. */
  broughtBack: readonly string[];
  canDecide: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  return (
    <>
      <ul className="card divide-y divide-line">
        {payees.map(({ key, name, reason, line, rows }) => (
          <li key={key} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4 sm:px-5">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold break-words">
                <bdi>{name}</bdi>
              </p>
              <p>{t(issueKey(reason))}</p>
              <p className="figures text-sm text-soft">
                {[
                  t("understand.rows", { count: rows, formatted: format.count(rows) }),
                  t("understand.asideList.line", { line: format.count(line) }),
                ].join(" · ")}
              </p>
            </div>
            {broughtBack.includes(key) ? (
              <span className="text-sm text-soft">{t("understand.asideList.back")}</span>
            ) : (
              canDecide && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="key" value={key} />
                  <input type="hidden" name="after" value={after} />
                  <button
                    className="button"
                    data-size="small"
                    name="intent"
                    value="bring-back"
                    aria-label={t("understand.asideList.bringBackNamed", { name })}
                  >
                    {t("understand.asideList.bringBack")}
                  </button>
                </Form>
              )
            )}
          </li>
        ))}
      </ul>
      {next !== null && (
        <p>
          <Link to={sameDay(paths.understand(workspace, `tab=aside&after=${next}`))} className="button">
            {t("understand.asideList.next")}
          </Link>
        </p>
      )}
    </>
  );
}
