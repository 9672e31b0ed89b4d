import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { groundKey, likelyKey } from "../i18n/match-keys";
import { effectSentence } from "../i18n/match-words";
import { matchStateKey } from "../i18n/screening-keys";
import { paths } from "../lib/paths";
import type { ListsView } from "../services/screening/lists-view.server";
import type { MatchRow } from "../services/screening/matches-view.server";
import type { ListEntry } from "../screening/types";
import type { ComparedList } from "../services/screening/stored-candidate";
import { EditionList } from "./edition-list";
import { Section } from "./page";

export interface SupplierMatch {
  readonly id: string;
  readonly state: MatchRow["candidate"]["state"];
  readonly score: number;
  readonly entry: Pick<ListEntry, "name" | "ground" | "effects" | "subsidiaries">;
  readonly list: Pick<ComparedList, "title" | "date">;
  readonly outOfDate: boolean;
  /** It lifts the score to its floor. */
  readonly stands: boolean;
}

export interface SupplierListsProps {
  readonly workspace: string;
  readonly lists: Pick<ListsView, "screened" | "isRunning">;
  readonly matches: readonly SupplierMatch[];
  /** This reader may see pairs that nobody has decided. */
  readonly seesAll: boolean;
}

/** Is the supplier on a list? What was compared, on which day, with which editions; never that it is on none. */
export function SupplierLists({ workspace, lists, matches, seesAll }: SupplierListsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { screened, isRunning } = lists;
  const against = matches.filter(({ state }) => state === "not-match");
  const shown = matches.filter(({ state }) => state !== "not-match");
  const old = screened?.lists.filter(({ outOfDate }) => outOfDate) ?? [];
  return (
    <Section id="on-lists" title={t("matches.supplier.title")}>
      <div className="space-y-3">
        {shown.map((one) => (
          <div key={one.id} className="border-s-4 border-line-strong ps-3">
            <p className="font-semibold">{t(matchStateKey[one.state])}</p>
            <p className="break-words">
              <Linked to={seesAll ? paths.match(workspace, one.id) : null}>
                <bdi>{one.entry.name}</bdi>
              </Linked>
            </p>
            <p className="text-sm text-soft">
              <span lang="en">{one.list.title}</span>, {format.day(one.list.date)} · {t(groundKey[one.entry.ground])}
              {one.state !== "match" && ` · ${t(likelyKey(one.score))}`}
              {one.outOfDate && ` · ${t("lists.outOfDate")}`}
            </p>
            {one.entry.effects.map((effect) => (
              <p key={`${effect.jurisdiction} ${effect.effect}`} className="text-sm text-soft">
                {effectSentence(t, format, effect)}
              </p>
            ))}
            <p className="text-sm text-soft">
              {t(one.stands ? "matches.supplier.floor" : "matches.supplier.beside")}
              {one.entry.subsidiaries && ` ${t("listing.subsidiaries")}`}
            </p>
          </div>
        ))}
        {screened === null || !screened.isOfShownList ? (
          <p className="text-soft">{t(isRunning ? "matches.running" : "matches.notYet")}</p>
        ) : (
          <div>
            {shown.length === 0 && (
              <p>
                {old.length === screened.lists.length
                  ? t("matches.supplier.allOld", { day: format.day(screened.finishedAt) })
                  : t(seesAll ? "matches.supplier.none" : "matches.supplier.noneConfirmed", {
                      day: format.day(screened.finishedAt),
                    })}
              </p>
            )}
            {old.length > 0 && old.length < screened.lists.length && (
              <p className="text-sm text-soft">
                {t("matches.supplier.someOld", { count: old.length, formatted: format.count(old.length) })}
              </p>
            )}
            <details className="mt-1 text-sm">
              <summary>
                {t("matches.supplier.sources", {
                  count: screened.lists.length,
                  formatted: format.count(screened.lists.length),
                })}
              </summary>
              <EditionList editions={screened.lists} />
            </details>
          </div>
        )}
        {seesAll && against.length > 0 && (
          <details className="text-sm">
            <summary>
              {t("matches.supplier.against", { count: against.length, formatted: format.count(against.length) })}
            </summary>
            <ul className="mt-1 space-y-1">
              {against.map((one) => (
                <li key={one.id}>
                  <Link to={paths.match(workspace, one.id)}>
                    <bdi>{one.entry.name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Section>
  );
}

function Linked({ to, children }: { to: string | null; children: React.ReactNode }) {
  return to === null ? children : <Link to={to}>{children}</Link>;
}
