import { Form } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "../i18n/format";
import { changesKey } from "../i18n/screening-keys";
import type { ListView, LoadedEditionView } from "../services/screening/lists-view.server";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { ScrollRegion } from "./scroll-region";

/** The editions that suppliers are compared with, and how old each is. @param none said where there is none. */
export function ListsInForce({ lists, none }: { lists: readonly ListView[]; none?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    { head: t("lists.head.list") },
    { head: t("lists.head.edition") },
    { head: t("lists.head.entries"), end: true },
    { head: t("lists.head.from") },
  ];
  const rows = lists.map((list) => ({
    key: list.listId,
    cells: [
      <>
        <span lang="en">{list.title}</span>
        <span className="block text-xs font-normal text-soft" lang="en">
          {list.publisher}
        </span>
      </>,
      <>
        <span className="whitespace-nowrap">{format.day(list.date)}</span>
        <span className="block text-xs whitespace-nowrap text-soft">
          {t("lists.read", { day: format.day(list.readOn) })}
        </span>
        {list.outOfDate && <strong className="block text-xs">{t("lists.outOfDate")}</strong>}
      </>,
      <span key="entries" className="figures">
        {format.count(list.entries)}
      </span>,
      <>
        {list.loadedAt === null ? t("lists.shipped") : t("lists.loaded", { day: format.day(list.loadedAt) })}
        <LeftOut leftOut={list.leftOut} />
        {/* A list of one's own has no page, and nobody's leave is needed for it. */}
        {list.url !== null && (
          <>
            <span className="block text-xs text-soft">
              {t("lists.licence")}: <span lang="en">{list.licence}</span>
            </span>
            <a href={list.url} rel="noreferrer" className="link block text-xs">
              {t("lists.publisher")}
            </a>
          </>
        )}
      </>,
    ],
  }));
  return (
    <Section id="in-force" title={t("lists.inForce")}>
      {lists.length === 0 ? (
        <p>{none ?? t("lists.none")}</p>
      ) : (
        <ScrollRegion labelledBy="in-force">
          <PlainTable columns={columns} rows={rows} />
        </ScrollRegion>
      )}
    </Section>
  );
}

/** What of the publisher's file is not in the list: natural persons before all. */
function LeftOut({ leftOut }: Pick<ListView, "leftOut">) {
  const { t } = useTranslation();
  const format = useFormat();
  const persons = leftOut["person"] ?? 0;
  const others = Object.values(leftOut).reduce((sum, count) => sum + count, 0) - persons;
  const parts = [
    ...(persons > 0 ? [t("lists.left.person", { count: persons, formatted: format.count(persons) })] : []),
    ...(others > 0 ? [t("lists.left.other", { count: others, formatted: format.count(others) })] : []),
  ];
  if (parts.length === 0) return null;
  return <span className="block text-xs text-soft">{t("lists.leftOut", { what: parts.join(", ") })}</span>;
}

/** What is new in an edition, in one line. */
export const changesText = (t: TFunction, format: Format, changes: LoadedEditionView["changes"]): string =>
  changes === null
    ? t("lists.changes.first")
    : (["listed", "changed", "delisted"] as const)
        .map((kind) => t(changesKey[kind], { count: changes[kind], formatted: format.count(changes[kind]) }))
        .join(", ");

/** Who loaded what, when, and what was new in it; each can be withdrawn. */
export function LoadedEditions({ history, canLoad }: { history: readonly LoadedEditionView[]; canLoad: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (history.length === 0) return null;
  const nobody = t("matches.nobody");
  return (
    <Section id="loaded" title={t("lists.history.title")}>
      <ul className="space-y-3">
        {history.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <div className="min-w-0 break-words">
              <span className="font-semibold" lang="en">
                {one.title}
              </span>
              , {t("lists.edition", { day: format.day(one.date), read: format.day(one.readOn) })}
              <span className="block text-sm text-soft">
                {t("lists.entries", { count: one.entries, formatted: format.count(one.entries) })} ·{" "}
                {changesText(t, format, one.changes)} · <bdi>{one.fileName}</bdi>
              </span>
              <span className="block text-sm text-soft">
                {t("lists.history.by", { who: one.who ?? nobody, when: format.minute(one.loadedAt) })}
                {one.withdrawnAt !== null &&
                  ` · ${t("lists.history.withdrawn", {
                    who: one.withdrawer ?? nobody,
                    when: format.minute(one.withdrawnAt),
                  })}`}
              </span>
            </div>
            {canLoad && one.withdrawnAt === null && (
              <Form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="edition" value={one.id} />
                <button className="button" data-size="small">
                  {t("lists.history.withdraw")}
                  <span className="sr-only">
                    : {one.title}, {format.day(one.date)}
                  </span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
