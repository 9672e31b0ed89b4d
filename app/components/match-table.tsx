import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { groundKey, likelyKey } from "../i18n/match-keys";
import { likenessText } from "../i18n/match-words";
import { effectSentence } from "../i18n/match-words";
import { causeKey } from "../i18n/screening-keys";
import { paths } from "../lib/paths";
import type { ListEntry } from "../screening/types";
import type { ComparedList } from "../services/screening/stored-candidate";
import type { MatchRow } from "../services/screening/matches-view.server";
import { as } from "./block-table";
import { Unknown } from "./match-compare";
import { ScrollRegion } from "./scroll-region";
import { useSameDay } from "./trail-day";

export interface MatchTableRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly entry: Pick<ListEntry, "name" | "countries" | "ground" | "effects">;
  /** `date` null: which edition it was is not kept for that day. */
  readonly list: Pick<ComparedList, "title"> & { readonly date: ComparedList["date"] | null };
  readonly outOfDate: boolean;
  /** Null: not kept for that day. */
  readonly score: number | null;
  readonly state: MatchRow["candidate"]["state"];
  /** Null: not kept for that day. */
  readonly cause: MatchRow["candidate"]["cause"] | null;
  /** Only the names are told: what both were on that day is not kept. */
  readonly namesOnly?: boolean | undefined;
  readonly last: { readonly who: string | null; readonly decidedAt: Date } | null;
}

/** Pairs in the order in which they are worth a look: who, on which list, how alike, what hangs on it. */
export function MatchTable({ workspace, rows }: { workspace: string; rows: readonly MatchTableRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const countries = (codes: readonly string[]) =>
    codes.length === 0 ? t("matches.noCountry") : codes.map((code) => format.country(code)).join(", ");
  const heads = [
    t("matches.head.supplier"),
    t("matches.head.entry"),
    t("matches.head.likeness"),
    t("matches.head.ground"),
  ];
  return (
    <ScrollRegion label={t("matches.title")}>
      <table {...as.table} className="table blocks inset">
        <caption className="sr-only">{t("matches.caption")}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            {heads.map((head) => (
              <th key={head} {...as.columnHead} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map((row) => (
            <tr key={row.id} {...as.row}>
              <th {...as.rowHead} scope="row" className="min-w-48">
                <Link to={sameDay(paths.match(workspace, row.id))} className="link break-words">
                  <bdi>{row.name}</bdi>
                </Link>
                <span className="block text-xs font-normal text-soft">
                  {!row.namesOnly && countries(row.country === null ? [] : [row.country])}
                  {row.cause !== null &&
                    row.cause !== "found" &&
                    row.state === "open" &&
                    ` · ${t(causeKey[row.cause])}`}
                </span>
              </th>
              <td {...as.cell} data-label={heads[1]} className="min-w-48 break-words">
                <bdi>{row.entry.name}</bdi>
                <span className="block text-xs text-soft">
                  {!row.namesOnly && `${countries(row.entry.countries)} · `}
                  <span lang="en">{row.list.title}</span>
                  {row.list.date !== null && `, ${format.day(row.list.date)}`}
                  {row.outOfDate && ` · ${t("lists.outOfDate")}`}
                </span>
              </td>
              <td {...as.cell} data-label={heads[2]}>
                {row.score === null ? (
                  <Unknown />
                ) : (
                  <>
                    {t(likelyKey(row.score))}
                    <span className="figures block text-xs text-soft">{likenessText(format, row.score)}</span>
                  </>
                )}
              </td>
              <td {...as.cell} data-label={heads[3]}>
                {row.namesOnly ? (
                  <Unknown />
                ) : (
                  <>
                    {t(groundKey[row.entry.ground])}
                    <span className="block text-xs text-soft">
                      {row.entry.effects.map((effect) => effectSentence(t, format, effect)).join(" ")}
                    </span>
                  </>
                )}
                {row.last && row.state !== "open" && (
                  <span className="block text-xs text-soft">
                    {t("matches.decidedBy", {
                      who: row.last.who ?? t("matches.nobody"),
                      day: format.day(row.last.decidedAt.toISOString().slice(0, 10)),
                    })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
