import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "../lib/paths";

/** A saved view as its reader sees it. */
export interface ViewLink {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly isDefault: boolean;
  /** Who saved it; null when it was the reader. */
  readonly by: string | null;
  readonly mayDelete: boolean;
}

interface Props {
  readonly workspace: string;
  readonly views: readonly ViewLink[];
  /** The view the address names. */
  readonly current: ViewLink | null;
  /** What is shown is no longer what the view keeps. */
  readonly changed: boolean;
}

const addressOf = (workspace: string, { id, query }: ViewLink) =>
  paths.suppliers(workspace, `${query}${query && "&"}view=${id}`);

/** The saved views as links; nothing when there are none. */
export function ViewLinks({ workspace, views, current, changed }: Props) {
  const { t } = useTranslation();
  if (views.length === 0) return null;
  const tab = "view-link";
  return (
    <nav aria-label={t("table.views")} className="scroll-x mb-4 flex gap-1 border-b border-line">
      <Link to={paths.suppliers(workspace, "view=all")} aria-current={current ? undefined : "page"} className={tab}>
        {t("table.everyone")}
      </Link>
      {views.map((view) => (
        <Link
          key={view.id}
          to={addressOf(workspace, view)}
          aria-current={current?.id === view.id ? "page" : undefined}
          className={tab}
        >
          {view.name}
          {current?.id === view.id && changed && <span className="font-normal text-soft"> · {t("table.changed")}</span>}
        </Link>
      ))}
    </nav>
  );
}

interface SaveProps extends Props {
  /** The address's query, as a view keeps it. */
  readonly query: string;
  readonly mayShare: boolean;
}

/** The form that keeps what is shown under a name, and below it the views that can be taken away. */
export function ViewMenu({ views, current, query, mayShare }: SaveProps) {
  const { t } = useTranslation();
  return (
    <details className="has-menu">
      <summary className="button list-none" data-size="small">
        {t("table.views")}
      </summary>
      <div className="card menu w-80 space-y-4 p-4 text-sm">
        <Form method="post" className="space-y-3">
          <input type="hidden" name="intent" value="save-view" />
          <input type="hidden" name="query" value={query} />
          <div>
            <h2 className="text-base">{t("table.save")}</h2>
            <p className="text-soft">{t("table.saveNote")}</p>
          </div>
          <div>
            <label htmlFor="view-name" className="font-semibold">
              {t("table.name")}
            </label>
            <input
              id="view-name"
              name="name"
              required
              maxLength={80}
              autoComplete="off"
              defaultValue={current && current.by === null ? current.name : ""}
              aria-describedby="view-name-note"
              className="input"
            />
            <p id="view-name-note" className="mt-1 text-soft">
              {t("table.nameNote")}
            </p>
          </div>
          {mayShare && (
            <label className="flex items-start gap-2">
              <input
                type="checkbox"
                name="shared"
                defaultChecked={current?.shared ?? false}
                className="mt-1 accent-accent"
              />
              {t("table.share")}
            </label>
          )}
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              name="isDefault"
              defaultChecked={current?.isDefault ?? false}
              className="mt-1 accent-accent"
            />
            {t("table.makeDefault")}
          </label>
          <button className="button" data-kind="primary" data-size="small">
            {t("table.saveButton")}
          </button>
        </Form>
        {views.length > 0 && (
          <ul className="space-y-1 border-t border-line pt-3">
            {views.map(({ id, name, shared, isDefault, by, mayDelete }) => (
              <li key={id} className="flex items-center justify-between gap-2">
                <span className="min-w-0">
                  <span className="block truncate">{name}</span>
                  <span className="block text-soft">
                    {[
                      t(shared ? "table.viewsShared" : "table.viewsOwn"),
                      ...(by === null ? [] : [t("table.by", { name: by })]),
                      ...(isDefault ? [t("table.isDefault")] : []),
                    ].join(" · ")}
                  </span>
                </span>
                {mayDelete && (
                  <Form method="post">
                    <input type="hidden" name="view" value={id} />
                    <button
                      name="intent"
                      value="delete-view"
                      className="button"
                      data-kind="quiet"
                      data-size="small"
                      aria-label={t("table.deleteView", { name })}
                    >
                      {t("table.delete")}
                    </button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

/** What can be taken away as a file: the table as it is shown, or the whole register. */
export function ExportMenu({ workspace, query }: { readonly workspace: string; readonly query: string }) {
  const { t } = useTranslation();
  const files = [
    ["csv", t("suppliers.asCsv")],
    ["xlsx", t("suppliers.asXlsx")],
  ] as const;
  return (
    <details className="has-menu">
      <summary className="button list-none" data-size="small">
        {t("suppliers.downloads")}
      </summary>
      <div className="card menu w-72 space-y-4 p-4 text-sm">
        <section aria-labelledby="export-shown">
          <h2 id="export-shown" className="text-base">
            {t("table.export")}
          </h2>
          <p className="mb-2 text-soft">{t("table.exportNote")}</p>
          <p className="flex gap-2">
            {files.map(([format, name]) => (
              <a
                key={format}
                href={paths.suppliersFile(workspace, format, query)}
                className="button"
                data-size="small"
                download
              >
                {name}
              </a>
            ))}
          </p>
        </section>
        <section aria-labelledby="export-whole" className="border-t border-line pt-3">
          <h2 id="export-whole" className="mb-2 text-base">
            {t("table.whole")}
          </h2>
          <p className="flex gap-2">
            {[...files, ["pdf", t("suppliers.asPdf")] as const].map(([format, name]) => (
              <a key={format} href={paths.register(workspace, format)} className="button" data-size="small" download>
                {name}
              </a>
            ))}
          </p>
        </section>
      </div>
    </details>
  );
}
