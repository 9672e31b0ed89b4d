import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
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
        <ComparedWith screened={screened}>
          {!isHere && (
            <p className="mt-2">
              <Link to={paths.lists(workspace)}>{t("matches.toLists")}</Link>
            </p>
          )}
        </ComparedWith>
      )}
      {old.length > 0 && (
        <Notice kind="note" title={t("lists.oldTitle", { count: old.length, formatted: format.count(old.length) })}>
          {t("lists.oldText")} <Link to={paths.lists(workspace, "", "load")}>{t("lists.refresh")}</Link>
        </Notice>
      )}
    </div>
  );
}

/** How many suppliers were compared with how many lists, when, and with which editions. */
export function ComparedWith({
  screened,
  children,
}: {
  screened: Pick<NonNullable<View["screened"]>, "finishedAt" | "suppliers" | "lists">;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { finishedAt, suppliers, lists } = screened;
  return (
    <details className="text-sm">
      <summary>
        {t("matches.compared", {
          suppliers: t("matches.suppliers", { count: suppliers, formatted: format.count(suppliers) }),
          lists: t("matches.lists", { count: lists.length, formatted: format.count(lists.length) }),
          when: format.minute(finishedAt),
        })}
      </summary>
      <EditionList editions={lists} />
      {children}
    </details>
  );
}
