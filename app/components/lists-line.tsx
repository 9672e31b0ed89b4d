import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { ListsView } from "../services/screening/lists-view.server";
import { EditionList } from "./edition-list";
import { Notice } from "./notice";

type View = Pick<ListsView, "lists" | "screened" | "isRunning" | "hasList">;

/** With which editions the suppliers were compared, when, and what that cannot say. */
export function ListsLine({
  workspace,
  view,
  canCompare,
  isHere = false,
}: {
  workspace: string;
  view: View;
  /** This reader may ask for a comparison. */
  canCompare: boolean;
  /** It stands on the page of the lists itself. */
  isHere?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { screened, isRunning } = view;
  const old = (screened?.lists ?? view.lists).filter(({ outOfDate }) => outOfDate);
  return (
    <div className="space-y-3">
      {isRunning && <output className="block font-semibold">{t("matches.running")}</output>}
      {!isRunning && view.hasList && (screened === null || screened.isOutdated) && (
        <Form method="post" action={paths.lists(workspace)} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="intent" value="compare" />
          <p>{t(screened === null ? "matches.notYet" : "matches.outdated")}</p>
          {canCompare && (
            <button className="button" data-size="small">
              {t("matches.compareNow")}
            </button>
          )}
        </Form>
      )}
      {screened && (
        <details className="text-sm">
          <summary>
            {t("matches.compared", {
              suppliers: t("matches.suppliers", {
                count: screened.suppliers,
                formatted: format.count(screened.suppliers),
              }),
              lists: t("matches.lists", {
                count: screened.lists.length,
                formatted: format.count(screened.lists.length),
              }),
              when: format.minute(screened.finishedAt),
            })}
          </summary>
          <EditionList editions={screened.lists} />
          {!isHere && (
            <p className="mt-2">
              <Link to={paths.lists(workspace)}>{t("matches.toLists")}</Link>
            </p>
          )}
        </details>
      )}
      {old.length > 0 && (
        <Notice kind="note" title={t("lists.oldTitle", { count: old.length, formatted: format.count(old.length) })}>
          {t("lists.oldText")} <Link to={paths.lists(workspace, "", "load")}>{t("lists.refresh")}</Link>
        </Notice>
      )}
    </div>
  );
}
