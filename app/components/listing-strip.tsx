import { useTranslation } from "react-i18next";
import type { IsoDate } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { entryKindKey, groundKey, likelyKey } from "../i18n/match-keys";
import { effectSentence, likenessText } from "../i18n/match-words";
import type { ListEntry } from "../screening/types";

/** The list an entry stands on, as far as a reader has to know it. */
export interface ShownList {
  readonly title: string;
  readonly publisher: string;
  /** The publisher's day of the edition. */
  readonly date: IsoDate;
  /** The day the file was taken from the publisher. */
  readonly readOn: IsoDate;
  readonly outOfDate: boolean;
}

/** How probable in words, and what the listing is and does: list, edition, ground, effect in law where it was made. */
export function ListingStrip({ score, entry, list }: { score: number; entry: ListEntry; list: ShownList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = [
    entry.listedOn && t("listing.listedOn", { day: format.day(entry.listedOn) }),
    entry.delistedOn && t("listing.delistedOn", { day: format.day(entry.delistedOn) }),
  ].filter((day) => day !== null);
  return (
    <div className="grid gap-x-8 gap-y-3 rounded-md border border-line bg-sunken p-3 sm:p-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p className="text-lg leading-snug font-bold">{t(likelyKey(score))}</p>
        <p className="text-sm text-soft">{t("match.estimate", { score: likenessText(format, score) })}</p>
      </div>
      <dl className="grid min-w-0 gap-x-4 text-sm max-sm:[&>dd]:mb-2 sm:gap-y-2 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
        <dt className="text-soft">{t("listing.list")}</dt>
        <dd className="min-w-0">
          <span className="font-semibold">{list.title}</span>
          <span className="block text-soft">
            {t("listing.edition", { day: format.day(list.date), publisher: list.publisher })}
            {t("common.separator")}
            {t("listing.readOn", { day: format.day(list.readOn) })}
          </span>
          {list.outOfDate && (
            <span className="block font-semibold">
              <span aria-hidden="true">! </span>
              {t("listing.outOfDate")}
            </span>
          )}
          {days.map((day) => (
            <span key={day} className="block text-soft">
              {day}
            </span>
          ))}
        </dd>
        {entry.kind !== "entity" && (
          <>
            <dt className="text-soft">{t("listing.kindHead")}</dt>
            <dd>{t(entryKindKey[entry.kind])}</dd>
          </>
        )}
        <dt className="text-soft">{t("listing.groundHead")}</dt>
        <dd className="min-w-0">
          <span className="inline-block font-semibold first-letter:uppercase">{t(groundKey[entry.ground])}</span>
          {entry.reason && <span className="block text-soft">{t("listing.reason", { reason: entry.reason })}</span>}
        </dd>
        <dt className="text-soft">{t("listing.effectHead")}</dt>
        <dd className="min-w-0">
          {entry.effects.length === 0 ? (
            t("listing.noEffect")
          ) : (
            <ul className="space-y-0.5">
              {entry.effects.map((one) => (
                <li key={`${one.jurisdiction} ${one.effect}`}>{effectSentence(t, format, one)}</li>
              ))}
            </ul>
          )}
          {entry.subsidiaries && <span className="mt-0.5 block">{t("listing.subsidiaries")}</span>}
        </dd>
      </dl>
    </div>
  );
}
